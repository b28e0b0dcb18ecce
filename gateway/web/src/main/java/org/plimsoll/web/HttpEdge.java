package org.plimsoll.web;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * One listening HTTP socket. Confined to the thread of the composition root, which must not be an
 * event loop: {@link #start} and {@link #close} block.
 */
public final class HttpEdge implements AutoCloseable {

  /** Longest wait for the socket to open or to close. */
  static final Duration PATIENCE = Duration.ofSeconds(10);

  /**
   * A connection on which nothing moves for this long is closed; a live stream moves each second.
   */
  static final Duration IDLE = Duration.ofSeconds(60);

  /** Longest request line, in bytes; a history request needs about 300. */
  static final int MAX_REQUEST_LINE_BYTES = 4096;

  /** Longest block of request headers, in bytes. */
  static final int MAX_HEADER_BYTES = 8192;

  private final Vertx vertx;
  private final String host;
  private final int tcpPort;
  private final Router router;
  private @Nullable HttpServer server;

  /**
   * @param vertx runs the handlers; not closed by this object
   * @param host name or address to listen on
   * @param tcpPort 0 to 65535; 0 takes any free one, see {@link #port()}
   * @param router what answers, usually from {@link #router(Vertx)}
   */
  public HttpEdge(Vertx vertx, String host, int tcpPort, Router router) {
    if (tcpPort < 0 || tcpPort > 65535) {
      throw new IllegalArgumentException("port " + tcpPort + ", allowed 0 to 65535");
    }
    this.vertx = vertx;
    this.host = host;
    this.tcpPort = tcpPort;
    this.router = router;
  }

  /**
   * A router that already has what each of our resources needs: safe headers, a limit on bodies,
   * the refusal of cross-site requests that change something, and problem replies.
   */
  public static Router router(Vertx vertx) {
    return router(vertx, Problems.MAX_BODY_BYTES);
  }

  /**
   * The same with another limit.
   *
   * @param mostBodyBytes of a request's body, which is read into memory; a longer one gets 413
   */
  public static Router router(Vertx vertx, int mostBodyBytes) {
    Router router = Router.router(vertx);
    router.route().handler(SafeHeaders::add);
    Problems.mount(router, mostBodyBytes);
    router.route().handler(CrossSite::refuse);
    router.route().handler(Problems.bodyLimit(mostBodyBytes));
    return router;
  }

  /**
   * Opens the socket; returns when it accepts connections.
   *
   * @throws IOException naming host and port when they cannot be had, for instance because another
   *     process has them
   */
  public void start() throws IOException {
    HttpServerOptions options =
        new HttpServerOptions()
            .setIdleTimeout((int) IDLE.toSeconds())
            .setIdleTimeoutUnit(TimeUnit.SECONDS)
            .setMaxInitialLineLength(MAX_REQUEST_LINE_BYTES)
            .setMaxHeaderSize(MAX_HEADER_BYTES)
            .setHttp2ClearTextEnabled(false)
            .setTcpNoDelay(true);
    CompletableFuture<HttpServer> listening =
        vertx
            .createHttpServer(options)
            .requestHandler(router)
            .listen(tcpPort, host)
            .toCompletionStage()
            .toCompletableFuture();
    try {
      server = listening.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(cannotListen(e.getCause()), e.getCause());
    } catch (TimeoutException e) {
      listening.cancel(false);
      throw new IOException(
          "cannot listen on " + host + ":" + tcpPort + ": no answer for " + PATIENCE, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while opening " + host + ":" + tcpPort, e);
    }
  }

  private String cannotListen(@Nullable Throwable cause) {
    String place = "cannot listen on " + host + ":" + tcpPort + ": ";
    if (cause instanceof BindException && String.valueOf(cause.getMessage()).contains("in use")) {
      return place + "port " + tcpPort + " is in use by another process";
    }
    if (cause instanceof UnresolvedAddressException) {
      return place + "no such host or address";
    }
    return place + (cause == null ? "unknown reason" : cause.getMessage());
  }

  /**
   * The port that is listened on.
   *
   * @throws IllegalStateException before {@link #start}
   */
  public int port() {
    if (server == null) {
      throw new IllegalStateException("not started");
    }
    return server.actualPort();
  }

  /** Where a browser on this machine finds the page. */
  public URI address() {
    boolean any = host.equals("0.0.0.0") || host.equals("::");
    String name = any ? "127.0.0.1" : host;
    return URI.create(
        "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port() + "/");
  }

  /** Closes the socket and its connections. Closing twice is harmless. */
  @Override
  public void close() {
    HttpServer open = server;
    server = null;
    if (open == null) {
      return;
    }
    CompletableFuture<Void> closed = open.close().toCompletionStage().toCompletableFuture();
    try {
      closed.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException | TimeoutException e) {
      // The sockets end with the process; there is nothing left to release here.
      closed.cancel(false);
    }
  }
}
