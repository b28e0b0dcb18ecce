package org.plimsoll.shore.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPInputStream;

/**
 * The HTTP interface of an InfluxDB 2 or 3, strict in what it takes as their documentation is. It
 * answers what a test says, or else a real InfluxDB 1 behind it.
 */
final class InfluxFront implements AutoCloseable {

  static final String SECRET = "s3cret";

  private static final String DENIED =
      "{\"code\":\"unauthorized\",\"message\":\"unauthorized access\"}";

  /** A request as it came. */
  record Heard(String method, String target, String authorisation, String body) {

    String path() {
      return URI.create(target).getPath();
    }

    Map<String, String> query() {
      Map<String, String> query = new TreeMap<>();
      for (String pair : URI.create(target).getRawQuery().split("&")) {
        String[] parts = pair.split("=", 2);
        query.put(parts[0], URLDecoder.decode(parts[1], StandardCharsets.UTF_8));
      }
      return query;
    }
  }

  private record Answer(int status, String body) {}

  private static final Answer MISSING =
      new Answer(404, "{\"code\":\"not found\",\"message\":\"it is not there\"}");

  private final InfluxServer.Version version;
  private final BlockingQueue<Heard> heard = new LinkedBlockingQueue<>();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final HttpClient client = HttpClient.newHttpClient();
  private final HttpServer server;
  private volatile Answer said = new Answer(204, "");
  private final Set<String> databases = ConcurrentHashMap.newKeySet();
  private volatile URI behind;

  InfluxFront(InfluxServer.Version version) throws IOException {
    this.version = version;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /** Every answer from now on. */
  void answer(int status, String body) {
    said = new Answer(status, body);
  }

  /** Answers what this InfluxDB 1 answers. */
  void ask(URI influxdb) {
    behind = influxdb;
  }

  /** Makes a database or bucket, as an administrator does it. */
  void make(String database) throws IOException {
    Answer made =
        forwarded(
            new Heard("POST", "/query", "", "q=CREATE%20DATABASE%20%22" + database + "%22"),
            "/query");
    if (made.status() != 200) {
      throw new IOException(made.toString());
    }
    databases.add(database);
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  Heard next() throws InterruptedException {
    return heard.poll(2, TimeUnit.MINUTES);
  }

  private void serve(HttpExchange exchange) throws IOException {
    boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    byte[] body =
        zipped
            ? new GZIPInputStream(exchange.getRequestBody()).readAllBytes()
            : exchange.getRequestBody().readAllBytes();
    Heard request =
        new Heard(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
            new String(body, StandardCharsets.UTF_8));
    Answer answer = said;
    if (behind == null) {
      heard.add(request);
    } else {
      answer = translated(request);
    }
    byte[] bytes = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  private Answer translated(Heard request) throws IOException {
    String scheme = version == InfluxServer.Version.V2 ? "Token " : "Bearer ";
    if (!request.authorisation().equals(scheme + SECRET)) {
      return new Answer(401, DENIED);
    }
    if (request.path().equals("/query")) {
      return databases.contains(request.query().getOrDefault("db", ""))
          ? forwarded(request, request.target())
          : MISSING;
    }
    Map<String, String> wanted =
        version == InfluxServer.Version.V2
            ? Map.of("org", "harbour", "precision", "ms")
            : Map.of("precision", "millisecond", "accept_partial", "false", "no_sync", "false");
    String path = version == InfluxServer.Version.V2 ? "/api/v2/write" : "/api/v3/write_lp";
    String database = request.query().get(version == InfluxServer.Version.V2 ? "bucket" : "db");
    if (!request.method().equals("POST")
        || !request.path().equals(path)
        || database == null
        || !request.query().entrySet().containsAll(wanted.entrySet())) {
      return wrong();
    }
    return databases.contains(database)
        ? forwarded(request, "/write?precision=ms&db=" + database)
        : MISSING;
  }

  private static Answer wrong() {
    return new Answer(500, "{\"message\":\"not as the documentation has it\"}");
  }

  private Answer forwarded(Heard request, String target) throws IOException {
    HttpRequest.Builder forward = HttpRequest.newBuilder(behind.resolve(target));
    if (request.method().equals("POST")) {
      forward
          .header("Content-Type", "application/x-www-form-urlencoded")
          .POST(HttpRequest.BodyPublishers.ofString(request.body()));
    }
    try {
      HttpResponse<String> answer =
          client.send(forward.build(), HttpResponse.BodyHandlers.ofString());
      return new Answer(answer.statusCode(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
