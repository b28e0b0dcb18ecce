package org.plimsoll.shore.port;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** To which of several open calls a crossing belongs. Stateless. */
public final class CallChoice {

  private CallChoice() {}

  /**
   * One open call of the vessel at the port.
   *
   * @param root the call
   * @param number order in which the calls came in
   * @param expected when she is expected or planned to arrive, as it was said last
   * @param arrived whether her arrival at the port was seen
   * @param left whether her departure from it was
   */
  public record Open(
      UUID root, long number, Optional<Instant> expected, boolean arrived, boolean left) {}

  /**
   * The call that she is at; else, for an arrival, the one that expects her nearest to that time;
   * else the one that came in first. A call that she has left takes nothing more.
   */
  public static Optional<Open> of(List<Open> calls, Crossing crossing) {
    List<Open> current = calls.stream().filter(call -> !call.left()).toList();
    Comparator<Open> nearest =
        Comparator.comparing((Open call) -> !call.arrived())
            .thenComparing(
                call ->
                    call.expected()
                        .map(time -> Duration.between(time, crossing.time()).abs())
                        .orElse(Duration.ofSeconds(Long.MAX_VALUE)))
            .thenComparing(Open::number);
    return current.stream().min(nearest);
  }
}
