package org.plimsoll.vessel.bridge;

import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.plimsoll.vessel.history.HistoryQuery;
import org.plimsoll.vessel.history.StoredHistory;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.web.HistoryParameters;
import org.plimsoll.web.Problems;

/**
 * The last hours over HTTP: {@code GET /api/v1/history?path=&from=&to=&points=}, {@code path} up to
 * eight times. Requests are read on the event loop and answered by its one worker thread.
 */
final class HistoryApi {

  /** Most questions that wait or are being answered; the next is refused with 503. */
  static final int MAX_WAITING = 4;

  private static final String RETRY_SECONDS = "2";

  private final StoredHistory history;
  private final Supplier<Optional<Instant>> clock;
  private final AtomicInteger waiting = new AtomicInteger();

  /**
   * @param clock the gateway's, which stamped the readings; empty before its first second
   */
  HistoryApi(StoredHistory history, Supplier<Optional<Instant>> clock) {
    this.history = history;
    this.clock = clock;
  }

  void mount(Router router) {
    router.get("/api/v1/history").handler(this::answer);
  }

  private void answer(RoutingContext context) {
    Optional<Instant> now = clock.get();
    if (now.isEmpty()) {
      Problems.reply(context, 503, "Starting", "nothing is known yet; try in a second");
      return;
    }
    HistoryQuery query;
    try {
      query = HistoryRequest.read(context.request().params(), now.get().toEpochMilli());
    } catch (HistoryParameters.BadParameter e) {
      Problems.reply(context, 400, "Bad parameter", e.getMessage());
      return;
    }
    if (waiting.incrementAndGet() > MAX_WAITING) {
      waiting.decrementAndGet();
      context.response().putHeader("Retry-After", RETRY_SECONDS);
      Problems.reply(context, 503, "Busy", MAX_WAITING + " histories are being read already");
      return;
    }
    context
        .vertx()
        .executeBlocking(() -> history.read(query), false)
        .onComplete(done -> waiting.decrementAndGet())
        .onSuccess(read -> Bridge.reply(context, 200, HistoryJson.of(query, read).toBuffer()))
        .onFailure(
            failure -> {
              if (failure instanceof OutboxFailure) {
                Problems.reply(context, 503, "The store cannot be read", failure.getMessage());
              } else {
                context.fail(failure);
              }
            });
  }
}
