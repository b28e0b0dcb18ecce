package org.plimsoll.vessel.bridge;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.plimsoll.web.HttpEdge;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The panel's socket. A port that another process has is tried again, after {@link #BACKOFF}, then
 * twice as long each time up to {@link #BACKOFF_CAP}, each shortened at random by up to a quarter:
 * readings are kept meanwhile. The thread {@code bridge-socket} exists only while it tries again.
 */
final class BridgeSocket implements AutoCloseable {

  static final Duration BACKOFF = Duration.ofMillis(500);
  static final Duration BACKOFF_CAP = Duration.ofSeconds(10);

  private static final double JITTER = 0.25;
  private static final Logger log = LoggerFactory.getLogger(BridgeSocket.class);

  private final BridgeConfig config;
  private final HttpEdge edge;
  private final RandomGenerator random;
  private final CountDownLatch closed = new CountDownLatch(1);
  private volatile boolean open;

  BridgeSocket(BridgeConfig config, HttpEdge edge, RandomGenerator random) {
    this.config = config;
    this.edge = edge;
    this.random = random;
  }

  /** Tries once, and goes on trying on a thread of its own if that fails. */
  void open() {
    try {
      edge.start();
      open = true;
    } catch (IOException e) {
      log.warn("no bridge panel yet: {}; trying again", e.getMessage());
      Thread thread = new Thread(this::keepTrying, "bridge-socket");
      thread.setDaemon(true);
      thread.start();
    }
  }

  private void keepTrying() {
    long delay = BACKOFF.toMillis();
    try {
      while (!closed.await(
          (long) (delay * (1 - JITTER * random.nextDouble())), TimeUnit.MILLISECONDS)) {
        delay = Math.min(delay * 2, BACKOFF_CAP.toMillis());
        if (attempt()) {
          return;
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean attempt() {
    try {
      edge.start();
    } catch (IOException e) {
      log.debug("still no bridge panel: {}", e.getMessage());
      return false;
    }
    open = true;
    log.info("the bridge panel is at {}", edge.address());
    if (closed.getCount() == 0) {
      edge.close();
    }
    return true;
  }

  /** Where the panel is, or will be once the configured port is free. */
  URI address() {
    return open
        ? edge.address()
        : URI.create("http://" + config.host() + ":" + config.tcpPort() + "/");
  }

  @Override
  public void close() {
    closed.countDown();
    edge.close();
  }
}
