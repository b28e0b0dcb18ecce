package org.plimsoll.naval.loadline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.naval.Phrase;
import org.plimsoll.naval.loadline.DepartureLimit.Bound;

/**
 * The limit of a departure, from every mark that she meets until arrival: no mark that applies may
 * be submerged when she puts to sea, during the voyage or on arrival (article 12). She may leave
 * deeper than a mark ahead by what she uses until she is there, and by what she uses in inland
 * water before the sea.
 */
public final class LookAhead {

  private static final double SECONDS_PER_DAY = 86_400;

  private final LoadLineMarks marks;
  private final Optional<SubdivisionLine> subdivision;
  private final double tonnesPerCentimetre;

  /**
   * For one ship in one condition of service.
   *
   * @param subdivision line of the intended service, on a passenger ship
   * @param tonnesPerCentimetre near the load line in sea water
   */
  public LookAhead(
      LoadLineMarks marks, Optional<SubdivisionLine> subdivision, double tonnesPerCentimetre) {
    if (!(tonnesPerCentimetre > 0)) {
      throw new IllegalArgumentException("TPC is " + tonnesPerCentimetre + ", must be > 0");
    }
    this.marks = marks;
    this.subdivision = subdivision;
    this.tonnesPerCentimetre = tonnesPerCentimetre;
  }

  /**
   * The limit for a departure.
   *
   * @param departure by the clock of the zones, so that she meets a season on its first day even if
   *     she leaves an hour before it
   * @return empty if the route has no mark at all: inland water only, no subdivision line and no
   *     limit on arrival
   */
  public Optional<DepartureLimit> limit(Route route, LocalDateTime departure) {
    Passage passage = new Passage(departure);
    for (RouteLeg leg : route.legs()) {
      passage.through(leg);
    }
    route.arrival().ifPresent(passage::arrive);
    return Optional.ofNullable(passage.least);
  }

  /** Running totals of one passage; confined to the call that made it. */
  private final class Passage {
    private final LocalDateTime departure;
    private double days;
    private double usedTonnes;
    private boolean atSea;
    private @Nullable DepartureLimit least;

    Passage(LocalDateTime departure) {
      this.departure = departure;
    }

    void through(RouteLeg leg) {
      LocalDate last = after(days + leg.days()).toLocalDate();
      LocalDate date = after(days).toLocalDate();
      meet(leg, date, 0);
      while (date.isBefore(last)) {
        date = date.plusDays(1);
        double midnight =
            Duration.between(departure, date.atStartOfDay()).toSeconds() / SECONDS_PER_DAY;
        meet(leg, date, (midnight - days) * leg.consumptionTonnesPerDay());
      }
      days += leg.days();
      usedTonnes += leg.days() * leg.consumptionTonnesPerDay();
    }

    private LocalDateTime after(double daysUnderWay) {
      return departure.plusSeconds((long) (daysUnderWay * SECONDS_PER_DAY));
    }

    private void meet(RouteLeg leg, LocalDate date, double usedInLegTonnes) {
      Optional<Mark> mark = leg.zone().markOn(date);
      if (mark.isEmpty()) {
        return;
      }
      double rise = rise(usedTonnes + usedInLegTonnes);
      String where = " in " + leg.zone().name() + " on " + date;
      if (!atSea) {
        subdivision.ifPresent(
            line ->
                take(
                    line.draughtMetres() + rise,
                    Bound.SUBDIVISION,
                    "subdivision line " + line.name() + where));
      }
      take(
          marks.draughtMetres(mark.get()) + rise,
          atSea ? Bound.ZONE_AHEAD : Bound.ZONE,
          mark.get().letters() + where);
      atSea = true;
    }

    void arrive(Arrival arrival) {
      double seaWater =
          arrival.greatestDraughtMetres()
              - marks.freshWaterAllowance().dockWaterMetres(arrival.density());
      take(
          seaWater + rise(usedTonnes),
          Bound.ARRIVAL,
          Phrase.of(
              "%.2f m allowed at %s in water of %.4f t/m3",
              arrival.greatestDraughtMetres(), arrival.harbour(), arrival.density()));
    }

    private double rise(double tonnes) {
      return DockWater.sinkageMetres(tonnes, tonnesPerCentimetre);
    }

    private void take(double seaWaterMetres, Bound bound, String binding) {
      if (least == null || seaWaterMetres < least.seaWaterMetres()) {
        least = new DepartureLimit(seaWaterMetres, bound, binding, marks.freshWaterAllowance());
      }
    }
  }
}
