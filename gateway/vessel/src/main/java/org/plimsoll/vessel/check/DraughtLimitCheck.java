package org.plimsoll.vessel.check;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plimsoll.naval.DraughtMark;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.state.VesselState;

/**
 * Whether either midship mark is submerged: compliance with a load line is judged at the midship
 * marks, port and starboard, not at the mean (ICLL 1966, article 12). The draughts are filtered.
 */
final class DraughtLimitCheck implements Check {

  private final Certificate certificate;
  private final Levels levels;

  DraughtLimitCheck(Certificate certificate, AlertLevels levels) {
    this.certificate = certificate;
    this.levels = levels.of(AlertKind.DRAUGHT_LIMIT);
  }

  @Override
  public String id() {
    return "draught-limit";
  }

  @Override
  public String title() {
    return "Draught against limit";
  }

  @Override
  public AlertKind alert() {
    return AlertKind.DRAUGHT_LIMIT;
  }

  @Override
  public Finding judge(VesselState state) {
    Double portMetres = state.draughts().get(DraughtMark.MIDSHIP_PORT);
    Double starboardMetres = state.draughts().get(DraughtMark.MIDSHIP_STARBOARD);
    double limit = certificate.draughtMetres();
    if (portMetres == null && starboardMetres == null) {
      return Finding.inconclusive("no usable draught at the midship marks");
    }
    double deepest =
        Stream.of(portMetres, starboardMetres)
            .filter(Objects::nonNull)
            .mapToDouble(Double::doubleValue)
            .max()
            .orElseThrow();
    String text =
        String.format(
            Locale.ROOT,
            "port %s, starboard %s, limit %.2f m",
            metres(portMetres),
            metres(starboardMetres),
            limit);
    if (deepest <= limit && (portMetres == null || starboardMetres == null)) {
      return Finding.inconclusive(text);
    }
    return new Finding(
        deepest > limit ? Verdict.FAIL : Verdict.PASS,
        text,
        levels.conditions(alert(), 1, deepest - limit, () -> text));
  }

  private static String metres(@Nullable Double value) {
    return value == null ? "unknown" : String.format(Locale.ROOT, "%.2f m", value);
  }
}
