package org.plimsoll.shore.port.hook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.plimsoll.shore.port.book.Entry;
import org.plimsoll.shore.port.book.EntryJson;
import org.plimsoll.telemetry.Backoff;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The turns of one webhook: what is new is read from the book, sent, and ticked off when it was
 * taken, in order and at least once. What was not taken is sent again after a while. One turn at a
 * time; whichever thread has it owns the state.
 */
final class Turns {

  /** Most entries of one delivery. */
  static final int MAX_ENTRIES = 20;

  static final Duration FIRST_WAIT = Duration.ofSeconds(1);
  static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  private final Webhook hook;
  private final Webhooks.Works works;
  private final Backoff backoff;
  private final AtomicBoolean busy = new AtomicBoolean();
  private boolean waiting;
  private long againNanos;
  private boolean told;

  Turns(Webhook hook, Webhooks.Works works, RandomGenerator random) {
    this.hook = hook;
    this.works = works;
    this.backoff = new Backoff(FIRST_WAIT, LONGEST_WAIT, random);
  }

  void look() {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    if (waiting && works.nanos().getAsLong() - againNanos < 0) {
      busy.set(false);
      return;
    }
    works
        .book()
        .ask(
            ledger ->
                ledger.undelivered(
                    hook.name(), hook.kinds(), hook.vessel(), hook.reader(), MAX_ENTRIES))
        .thenCompose(this::deliver)
        .whenComplete(
            (done, failure) -> {
              if (failure != null) {
                failed(failure);
              }
              busy.set(false);
            });
  }

  private CompletableFuture<Boolean> deliver(List<Entry> entries) {
    if (entries.isEmpty()) {
      return CompletableFuture.completedFuture(true);
    }
    long last = entries.get(entries.size() - 1).number();
    return works
        .http()
        .sendAsync(request(entries, last), HttpResponse.BodyHandlers.discarding())
        .thenCompose(
            answer -> {
              if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException("HTTP " + answer.statusCode());
              }
              return works.book().ask(ledger -> ledger.delivered(hook.name(), last));
            })
        .thenApply(
            kept -> {
              taken(entries.size());
              return true;
            });
  }

  private HttpRequest request(List<Entry> entries, long last) {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("webhook", hook.name());
    ArrayNode items = json.putArray("items");
    entries.forEach(entry -> items.add(EntryJson.of(entry)));
    String body = json.toString();
    long seconds = works.clock().instant().getEpochSecond();
    return HttpRequest.newBuilder(hook.url())
        .timeout(ANSWER_TIMEOUT)
        .header("Content-Type", "application/json")
        .header("X-Plimsoll-Delivery", entries.get(0).number() + "-" + last)
        .header("X-Plimsoll-Signature", Signature.of(hook.secret(), seconds, body))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private void taken(int entries) {
    works.delivered().add(entries);
    backoff.reset();
    waiting = false;
    if (told) {
      told = false;
      LOG.info("Webhook {} takes entries again", hook.name());
    }
  }

  private void failed(Throwable failure) {
    works.failures().increment();
    waiting = true;
    againNanos = works.nanos().getAsLong() + backoff.next().toNanos();
    if (!told) {
      told = true;
      Throwable cause = failure.getCause() == null ? failure : failure.getCause();
      LOG.warn("Webhook {} at {} takes nothing: {}", hook.name(), hook.url(), cause.toString());
    }
  }
}
