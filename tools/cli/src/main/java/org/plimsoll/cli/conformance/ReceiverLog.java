package org.plimsoll.cli.conformance;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.plimsoll.cli.frame.FieldTree;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.casic.CasicMessage;
import org.plimsoll.protocol.gnss.GnssMessage;
import org.plimsoll.protocol.ubx.NavHpPosLlh;
import org.plimsoll.protocol.ubx.NavPosLlh;
import org.plimsoll.protocol.ubx.NavPvt;
import org.plimsoll.protocol.ubx.NavSol;
import org.plimsoll.protocol.ubx.NavTimeUtc;
import org.plimsoll.protocol.ubx.NavVelNed;
import org.plimsoll.protocol.ubx.UbxMessage;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Reading;

/**
 * All that a receiver said, by time of day: of a sentence the last one said before it, of a UBX
 * message the one that NAV-PVT or NAV-TIMEUTC gives to its time of the week.
 */
final class ReceiverLog {

  /** Logs are minutes long; a longer one is not compared beyond this. */
  private static final int MAX_EPOCHS = 100_000;

  private static final int NANOS_A_MILLI = 1_000_000;

  private final Map<LocalTime, Epoch> epochs = new HashMap<>();
  private final Map<Long, Epoch> byTimeOfWeek = new HashMap<>();
  private Epoch present = new Epoch(null, false);

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
    } else if (value.value() instanceof GnssMessage.Ubx ubx) {
      addUbx(ubx.message());
    } else if (value.value() instanceof GnssMessage.Casic casic) {
      addCasic(casic.message());
    }
    for (Reading reading : value.value().readings()) {
      reading.value().ifPresent(number -> present.add(reading.quantity(), number));
    }
  }

  private void addCasic(CasicMessage message) {
    at(message.runTimeMillis());
    if (message instanceof org.plimsoll.protocol.casic.NavTimeUtc utc && utc.isValid()) {
      begin(utc.hour(), utc.minute(), utc.second(), utc.millis() * NANOS_A_MILLI);
      byTimeOfWeek.put(utc.runTimeMillis(), present);
      date(utc.year(), utc.month(), utc.day());
    }
  }

  /**
   * gpsd reports what the receiver does not vouch for, too: such readings are invalid here, or
   * none, but the message holds them.
   */
  private void addUbx(UbxMessage message) {
    if (message instanceof NavPvt solution) {
      NavPvt.Utc utc = solution.utc();
      at(solution.timeOfWeekMillis());
      begin(utc.hour(), utc.minute(), utc.second(), utc.nanos());
      byTimeOfWeek.put(solution.timeOfWeekMillis(), present);
      if (utc.isDateValid()) {
        date(utc.year(), utc.month(), utc.day());
      }
      add(solution.place());
      add(solution.velocity());
    } else if (message instanceof NavTimeUtc utc) {
      at(utc.timeOfWeekMillis());
      begin(utc.hour(), utc.minute(), utc.second(), utc.nanos());
      byTimeOfWeek.put(utc.timeOfWeekMillis(), present);
      date(utc.year(), utc.month(), utc.day());
    } else if (message instanceof NavPosLlh position) {
      at(position.timeOfWeekMillis());
      add(position.place());
    } else if (message instanceof NavHpPosLlh position) {
      at(position.timeOfWeekMillis());
      add(position.place());
    } else if (message instanceof NavVelNed motion) {
      at(motion.timeOfWeekMillis());
      add(motion.velocity());
    } else if (message instanceof NavSol solution) {
      at(solution.timeOfWeekMillis());
      solution.latitudeDegrees().ifPresent(value -> present.add(Quantities.LATITUDE, value));
      solution.longitudeDegrees().ifPresent(value -> present.add(Quantities.LONGITUDE, value));
    }
  }

  private void add(NavPvt.Place place) {
    present.add(Quantities.LATITUDE, place.latitudeDegrees());
    present.add(Quantities.LONGITUDE, place.longitudeDegrees());
  }

  private void add(NavPvt.Velocity velocity) {
    present.add(Quantities.SPEED_OVER_GROUND, velocity.groundMetresPerSecond());
    present.add(Quantities.COURSE_OVER_GROUND_TRUE, Math.toRadians(velocity.courseDegrees()));
  }

  Map<LocalTime, Epoch> epochs() {
    return epochs;
  }

  private void at(long timeOfWeekMillis) {
    if (byTimeOfWeek.size() < MAX_EPOCHS) {
      Epoch before = present;
      present = byTimeOfWeek.computeIfAbsent(timeOfWeekMillis, key -> new Epoch(before, true));
    }
  }

  private void begin(LocalTime time) {
    if (epochs.size() < MAX_EPOCHS) {
      Epoch before = present;
      LocalTime key = time.truncatedTo(ChronoUnit.MILLIS);
      present = epochs.computeIfAbsent(key, first -> new Epoch(before, false));
      present.time(key);
    }
  }

  /** The present epoch, known by its time of the week, has a time of day. */
  private void begin(int hour, int minute, int second, int nanos) {
    try {
      LocalTime whole = LocalTime.of(hour, minute, Math.min(59, second));
      long millis = Math.round(nanos / (double) NANOS_A_MILLI);
      LocalTime key = whole.plus(millis, ChronoUnit.MILLIS);
      Epoch known = epochs.putIfAbsent(key, present);
      if (known != null && known != present) {
        known.take(present);
        present = known;
      }
      present.time(key);
    } catch (DateTimeException notATime) {
      present = new Epoch(null, false);
    }
  }

  private void date(int year, int month, int day) {
    try {
      present.date(LocalDate.of(year, month, day).toString());
    } catch (DateTimeException notADate) {
      present = new Epoch(null, false);
    }
  }
}
