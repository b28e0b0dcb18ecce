package org.plimsoll.shore.port.hook;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.plimsoll.shore.port.book.Entry;
import org.plimsoll.shore.port.book.EntryJson;
import org.plimsoll.shore.port.book.Ledger;
import org.plimsoll.shore.port.outbound.Outbound;
import org.plimsoll.shore.port.outbound.Turn;
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

  private static final Logger LOG = LoggerFactory.getLogger(Turns.class);

  private final Webhook hook;
  private final Webhooks.Works works;
  private final Turn turn;
  private boolean told;

  Turns(Webhook hook, Webhooks.Works works, RandomGenerator random) {
    this.hook = hook;
    this.works = works;
    this.turn = new Turn(works.nanos(), random);
  }

  void look() {
    turn.take(() -> works.book().ask(this::undelivered).thenCompose(this::deliver), this::failed);
  }

  private List<Entry> undelivered(Ledger ledger) throws SQLException {
    return ledger.undelivered(hook.name(), hook.kinds(), hook.vessel(), hook.reader(), MAX_ENTRIES);
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
        .timeout(Outbound.ANSWER_TIMEOUT)
        .header("Content-Type", "application/json")
        .header("X-Plimsoll-Delivery", entries.get(0).number() + "-" + last)
        .header("X-Plimsoll-Signature", Signature.of(hook.secret(), seconds, body))
        .POST(HttpRequest.BodyPublishers.ofString(body))
        .build();
  }

  private void taken(int entries) {
    works.delivered().add(entries);
    turn.succeeded();
    if (told) {
      told = false;
      LOG.info("Webhook {} takes entries again", hook.name());
    }
  }

  private void failed(Throwable cause) {
    works.failures().increment();
    if (!told) {
      told = true;
      LOG.warn("Webhook {} at {} takes nothing: {}", hook.name(), hook.url(), cause.toString());
    }
  }
}
