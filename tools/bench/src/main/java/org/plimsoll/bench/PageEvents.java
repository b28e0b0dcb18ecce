package org.plimsoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/**
 * The events that the bridge page gets, with the moment at which each was there completely. A
 * thread of its own reads them; every method may be called by any other.
 */
final class PageEvents implements AutoCloseable {

  private static final String DATA = "data:";

  /** Events that wait to be looked at: some seconds of them. The oldest is dropped. */
  private static final int MOST_WAITING = 64;

  private record Event(long nanos, String data) {}

  private final InputStream stream;
  private final BlockingQueue<Event> events = new LinkedBlockingQueue<>(MOST_WAITING);
  private final ObjectMapper json = new ObjectMapper();

  PageEvents(Http http, URI bridge) throws IOException, InterruptedException {
    stream = http.stream(bridge, "/api/v1/stream");
    Thread reader = new Thread(this::read, "page-events");
    reader.setDaemon(true);
    reader.start();
  }

  private void read() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(DATA)) {
          Event event = new Event(System.nanoTime(), line.substring(DATA.length()));
          while (!events.offer(event)) {
            events.poll();
          }
        }
      }
    } catch (IOException closed) {
      events.clear(); // who waits finds nothing more and says so
    }
  }

  /** Forgets what came so far. */
  void forget() {
    events.clear();
  }

  /**
   * Waits for an event.
   *
   * @return when it was there, by {@link System#nanoTime}; empty if it does not come.
   */
  Optional<Long> await(Duration atMost, Predicate<JsonNode> wanted)
      throws IOException, InterruptedException {
    long end = System.nanoTime() + atMost.toNanos();
    while (true) {
      Event event = events.poll(end - System.nanoTime(), TimeUnit.NANOSECONDS);
      if (event == null) {
        return Optional.empty();
      }
      if (wanted.test(json.readTree(event.data()))) {
        return Optional.of(event.nanos());
      }
    }
  }

  @Override
  public void close() throws IOException {
    stream.close();
  }
}
