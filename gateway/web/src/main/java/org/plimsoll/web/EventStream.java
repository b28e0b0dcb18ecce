package org.plimsoll.web;

import io.vertx.core.Context;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * A live stream of server-sent events of one name, each of which replaces the one before. A new
 * client gets the latest at once; a slow client skips to the latest when it can take more, so that
 * one costs at most its write queue and one event. {@link #publish} may be called by any thread;
 * each client belongs to the event loop of its connection.
 */
public final class EventStream implements AutoCloseable {

  /** Most clients at a time; one more is refused with 503. A ship has about five screens. */
  public static final int MAX_CLIENTS = 64;

  /** Bytes that may wait for one client before it counts as slow. */
  static final int MAX_QUEUED_BYTES = 256 * 1024;

  /** How long a browser waits before it connects again, in milliseconds. */
  static final int RETRY_MILLIS = 1000;

  private final String path;
  private final String event;
  private final Set<Client> clients = ConcurrentHashMap.newKeySet();
  private final AtomicInteger places = new AtomicInteger(MAX_CLIENTS);
  private final AtomicLong skipped = new AtomicLong();
  private volatile @Nullable Buffer latest;

  /**
   * @param path where clients connect, for instance {@code /api/v1/stream}
   * @param event the name of each event, one word
   */
  public EventStream(String path, String event) {
    if (event.isEmpty() || event.chars().anyMatch(Character::isWhitespace)) {
      throw new IllegalArgumentException("event name \"" + event + "\" is not one word");
    }
    this.path = path;
    this.event = event;
  }

  /** Lets clients connect. */
  public void mount(Router router) {
    router.get(path).handler(this::connect);
  }

  /** Sends this to every client, in place of whatever a slow client has not taken yet. */
  public void publish(String json) {
    latest = frame(json);
    for (Client client : clients) {
      client.wake();
    }
  }

  /** Clients that are connected now. */
  public int clients() {
    return clients.size();
  }

  /** Events that slow clients did not get because a newer one took their place. */
  public long skipped() {
    return skipped.get();
  }

  /** Ends the stream of every client. */
  @Override
  public void close() {
    for (Client client : clients) {
      client.end();
    }
  }

  private Buffer frame(String json) {
    String data = json.lines().collect(java.util.stream.Collectors.joining("\ndata: "));
    return Buffer.buffer("event: " + event + "\ndata: " + data + "\n\n");
  }

  private void connect(RoutingContext context) {
    if (places.getAndDecrement() <= 0) {
      places.getAndIncrement();
      context.response().putHeader("Retry-After", "10");
      Problems.reply(context, 503, "Too many screens", "at most " + MAX_CLIENTS + " at a time");
      return;
    }
    HttpServerResponse response = context.response();
    Client client = new Client(context.vertx().getOrCreateContext(), response);
    response.setChunked(true);
    response.setWriteQueueMaxSize(MAX_QUEUED_BYTES);
    response.putHeader(HttpHeaders.CONTENT_TYPE, "text/event-stream; charset=utf-8");
    response.putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
    response.putHeader("X-Accel-Buffering", "no");
    response.closeHandler(gone -> client.leave());
    response.exceptionHandler(broken -> client.leave());
    response.drainHandler(drained -> client.drained());
    clients.add(client);
    response.write(Buffer.buffer("retry: " + RETRY_MILLIS + "\n\n"));
    client.send();
  }

  /** One screen. Confined to the event loop of its connection, but for {@code wake}. */
  private final class Client {
    private final Context loop;
    private final HttpServerResponse response;
    private final AtomicBoolean woken = new AtomicBoolean();
    private final AtomicBoolean left = new AtomicBoolean();
    private boolean behind;
    private @Nullable Buffer sent;

    private Client(Context loop, HttpServerResponse response) {
      this.loop = loop;
      this.response = response;
    }

    /** Any thread. At most one task waits per client, however often this is called. */
    private void wake() {
      if (woken.compareAndSet(false, true)) {
        loop.runOnContext(
            ignored -> {
              woken.set(false);
              send();
            });
      }
    }

    private void send() {
      Buffer event = latest;
      if (event == null || event == sent || left.get()) {
        return;
      }
      if (response.writeQueueFull()) {
        if (behind) {
          skipped.incrementAndGet();
        }
        behind = true;
        return;
      }
      behind = false;
      sent = event;
      response.write(event);
    }

    private void drained() {
      if (behind) {
        send();
      }
    }

    private void end() {
      loop.runOnContext(
          ignored -> {
            if (!left.get()) {
              leave();
              response.end();
            }
          });
    }

    private void leave() {
      if (left.compareAndSet(false, true)) {
        clients.remove(this);
        places.getAndIncrement();
      }
    }
  }
}
