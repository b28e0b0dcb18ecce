package org.plimsoll.shore.port.api;

import io.vertx.core.Vertx;
import io.vertx.ext.web.Router;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.ToLongFunction;
import java.util.random.RandomGenerator;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.port.book.Ledger;
import org.plimsoll.shore.port.book.PortBook;
import org.plimsoll.shore.port.fence.PortWatch;
import org.plimsoll.shore.port.hook.Webhooks;
import org.plimsoll.shore.port.status.PushState;
import org.plimsoll.shore.port.status.StatusPush;

/**
 * The port's half of the shore: the book, the watch over positions, the API and the webhooks.
 * Confined to the thread that builds, starts and closes it; the questions are for any.
 */
public final class PortOffice implements AutoCloseable {

  /** Largest body of a request, in bytes. */
  public static final int MAX_BODY_BYTES = 1 << 20;

  private static final long LOOK_MILLIS = 1_000;

  private final PortCounts counts = new PortCounts();
  private final AtomicBoolean looking = new AtomicBoolean();
  private final PortBook book;
  private final PortWatch watch;
  private final PortApi api;
  private final Webhooks hooks;
  private final Optional<StatusPush> statuses;
  private final SubscriptionApi subscriptions;

  /** Wires everything and starts nothing. */
  public PortOffice(
      PortConfig config,
      Fleet fleet,
      InstantSource clock,
      LongSupplier nanos,
      RandomGenerator random) {
    book = new PortBook(config.data(), clock);
    watch = new PortWatch(config.map(), config.rules(), fleet, clock);
    PortApi.Given given = new PortApi.Given(config.keys(), config.map().json(), config.ships());
    api = new PortApi(book, given, counts, clock);
    Webhooks.Subscribers subscribers =
        new Webhooks.Subscribers(config.subscriptionHosts(), config.keys()::named);
    hooks = new Webhooks(config.webhooks(), subscribers, book, clock, nanos, random);
    statuses =
        config
            .statuses()
            .map(to -> new StatusPush(to, new StatusPush.Works(book, fleet, clock, nanos, random)));
    subscriptions =
        new SubscriptionApi(
            book,
            hooks,
            config.subscriptionHosts(),
            new Desk(config.keys(), counts),
            clock,
            random);
  }

  /** Adds the routes. */
  public void mount(Router router) {
    api.mount(router);
    subscriptions.mount(router);
  }

  /** Opens the book, and looks at the fleet once a second. */
  public void start(Vertx vertx) {
    book.ask(Ledger::entries);
    vertx.setPeriodic(
        LOOK_MILLIS,
        timer -> {
          look();
          hooks.look();
          statuses.ifPresent(StatusPush::look);
        });
  }

  /** Skips a look while the one before waits; the book tells its own trouble. */
  private void look() {
    if (looking.compareAndSet(false, true)) {
      book.ask(
              ledger -> {
                watch.look(ledger);
                return true;
              })
          .whenComplete((done, failure) -> looking.set(false));
    }
  }

  /** The book, for those who ask how it is. */
  public PortBook book() {
    return book;
  }

  /** The watch, for its counts. */
  public PortWatch watch() {
    return watch;
  }

  /** The webhooks, for their counts. */
  public Webhooks hooks() {
    return hooks;
  }

  /** How the receiver of vessel statuses stands with us. */
  public PushState statusState() {
    return statuses.map(StatusPush::state).orElse(PushState.OFF);
  }

  /** Vessel statuses: one of their counts; zero when there is no receiver. */
  public long statuses(ToLongFunction<StatusPush> count) {
    return statuses.stream().mapToLong(count).sum();
  }

  /** What the API has done. */
  public PortCounts counts() {
    return counts;
  }

  /** Closes the book; what waits is kept first. */
  @Override
  public void close() {
    book.close();
  }
}
