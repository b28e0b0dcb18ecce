package org.plimsoll.cli.conformance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.plimsoll.cli.frame.FieldTree;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.ubx.GnssMessage;
import org.plimsoll.protocol.ubx.NavPvt;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Reading;

/** All that a receiver said, by the last time of day that it had said before. */
final class ReceiverLog {

  /** Logs are minutes long; a longer one is not compared beyond this. */
  private static final int MAX_EPOCHS = 100_000;

  private static final int NANOS_A_MILLI = 1_000_000;

  private final Map<LocalTime, Epoch> epochs = new HashMap<>();
  private Epoch present = new Epoch();

  /** Takes what the decoder says. */
  void add(Decoded<GnssMessage> decoded) {
    if (!(decoded instanceof Decoded.Value<GnssMessage> value)) {
      return;
    }
    if (value.value() instanceof GnssMessage.Nmea nmea) {
      Map<String, ?> fields = FieldTree.of((Record) nmea.sentence());
      if (fields.get("time") instanceof String time) {
        begin(LocalTime.parse(time));
      }
      if (fields.get("date") instanceof String date) {
        present.date(date);
      }
    } else if (value.value() instanceof GnssMessage.Ubx ubx
        && ubx.message() instanceof NavPvt solution) {
      begin(solution.utc());
      addUnvouched(solution);
    }
    for (Reading reading : value.value().readings()) {
      reading.value().ifPresent(number -> present.add(reading.quantity(), number));
    }
  }

  /**
   * gpsd reports what the receiver does not vouch for, too: such readings are invalid here, but the
   * message holds them.
   */
  private void addUnvouched(NavPvt solution) {
    present.add(Quantities.LATITUDE, solution.place().latitudeDegrees());
    present.add(Quantities.LONGITUDE, solution.place().longitudeDegrees());
    present.add(Quantities.SPEED_OVER_GROUND, solution.velocity().groundMetresPerSecond());
    present.add(
        Quantities.COURSE_OVER_GROUND_TRUE, Math.toRadians(solution.velocity().courseDegrees()));
  }

  Map<LocalTime, Epoch> epochs() {
    return epochs;
  }

  private void begin(LocalTime time) {
    if (epochs.size() < MAX_EPOCHS) {
      present = epochs.computeIfAbsent(time.truncatedTo(ChronoUnit.MILLIS), key -> new Epoch());
    }
  }

  private void begin(NavPvt.Utc utc) {
    try {
      LocalTime second = LocalTime.of(utc.hour(), utc.minute(), Math.min(59, utc.second()));
      long millis = Math.round(utc.nanos() / (double) NANOS_A_MILLI);
      begin(second.plus(millis, ChronoUnit.MILLIS));
      if (utc.isDateValid()) {
        present.date(LocalDate.of(utc.year(), utc.month(), utc.day()).toString());
      }
    } catch (DateTimeException notATime) {
      present = new Epoch();
    }
  }
}
