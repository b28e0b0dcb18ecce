package org.plimsoll.vessel.loading;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.Phrase;
import org.plimsoll.vessel.state.ChannelState;
import org.plimsoll.vessel.state.Instruments;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;

/**
 * The water she floats in.
 *
 * @param density t/m3, the best that is known
 * @param quality of a sensor that is well, {@link Quality#MANUAL} by hand, {@link Quality#STALE}
 *     when it is too old to speak for the water
 * @param age since the density was taken; empty when nobody knows
 * @param text whose it is and how old, for the officer of the watch
 */
public record Water(double density, Quality quality, Optional<Duration> age, String text) {

  private static final double KILOGRAMS = 1000;

  /** The density if a decision may rest on it. */
  public OptionalDouble fresh() {
    return quality.isUsable() ? OptionalDouble.of(density) : OptionalDouble.empty();
  }

  /**
   * Takes the sensor while it is well; then what was entered by hand, while it is fresh; then what
   * the sensor said last, while that is fresh; then whatever there is, as stale.
   *
   * @param time of now, by the gateway's clock
   */
  static Water now(Instruments instruments, WaterConfig config, Instant time) {
    Optional<ChannelState> sensor = instruments.sensor(Quantities.WATER_DENSITY);
    OptionalDouble said = sensor.isPresent() ? sensor.get().value() : OptionalDouble.empty();
    if (sensor.isPresent() && said.isPresent() && sensor.get().quality().isUsable()) {
      Duration age = Duration.ofNanos(sensor.get().ageNanos().orElse(0));
      return new Water(
          said.getAsDouble() / KILOGRAMS, sensor.get().quality(), Optional.of(age), "by sensor");
    }
    Optional<Duration> age = config.taken().map(taken -> Duration.between(taken, time));
    if (age.isPresent() && !age.get().isNegative() && isFresh(age.get(), config)) {
      return new Water(
          config.density(), Quality.MANUAL, age, "by hand, " + words(age.get()) + " old");
    }
    if (said.isPresent() && sensor.get().ageNanos().isPresent()) {
      Duration silent = Duration.ofNanos(sensor.get().ageNanos().getAsLong());
      return new Water(
          said.getAsDouble() / KILOGRAMS,
          isFresh(silent, config) ? Quality.DEGRADED : Quality.STALE,
          Optional.of(silent),
          "the density sensor is silent, its last word is " + words(silent) + " old");
    }
    String old =
        age.filter(known -> !known.isNegative())
            .map(
                known ->
                    "entered by hand, " + words(known) + " old, valid for " + words(config.valid()))
            .orElse("entered by hand, nobody knows when");
    return new Water(config.density(), Quality.STALE, age, old);
  }

  private static boolean isFresh(Duration age, WaterConfig config) {
    return age.compareTo(config.valid()) <= 0;
  }

  /** What degrades a survey with this water; empty if nothing does. */
  Optional<String> remark() {
    return quality == Quality.STALE || quality == Quality.DEGRADED
        ? Optional.of(Phrase.of("density %.4f t/m3: %s", density, text))
        : Optional.empty();
  }

  private static String words(Duration age) {
    return age.toMinutes() < 1
        ? age.toSeconds() + " s"
        : age.toHours() < 1
            ? age.toMinutes() + " min"
            : age.toHours() + " h " + age.toMinutesPart() + " min";
  }
}
