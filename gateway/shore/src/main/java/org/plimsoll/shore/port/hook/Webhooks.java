package org.plimsoll.shore.port.hook;

import java.net.http.HttpClient;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.book.Ledger;
import org.plimsoll.shore.port.book.PortBook;
import org.plimsoll.shore.port.book.Subscription;
import org.plimsoll.shore.port.outbound.Outbound;

/**
 * All webhooks, those of the configuration and those that were made over the API. Each goes its own
 * way: one that is away holds up no other. Looks are confined to one event loop; the rest is for
 * any thread.
 */
public final class Webhooks {

  private final LongAdder delivered = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final AtomicBoolean asking = new AtomicBoolean();
  private final Subscribers subscribers;
  private final RandomGenerator random;
  private final Works works;
  private final List<Turns> configured;

  /** What the book says; read anew after a change. */
  private volatile List<Subscription> kept = List.of();

  private volatile boolean stale;

  /** Confined to the event loop of the looks: those that were told something before. */
  private Map<String, Turns> subscribed = new HashMap<>();

  /** What a delivery needs besides its webhook. */
  record Works(
      PortBook book,
      HttpClient http,
      InstantSource clock,
      LongSupplier nanos,
      LongAdder delivered,
      LongAdder failures) {}

  /**
   * Who may make webhooks over the API.
   *
   * @param hosts to which they may send
   * @param authors whoever has a key of this name, now
   */
  public record Subscribers(Hosts hosts, Function<String, Optional<Author>> authors) {

    /** Nobody. */
    public static final Subscribers NONE = new Subscribers(Hosts.NONE, name -> Optional.empty());
  }

  public Webhooks(
      List<Webhook> hooks,
      Subscribers subscribers,
      PortBook book,
      InstantSource clock,
      LongSupplier nanos,
      RandomGenerator random) {
    this.subscribers = subscribers;
    this.random = random;
    works = new Works(book, Outbound.client(), clock, nanos, delivered, failures);
    configured = hooks.stream().map(hook -> new Turns(hook, works, random)).toList();
    stale = !subscribers.hosts().isEmpty();
  }

  /** Begins a turn of each that may have one; once a second. */
  public void look() {
    if (stale && asking.compareAndSet(false, true)) {
      ask();
    }
    configured.forEach(Turns::look);
    Map<String, Turns> now = new HashMap<>();
    for (Webhook hook : allowed(kept)) {
      Turns known = subscribed.get(hook.name());
      now.put(hook.name(), known == null ? new Turns(hook, works, random) : known);
    }
    subscribed = now;
    now.values().forEach(Turns::look);
  }

  /** A subscription was made or taken away; the next look sees it. */
  public void changed() {
    stale = true;
  }

  /** A book that does not answer is asked again at the next look; it tells its own trouble. */
  private void ask() {
    stale = false;
    works
        .book()
        .ask(Ledger::subscriptions)
        .whenComplete(
            (all, failure) -> {
              if (failure == null) {
                kept = all;
              } else {
                stale = true;
              }
              asking.set(false);
            });
  }

  /** A host that is no longer named, and a key that is no longer there, are told nothing. */
  private List<Webhook> allowed(List<Subscription> all) {
    List<Webhook> hooks = new ArrayList<>();
    for (Subscription one : all) {
      if (subscribers.hosts().allow(one.url())) {
        subscribers
            .authors()
            .apply(one.author())
            .map(who -> Webhook.of(one, who))
            .ifPresent(hooks::add);
      }
    }
    return hooks;
  }

  /** Subscriptions that are told what is new. */
  public int subscriptions() {
    return allowed(kept).size();
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
