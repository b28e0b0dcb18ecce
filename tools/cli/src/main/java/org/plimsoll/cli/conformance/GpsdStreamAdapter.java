package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.gnss.GnssLineDecoder;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/**
 * A receiver's log and the reports that gpsd made of it: each report's position, speed and track
 * stand in the readings of its epoch.
 */
final class GpsdStreamAdapter implements Adapter {

  private static final long MAX_LOG_BYTES = 8 << 20;

  /**
   * How gpsd prints a quantity.
   *
   * @param factor from the unit of the readings
   * @param tolerance half of the last digit, and what conversions lose
   */
  private record Print(double factor, double tolerance) {}

  private static final Print POSITION = new Print(1, 0.5e-9 + 1e-12);
  private static final Print SPEED = new Print(1, 0.5e-3 + 1e-6);
  private static final Print TRACK = new Print(Math.toDegrees(1), 0.5e-4 + 1e-9);

  /** Half of the last digit of the variation that gpsd prints, and of the track. */
  private static final double VARIATION_TOLERANCE = 0.05 + 0.5e-4 + 1e-9;

  /** Leap seconds from 2006, when the oldest log was made, to 2017, when the last was put in. */
  private static final int MAX_LEAP_SECONDS_APART = 4;

  private static final int ROLLOVER_DAYS = 1024 * 7;

  private final Path raw;

  /** Of logs in this directory. */
  GpsdStreamAdapter(Path raw) {
    this.raw = raw;
  }

  @Override
  public void check(JsonNode record, Comparison comparison) throws IOException {
    Path log = raw.resolve(record.get("raw").textValue()).normalize();
    if (!log.startsWith(raw) || !Files.isRegularFile(log) || Files.size(log) > MAX_LOG_BYTES) {
      comparison.require(false, "raw", "a file of at most 8 MiB", log.toString());
      return;
    }
    if (record.path("att").size() > 0) {
      comparison.leave("att");
    }
    byte[] bytes = Files.readAllBytes(log);
    ReceiverLog heard = read(bytes);
    for (JsonNode report : record.get("tpv")) {
      check(report, epochOf(report, heard, comparison), comparison);
    }
  }

  /**
   * The epoch of a report. Until a receiver tells the leap seconds, gpsd counts those of its own
   * day, and its reports of older logs are too early by a few seconds: then the time alone cannot
   * be compared.
   */
  private static @Nullable Epoch epochOf(
      JsonNode report, ReceiverLog heard, Comparison comparison) {
    LocalTime time = timeOf(report);
    Epoch epoch = heard.epochs().get(time);
    for (int later = 1; epoch == null && later <= MAX_LEAP_SECONDS_APART; later++) {
      Epoch candidate = heard.epochs().get(time.plusSeconds(later));
      if (candidate != null && candidate.isByTimeOfWeek() && holdsPosition(report, candidate)) {
        comparison.leave("time by gpsd's own count of leap seconds");
        epoch = candidate;
      }
    }
    return epoch;
  }

  private static boolean holdsPosition(JsonNode report, Epoch epoch) {
    return agrees("lat", report, epoch, Quantities.LATITUDE, POSITION)
        && agrees("lon", report, epoch, Quantities.LONGITUDE, POSITION);
  }

  private static ReceiverLog read(byte[] bytes) {
    ReceiverLog log = new ReceiverLog();
    GnssLineDecoder decoder = new GnssLineDecoder(ChecksumPolicy.OPTIONAL);
    decoder.feed(ByteBuffer.wrap(bytes), log::add);
    return log;
  }

  private static LocalTime timeOf(JsonNode report) {
    return LocalTime.parse(report.get("time").textValue().substring(11, 23));
  }

  private static void check(JsonNode report, @Nullable Epoch epoch, Comparison comparison) {
    String instant = report.get("time").textValue();
    comparison.require(epoch != null, "time", instant, "no sentence of that time");
    if (epoch == null) {
      return;
    }
    if (epoch.date() != null) {
      long apart =
          ChronoUnit.DAYS.between(
              LocalDate.parse(epoch.date()), LocalDate.parse(instant.substring(0, 10)));
      // gpsd corrects receivers whose week number overflowed; a decoder must not.
      comparison.require(apart % ROLLOVER_DAYS == 0, "date", instant, epoch.date());
    }
    compare("lat", report, epoch, Quantities.LATITUDE, POSITION, comparison);
    compare("lon", report, epoch, Quantities.LONGITUDE, POSITION, comparison);
    compareMotion(report, epoch, comparison);
  }

  /**
   * gpsd makes speed and track of its own while the receiver has not said them, or never says them.
   * What is not the receiver's must then be what its own positions and headings give.
   */
  private static void compareMotion(JsonNode report, Epoch epoch, Comparison comparison) {
    List<Double> speeds = MadeMotion.speeds(epoch);
    if (speeds.isEmpty() || agrees("speed", report, epoch, Quantities.SPEED_OVER_GROUND, SPEED)) {
      compare("speed", report, epoch, Quantities.SPEED_OVER_GROUND, SPEED, comparison);
    } else {
      compare("speed", report, speeds, SPEED.tolerance(), comparison);
    }
    List<Double> tracks = MadeMotion.tracks(epoch, report.path("magvar").doubleValue());
    if (tracks.isEmpty()
        || agrees("track", report, epoch, Quantities.COURSE_OVER_GROUND_TRUE, TRACK)) {
      compare("track", report, epoch, Quantities.COURSE_OVER_GROUND_TRUE, TRACK, comparison);
    } else {
      compare("track", report, tracks, VARIATION_TOLERANCE, comparison);
    }
  }

  private static void compare(
      String field, JsonNode report, List<Double> made, double tolerance, Comparison comparison) {
    comparison.compare(
        report.get("time").textValue() + " " + field,
        report.get(field),
        MadeMotion.nearest(made, report.get(field).doubleValue()),
        tolerance);
  }

  private static boolean agrees(
      String field, JsonNode report, Epoch epoch, Quantity quantity, Print print) {
    return !report.has(field)
        || Values.agree(
            report.get(field),
            nearest(report.get(field), epoch, quantity, print),
            print.tolerance());
  }

  private static void compare(
      String field,
      JsonNode report,
      Epoch epoch,
      Quantity quantity,
      Print print,
      Comparison comparison) {
    if (report.has(field)) {
      comparison.compare(
          report.get("time").textValue() + " " + field,
          report.get(field),
          nearest(report.get(field), epoch, quantity, print),
          print.tolerance());
    }
  }

  private static @Nullable Double nearest(
      JsonNode reported, Epoch epoch, Quantity quantity, Print print) {
    Double nearest = epoch.nearest(quantity, reported.doubleValue() / print.factor());
    return nearest == null ? null : (Double) (nearest * print.factor());
  }
}
