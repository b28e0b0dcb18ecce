package org.plimsoll.bench;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * What a device says at its n-th turn, written without the product's own encoder, so that a fault
 * of that encoder cannot hide a fault of the decoder.
 */
interface Speech {

  /** Sentences without {@code $}, checksum and line end. */
  List<String> at(long turn);

  /** A sentence as bytes: {@code $}, the text, {@code *}, its checksum, CR LF. */
  static byte[] encode(String text) {
    int checksum = 0;
    for (byte octet : text.getBytes(StandardCharsets.US_ASCII)) {
      checksum ^= octet;
    }
    return String.format(Locale.ROOT, "$%s*%02X\r\n", text, checksum)
        .getBytes(StandardCharsets.US_ASCII);
  }

  /**
   * A GPS compass that says RMC, VTG, HDT, ROT and DPT at every turn and GGA besides: a ship that
   * steams east along 42 N, turning her bow a little. The depth is 100 m and a centimetre more at
   * every turn, for 10,000 m: no two turns say the same depth, so a reading that is stored twice or
   * altered shows.
   */
  static Speech compass(InstantSource clock) {
    return turn -> {
      Instant now = clock.instant();
      String time = DateTimeFormatter.ofPattern("HHmmss.SS").format(now.atOffset(ZoneOffset.UTC));
      String date = DateTimeFormatter.ofPattern("ddMMyy").format(now.atOffset(ZoneOffset.UTC));
      String position =
          String.format(Locale.ROOT, "4212.%05d,N,13018.%05d,E", turn % 90_000, turn % 80_000);
      double heading = 90 + turn % 40 / 10.0;
      return List.of(
          String.format(
              Locale.ROOT, "GPRMC,%s,A,%s,12.0,%.1f,%s,,,A", time, position, heading, date),
          String.format(Locale.ROOT, "GPGGA,%s,%s,1,09,0.9,21.3,M,26.0,M,,", time, position),
          String.format(Locale.ROOT, "GPVTG,%.1f,T,,M,12.0,N,22.2,K,A", heading),
          String.format(Locale.ROOT, "GPHDT,%.1f,T", heading),
          String.format(Locale.ROOT, "GPROT,%.1f,A", turn % 7 - 3.0),
          String.format(Locale.ROOT, "GPDPT,%.2f,0.0,", depthMetres(turn)));
    };
  }

  /** The depth that {@link #compass} says at a turn. */
  static double depthMetres(long turn) {
    return 100 + turn % 1_000_000 / 100.0;
  }

  /** Passengers and ramp direction of the reference ferry's counter, both constant. */
  static Speech counter(int passengers) {
    return turn -> List.of("YXXDR,G," + passengers + ",,PAX,S,1,,RAMP");
  }

  /** Where draughts are read, in the order in which {@link #marks} says them. */
  List<String> MARKS =
      List.of(
          "forward.port",
          "forward.starboard",
          "midship.port",
          "midship.starboard",
          "aft.port",
          "aft.starboard");

  /** The reference ferry's hull monitor: she rolls a degree in twelve seconds. */
  static Speech hull() {
    return turn ->
        List.of(
            String.format(Locale.ROOT, "YXXDR,A,%.2f,D,INCL", Math.sin(turn * Math.PI / 12)),
            String.format(
                Locale.ROOT,
                "YXXDR,D,%.3f,M,BALLAST-P,D,%.3f,M,BALLAST-S,G,1021.5,,DENSITY",
                2.683 + turn % 5 / 1000.0,
                1.517 - turn % 5 / 1000.0));
  }

  /** Draughts of a ferry in a swell, a little by the stern, and an empty weighbridge. */
  static Speech marks() {
    return turn -> {
      StringBuilder text = new StringBuilder("YXXDR");
      for (int i = 0; i < MARKS.size(); i++) {
        double metres = 4.90 + i / 2 * 0.15 + 0.01 * Math.sin(turn * 0.9 + i);
        text.append(String.format(Locale.ROOT, ",D,%.3f,M,D%d", metres, i));
      }
      return List.of(text.append(",G,0,K,SCALE").toString());
    };
  }
}
