package org.plimsoll.shore.port;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * The port's answer to a ship's question for water below the keel: when she may pass, and what she
 * will have where. The port computes it; the shore keeps it.
 *
 * @param request which it answers
 * @param generated when it was computed; S-129 {@code generationTime}
 * @param windows when she may pass; none means that she may not
 * @param maximumDraughtMetres how deep she may lie
 * @param controlPoints along the route
 */
public record UkcPlan(
    UUID request,
    Instant generated,
    List<UkcRequest.Range> windows,
    OptionalDouble maximumDraughtMetres,
    List<ControlPoint> controlPoints)
    implements PortRecord {

  /**
   * S-129 {@code UnderKeelClearanceControlPoint}.
   *
   * @param passing when she is expected there
   * @param aboveLimitMetres water below the keel beyond what the port wants; S-129 {@code
   *     distanceAboveUKCLimit}
   */
  public record ControlPoint(String name, Instant passing, double aboveLimitMetres) {}

  public UkcPlan {
    windows = List.copyOf(windows);
    controlPoints = List.copyOf(controlPoints);
  }

  @Override
  public RecordKind kind() {
    return RecordKind.UKC_PLAN;
  }
}
