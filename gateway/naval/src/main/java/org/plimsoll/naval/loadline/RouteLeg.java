package org.plimsoll.naval.loadline;

/**
 * The part of a route within one zone.
 *
 * @param zone where it lies
 * @param days time in it, 0 or more; at most {@value #MOST_DAYS}
 * @param consumptionTonnesPerDay fuel and water used there, net of what the ship makes
 */
public record RouteLeg(RouteZone zone, double days, double consumptionTonnesPerDay) {

  /** No leg is looked at day by day for longer than this. */
  public static final int MOST_DAYS = 120;

  public RouteLeg {
    if (!(days >= 0 && days <= MOST_DAYS)) {
      throw new IllegalArgumentException(
          "%s takes %s days, allowed 0 to %d".formatted(zone.name(), days, MOST_DAYS));
    }
    if (!(consumptionTonnesPerDay >= 0 && Double.isFinite(consumptionTonnesPerDay))) {
      throw new IllegalArgumentException(
          "%s uses %s t/day, must be >= 0".formatted(zone.name(), consumptionTonnesPerDay));
    }
  }
}
