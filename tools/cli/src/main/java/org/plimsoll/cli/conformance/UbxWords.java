package org.plimsoll.cli.conformance;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.ubx.Ecef;
import org.plimsoll.protocol.ubx.NavHpPosLlh;
import org.plimsoll.protocol.ubx.NavPosLlh;
import org.plimsoll.protocol.ubx.NavPvt;
import org.plimsoll.protocol.ubx.NavSol;
import org.plimsoll.protocol.ubx.NavTimeUtc;
import org.plimsoll.protocol.ubx.NavVelNed;
import org.plimsoll.protocol.ubx.UbxMessage;

/** Messages in the words and units of the u-blox manuals, as pyubx2 has them. */
final class UbxWords {

  private static final double MILLI = 1e3;
  private static final double CENTI = 1e2;

  private final Map<String, @Nullable Object> words = new LinkedHashMap<>();

  private UbxWords() {}

  /** The fields that a peer names; none for a message whose fields are compared elsewhere. */
  static Map<String, @Nullable Object> of(UbxMessage message) {
    UbxWords words = new UbxWords();
    if (message instanceof NavPvt solution) {
      words.pvt(solution);
    } else if (message instanceof NavSol solution) {
      words.sol(solution);
    } else if (message instanceof NavPosLlh position) {
      words.put("iTOW", position.timeOfWeekMillis());
      words.place(position.place(), MILLI);
      words.put("hAcc", position.horizontalMetres() * MILLI);
      words.put("vAcc", position.verticalMetres() * MILLI);
    } else if (message instanceof NavHpPosLlh position) {
      words.put("version", 0);
      words.put("invalidLlh", position.invalid() ? 1 : 0);
      words.put("iTOW", position.timeOfWeekMillis());
      words.place(position.place(), MILLI);
      words.put("hAcc", position.horizontalMetres() * MILLI);
      words.put("vAcc", position.verticalMetres() * MILLI);
    } else if (message instanceof NavVelNed motion) {
      words.velNed(motion);
    } else if (message instanceof NavTimeUtc utc) {
      words.utc(utc);
    }
    return words.words;
  }

  private void pvt(NavPvt solution) {
    NavPvt.Utc utc = solution.utc();
    put("iTOW", solution.timeOfWeekMillis());
    date(utc.year(), utc.month(), utc.day(), utc.hour(), utc.minute());
    put("second", utc.second());
    put("nano", utc.nanos());
    bits(utc.validity(), "validDate", "validTime", "fullyResolved", "validMag");
    put("tAcc", solution.accuracy().timeNanos());
    NavPvt.Fix fix = solution.fix();
    put("fixType", fix.type());
    bits(fix.flags(), "gnssFixOk", "diffSoln");
    put("psmState", fix.flags() >> 2 & 7);
    put("headVehValid", fix.flags() >> 5 & 1);
    put("carrSoln", fix.flags() >> 6 & 3);
    bits(fix.flags2() >> 5, "confirmedAvai", "confirmedDate", "confirmedTime");
    put("numSV", fix.satellites());
    put("invalidLlh", fix.flags3() & 1);
    put("lastCorrectionAge", fix.flags3() >> 1 & 15);
    place(solution.place(), MILLI);
    NavPvt.Velocity velocity = solution.velocity();
    put("velN", velocity.northMetresPerSecond() * MILLI);
    put("velE", velocity.eastMetresPerSecond() * MILLI);
    put("velD", velocity.downMetresPerSecond() * MILLI);
    put("gSpeed", velocity.groundMetresPerSecond() * MILLI);
    put("headMot", velocity.courseDegrees());
    NavPvt.Accuracy accuracy = solution.accuracy();
    put("hAcc", accuracy.horizontalMetres() * MILLI);
    put("vAcc", accuracy.verticalMetres() * MILLI);
    put("sAcc", accuracy.speedMetresPerSecond() * MILLI);
    put("headAcc", accuracy.courseDegrees());
    put("pDOP", accuracy.positionDilution());
    put("headVeh", plain(solution.vehicle().headingDegrees()));
    put("magDec", plain(solution.vehicle().declinationDegrees()));
    put("magAcc", plain(solution.vehicle().declinationAccuracyDegrees()));
  }

  private void sol(NavSol solution) {
    put("iTOW", solution.timeOfWeekMillis());
    put("week", solution.week());
    put("gpsFix", solution.fixType());
    bits(solution.flags(), "gpsfixOK", "diffSoln", "wknSet", "towSet");
    vector("ecef", solution.position());
    put("pAcc", solution.positionMetres() * CENTI);
    vector("ecefV", solution.velocity());
    put("sAcc", solution.speedMetresPerSecond() * CENTI);
    put("pDOP", solution.positionDilution());
    put("numSV", solution.satellites());
  }

  private void velNed(NavVelNed motion) {
    put("iTOW", motion.timeOfWeekMillis());
    put("velN", motion.velocity().northMetresPerSecond() * CENTI);
    put("velE", motion.velocity().eastMetresPerSecond() * CENTI);
    put("velD", motion.velocity().downMetresPerSecond() * CENTI);
    put("gSpeed", motion.velocity().groundMetresPerSecond() * CENTI);
    put("heading", motion.velocity().courseDegrees());
    put("sAcc", motion.speedAccuracyMetresPerSecond() * CENTI);
    put("cAcc", motion.courseAccuracyDegrees());
  }

  private void utc(NavTimeUtc utc) {
    put("iTOW", utc.timeOfWeekMillis());
    put("tAcc", utc.accuracyNanos());
    put("nano", utc.nanos());
    date(utc.year(), utc.month(), utc.day(), utc.hour(), utc.minute());
    put("sec", utc.second());
    bits(utc.validity(), "validTOW", "validWKN", "validUTC");
    put("utcStandard", utc.validity() >> 4);
  }

  private void date(int year, int month, int day, int hour, int minute) {
    put("year", year);
    put("month", month);
    put("day", day);
    put("hour", hour);
    put("min", minute);
  }

  private void place(NavPvt.Place place, double unitsOfAMetre) {
    put("lon", place.longitudeDegrees());
    put("lat", place.latitudeDegrees());
    put("height", place.heightMetres() * unitsOfAMetre);
    put("hMSL", place.altitudeMetres() * unitsOfAMetre);
  }

  private void vector(String name, Ecef vector) {
    put(name + "X", vector.x() * CENTI);
    put(name + "Y", vector.y() * CENTI);
    put(name + "Z", vector.z() * CENTI);
  }

  private void bits(int flags, String... names) {
    for (int bit = 0; bit < names.length; bit++) {
      put(names[bit], flags >> bit & 1);
    }
  }

  private void put(String name, @Nullable Object value) {
    words.put(name, value);
  }

  private static @Nullable Double plain(OptionalDouble value) {
    return value.isPresent() ? (Double) value.getAsDouble() : null;
  }
}
