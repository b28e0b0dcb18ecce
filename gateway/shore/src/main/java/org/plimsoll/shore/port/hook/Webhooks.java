package org.plimsoll.shore.port.hook;

import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.plimsoll.shore.port.book.PortBook;

/** All webhooks. Each goes its own way: one that is away holds up no other. Any thread. */
public final class Webhooks {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private final LongAdder delivered = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final List<Turns> hooks;

  /** What a delivery needs besides its webhook. */
  record Works(
      PortBook book,
      HttpClient http,
      InstantSource clock,
      LongSupplier nanos,
      LongAdder delivered,
      LongAdder failures) {}

  public Webhooks(
      List<Webhook> hooks,
      PortBook book,
      InstantSource clock,
      LongSupplier nanos,
      RandomGenerator random) {
    if (hooks.isEmpty()) {
      this.hooks = List.of();
      return;
    }
    HttpClient http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_TIMEOUT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    Works works = new Works(book, http, clock, nanos, delivered, failures);
    this.hooks = hooks.stream().map(hook -> new Turns(hook, works, random)).toList();
  }

  /** Begins a turn of each that may have one; once a second. */
  public void look() {
    hooks.forEach(Turns::look);
  }

  /** Entries that were taken. */
  public long delivered() {
    return delivered.sum();
  }

  /** Attempts that were not taken. */
  public long failures() {
    return failures.sum();
  }
}
