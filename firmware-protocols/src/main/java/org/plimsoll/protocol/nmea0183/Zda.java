package org.plimsoll.protocol.nmea0183;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Time and date: the only sentence with a four-digit year. The local zone is ignored, because
 * receivers disagree about its sign.
 *
 * <pre>
 * $--ZDA,hhmmss.ss,dd,mm,yyyy,xx,xx*hh
 *        1         2  3  4    5  6
 *        UTC       day, month, year (UTC), zone
 * </pre>
 */
public record Zda(
    String talker,
    Optional<LocalTime> time,
    Optional<LocalDate> date,
    OptionalInt zoneHours,
    OptionalInt zoneMinutes)
    implements Sentence {

  /** In UTC. */
  public Zda(String talker, Optional<LocalTime> time, Optional<LocalDate> date) {
    this(talker, time, date, OptionalInt.of(0), OptionalInt.of(0));
  }

  /** The device's idea of now; data, not a clock. */
  public Optional<Instant> instant() {
    return date.flatMap(day -> time.map(t -> day.atTime(t).toInstant(ZoneOffset.UTC)));
  }

  static Zda decode(Fields fields) {
    return new Zda(
        fields.talker(),
        fields.time(1),
        fields.date(2, 3, 4),
        fields.integer(5),
        fields.integer(6));
  }

  void write(FieldWriter out) {
    out.time(time).fullDate(date).integer(zoneHours, 2).integer(zoneMinutes, 2);
  }

  /** Refuses what {@link #decode} refuses. */
  static void measure(Fields fields, ReadingOutput out) {
    fields.checkTime(1);
    fields.checkWhole(2, 6);
    out.begins(fields, "ZDA");
  }
}
