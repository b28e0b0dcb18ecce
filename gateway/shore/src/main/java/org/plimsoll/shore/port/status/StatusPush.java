package org.plimsoll.shore.port.status;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.fleet.Vessel;
import org.plimsoll.shore.port.book.OpenCall;
import org.plimsoll.shore.port.book.PortBook;
import org.plimsoll.shore.port.outbound.Outbound;
import org.plimsoll.shore.port.outbound.Turn;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the vessel status of each open call to one receiver, one at a time, the newest call first. A
 * receiver that does not answer is tried again after a while, then with how she lies then.
 * Whichever thread has the look owns the state; the counts are for any.
 */
public final class StatusPush {

  /** Most calls that are told of, the newest: one a second is sent. */
  static final int MOST_CALLS = 200;

  private static final int TOO_MANY_REQUESTS = 429;

  private static final Logger LOG = LoggerFactory.getLogger(StatusPush.class);

  private final PushConfig config;
  private final Works works;
  private final HttpClient http = Outbound.client();
  private final Turn turn;
  private final LongAdder pushed = new LongAdder();
  private final LongAdder refused = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private volatile PushState state = PushState.UNKNOWN;

  /** When each open call was told last, or there was nothing to tell. */
  private Map<UUID, Long> toldNanos = new HashMap<>();

  /** What it works with. */
  public record Works(
      PortBook book,
      Fleet fleet,
      InstantSource clock,
      LongSupplier nanos,
      RandomGenerator random) {}

  public StatusPush(PushConfig config, Works works) {
    this.config = config;
    this.works = works;
    this.turn = new Turn(works.nanos(), works.random());
  }

  /** Begins to tell of one call, if there is one whose time it is; once a second. */
  public void look() {
    turn.take(
        () -> works.book().ask(ledger -> ledger.openCalls(MOST_CALLS)).thenCompose(this::push),
        this::failed);
  }

  private CompletableFuture<Boolean> push(List<OpenCall> calls) {
    long now = works.nanos().getAsLong();
    Map<UUID, Long> open = new HashMap<>();
    calls.stream()
        .map(OpenCall::id)
        .filter(toldNanos::containsKey)
        .forEach(id -> open.put(id, toldNanos.get(id)));
    toldNanos = open;
    for (OpenCall call : calls.stream().filter(call -> isDue(call.id(), now)).toList()) {
      Optional<Vessel> vessel = works.fleet().vessel(call.vessel());
      Optional<String> status =
          vessel.flatMap(her -> VesselStatus.of(call, her, works.clock().millis()));
      if (status.isPresent()) {
        return send(call, status.get());
      }
      toldNanos.put(call.id(), now);
    }
    return CompletableFuture.completedFuture(false);
  }

  private boolean isDue(UUID call, long now) {
    Long told = toldNanos.get(call);
    return told == null || now - told >= config.every().toNanos();
  }

  private CompletableFuture<Boolean> send(OpenCall call, String status) {
    URI url = URI.create(config.url() + "/vessel-statuses/" + call.id());
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(Outbound.ANSWER_TIMEOUT)
            .header("Content-Type", "application/json")
            .header("API-Version", "2")
            .PUT(HttpRequest.BodyPublishers.ofString(status));
    config.token().ifPresent(token -> request.header("Authorization", "Bearer " + token));
    return http.sendAsync(request.build(), HttpResponse.BodyHandlers.discarding())
        .thenApply(answer -> answered(call, answer.statusCode()));
  }

  /** A receiver that does not know a call, or does not want this of it, is not away. */
  private boolean answered(OpenCall call, int status) {
    boolean taken = status / 100 == 2;
    boolean itsOwn = status / 100 == 4 && status != TOO_MANY_REQUESTS && !isOfAll(status);
    if (!taken && !itsOwn) {
      throw new IllegalStateException("HTTP " + status);
    }
    if (itsOwn && !toldNanos.containsKey(call.id())) {
      LOG.warn("Vessel status of the call {}: the receiver answers {}", call.id(), status);
    }
    (taken ? pushed : refused).increment();
    toldNanos.put(call.id(), works.nanos().getAsLong());
    turn.succeeded();
    if (state != PushState.UP) {
      state = PushState.UP;
      LOG.info("Vessel statuses are taken by {}", config.url());
    }
    return taken;
  }

  /** Without a right nothing is taken, of no call: somebody must mend the configuration. */
  private static boolean isOfAll(int status) {
    return status == 401 || status == 403;
  }

  private void failed(Throwable cause) {
    failures.increment();
    if (state != PushState.DOWN) {
      state = PushState.DOWN;
      LOG.warn("Vessel statuses are not taken by {}: {}", config.url(), cause.toString());
    }
  }

  /** How the receiver stands with us. */
  public PushState state() {
    return state;
  }

  /** Statuses that were taken. */
  public long pushed() {
    return pushed.sum();
  }

  /** Statuses that the receiver did not want. */
  public long refused() {
    return refused.sum();
  }

  /** Attempts that failed and are repeated. */
  public long failures() {
    return failures.sum();
  }
}
