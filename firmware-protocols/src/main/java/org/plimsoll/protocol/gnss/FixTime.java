package org.plimsoll.protocol.gnss;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;
import org.plimsoll.protocol.casic.CasicMessage;
import org.plimsoll.protocol.nmea0183.FixMode;
import org.plimsoll.protocol.nmea0183.Gga;
import org.plimsoll.protocol.nmea0183.Gns;
import org.plimsoll.protocol.nmea0183.Rmc;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.nmea0183.Zda;
import org.plimsoll.protocol.ubx.NavPvt;
import org.plimsoll.protocol.ubx.NavTimeUtc;
import org.plimsoll.protocol.ubx.UbxMessage;
import org.plimsoll.vocabulary.Quality;

/**
 * The UTC that a satellite receiver says while it has a fix: without one it says the time of a
 * battery, or none. ZDA has no word for that, so it counts after a sentence of the same receiver
 * that has. The year may be wrong by multiples of 1024 weeks, and the time is that of the fix, some
 * tenths of a second before the message came.
 *
 * <p>One for each receiver. Confined to its caller's thread.
 */
public final class FixTime {

  private static final int LAST_MONTH = 12;
  private static final int LAST_HOUR = 23;
  private static final int LAST_MINUTE = 59;
  private static final int LEAP_SECOND = 60;

  private boolean fix;

  /** The time that a sentence says; empty if it says none, or the receiver has no fix. */
  public Optional<Instant> of(Sentence sentence) {
    if (sentence instanceof Rmc rmc) {
      fix = isFix(rmc.fix());
      return fix
          ? rmc.date().flatMap(day -> rmc.time().map(t -> day.atTime(t).toInstant(ZoneOffset.UTC)))
          : Optional.empty();
    }
    if (sentence instanceof Gga gga) {
      fix = isFix(gga.fix());
    } else if (sentence instanceof Gns gns) {
      fix = isFix(gns.fix());
    }
    return fix && sentence instanceof Zda zda ? zda.instant() : Optional.empty();
  }

  /** The same of what any receiver's line says. */
  public Optional<Instant> of(GnssMessage message) {
    if (message instanceof GnssMessage.Nmea nmea) {
      return of(nmea.sentence());
    }
    if (message instanceof GnssMessage.Ubx ubx) {
      return of(ubx.message());
    }
    return message instanceof GnssMessage.Casic casic ? of(casic.message()) : Optional.empty();
  }

  private static Optional<Instant> of(UbxMessage message) {
    if (message instanceof NavPvt pvt) {
      NavPvt.Utc utc = pvt.utc();
      return pvt.fix().isPosition() && utc.isDateValid() && utc.isTimeValid()
          ? date(utc.year(), utc.month(), utc.day())
              .flatMap(day -> time(day, utc.hour(), utc.minute(), utc.second(), utc.nanos()))
          : Optional.empty();
    }
    return message instanceof NavTimeUtc utc && utc.isValid()
        ? date(utc.year(), utc.month(), utc.day())
            .flatMap(day -> time(day, utc.hour(), utc.minute(), utc.second(), utc.nanos()))
        : Optional.empty();
  }

  private static Optional<Instant> of(CasicMessage message) {
    return message instanceof org.plimsoll.protocol.casic.NavTimeUtc utc && utc.isValid()
        ? date(utc.year(), utc.month(), utc.day())
            .flatMap(
                day -> time(day, utc.hour(), utc.minute(), utc.second(), utc.millis() * 1_000_000L))
        : Optional.empty();
  }

  private static boolean isFix(FixMode mode) {
    return mode.quality() == Quality.GOOD;
  }

  private static Optional<LocalDate> date(int year, int month, int day) {
    boolean real =
        month >= 1 && month <= LAST_MONTH && day >= 1 && YearMonth.of(year, month).isValidDay(day);
    return real ? Optional.of(LocalDate.of(year, month, day)) : Optional.empty();
  }

  /** A leap second, 60, reads as the second before it. */
  private static Optional<Instant> time(
      LocalDate day, int hour, int minute, int second, long nanos) {
    if (hour > LAST_HOUR || minute > LAST_MINUTE || second > LEAP_SECOND) {
      return Optional.empty();
    }
    LocalDateTime time = day.atTime(hour, minute, Math.min(second, LAST_MINUTE));
    return Optional.of(time.toInstant(ZoneOffset.UTC).plusNanos(nanos));
  }
}
