package org.plimsoll.bench.decode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A mix that needs no file: as many of each sentence as recorded logs of 78 receivers have, with
 * made-up values of the same widths, in random order, and always the same. The AIS messages are
 * recorded ones.
 */
final class OwnMix {

  private static final long SEED = 183;

  private static final String[] TALKERS = {"GP", "GP", "GP", "GN", "GL", "GA"};

  private final Random random = new Random(SEED);
  private final List<String> sentences = new ArrayList<>();

  private OwnMix() {}

  static SentenceMix make() {
    OwnMix mix = new OwnMix();
    mix.receivers();
    mix.others();
    Collections.shuffle(mix.sentences, mix.random);
    return new SentenceMix(mix.sentences, messages());
  }

  private void receivers() {
    for (int i = 0; i < 1602; i++) {
      add(satellitesInView(i % 4));
    }
    for (int i = 0; i < 1017; i++) {
      String status = chance(8) ? "V" : "A";
      String rest = number(12, 2, 3) + "," + number(360, 1, 2) + "," + date() + ",";
      String variation = chance(3) ? number(20, 1, 1) + ",W" : ",";
      String mode = chance(2) ? ",A" : "";
      add(
          talker() + "RMC," + time() + "," + status + "," + place() + "," + rest + variation
              + mode);
    }
    for (int i = 0; i < 894; i++) {
      String fix = random.nextInt(3) + "," + pad(random.nextInt(13), 2);
      String altitude = signed(number(400, 1, 3)) + ",M," + signed(number(60, 1, 3)) + ",M,,";
      add(
          talker()
              + "GGA,"
              + time()
              + ","
              + place()
              + ","
              + fix
              + ","
              + number(5, 1, 2)
              + ","
              + altitude);
    }
    for (int i = 0; i < 610; i++) {
      add(talker() + "GLL," + place() + "," + time() + ",A" + (chance(2) ? ",A" : ""));
    }
    for (int i = 0; i < 352; i++) {
      add(talker() + "ZDA," + time() + "," + pad(1 + random.nextInt(28), 2) + ",07,2026,00,00");
    }
    for (int i = 0; i < 340; i++) {
      add(talker() + "GSA,A,3," + usedSatellites() + dilutions());
    }
    for (int i = 0; i < 284; i++) {
      String knots = number(12, 1, 3);
      add(
          talker()
              + "VTG,"
              + number(360, 1, 2)
              + ",T,,M,"
              + knots
              + ",N,"
              + knots
              + ",K"
              + (chance(2) ? ",A" : ""));
    }
    for (int i = 0; i < 153; i++) {
      add(
          "GNGNS,"
              + time()
              + ","
              + place()
              + ",AAN,"
              + pad(random.nextInt(20), 2)
              + ","
              + dilution()
              + ","
              + number(90, 1, 2)
              + ","
              + number(60, 1, 1)
              + ",,");
    }
    for (int i = 0; i < 83; i++) {
      add(
          talker()
              + "GBS,"
              + time()
              + ","
              + dilution()
              + ","
              + dilution()
              + ","
              + dilution()
              + ",,,,");
    }
    for (int i = 0; i < 74; i++) {
      add(
          talker()
              + "GST,"
              + time()
              + ","
              + number(99, 1, 3)
              + ",,,,"
              + dilution()
              + ","
              + dilution()
              + ","
              + dilution());
    }
  }

  private void others() {
    for (int i = 0; i < 51; i++) {
      add("GPTXT,01,01,02,ANTSTATUS=OK");
      add("WIMWV," + number(360, 1, 1) + ",R," + number(30, 1, 1) + ",N,A");
      add("IIXDR,C," + number(40, 1, 2) + ",C,ENGINE#" + i % 2);
      if (i < 44) {
        add("HCHDG," + number(360, 1, 1) + ",,," + number(20, 1, 1) + ",W");
      }
      if (i < 28) {
        add("VWVHW,,T," + number(360, 0, 0) + ",M," + number(12, 2, 2) + ",N,,K");
      }
      if (i < 24) {
        add("WIMWD," + number(360, 1, 1) + ",T,,M," + number(30, 1, 1) + ",N,,M");
      }
      if (i < 13) {
        add(
            "SDDBT,"
                + number(99, 1, 1)
                + ",f,"
                + number(30, 1, 1)
                + ",M,"
                + number(16, 1, 1)
                + ",F");
      }
      if (i < 11) {
        add(
            "GPBWC,"
                + time()
                + ","
                + place()
                + ","
                + number(360, 1, 1)
                + ",T,,M,"
                + number(99, 2, 2)
                + ",N,WPT"
                + i);
      }
      if (i < 7) {
        add("HCHDM," + number(360, 1, 1) + ",M");
        add("HEROT," + signed(number(30, 1, 1)) + ",A");
      }
      if (i < 4) {
        add("VWVLW," + number(9999, 1, 1) + ",N," + number(99, 1, 1) + ",N");
      }
    }
    add("SDDPT,3.6,0.0");
    add("SDDPT,12.4,-0.8");
    add("YXMTW,14.8,C");
    add("GPAAM,A,A,0.10,N,WPTNME");
    add("GPXTE,A,A,0.67,L,N");
  }

  private String satellitesInView(int satellites) {
    StringBuilder body = new StringBuilder(talker() + "GSV,3," + (1 + random.nextInt(3)) + ",");
    body.append(pad(4 + random.nextInt(12), 2));
    for (int i = 0; i <= satellites; i++) {
      body.append(',').append(pad(1 + random.nextInt(96), 2));
      body.append(',').append(pad(random.nextInt(90), 2));
      body.append(',').append(pad(random.nextInt(360), 3));
      body.append(',').append(chance(4) ? "" : pad(15 + random.nextInt(40), 2));
    }
    return body.toString();
  }

  private String usedSatellites() {
    StringBuilder places = new StringBuilder();
    int used = 4 + random.nextInt(9);
    for (int i = 0; i < 12; i++) {
      places.append(i < used ? pad(1 + random.nextInt(32), 2) : "").append(',');
    }
    return places.toString();
  }

  private String dilutions() {
    return dilution() + "," + dilution() + "," + dilution();
  }

  private String dilution() {
    return number(4, 1, 2);
  }

  private String talker() {
    return TALKERS[random.nextInt(TALKERS.length)];
  }

  private String time() {
    int decimals = random.nextInt(4);
    String whole =
        pad(random.nextInt(24), 2) + pad(random.nextInt(60), 2) + pad(random.nextInt(60), 2);
    return decimals == 0 ? whole : whole + "." + "000".substring(3 - decimals);
  }

  private String date() {
    return pad(1 + random.nextInt(28), 2) + pad(1 + random.nextInt(12), 2) + "26";
  }

  private String place() {
    int decimals = 3 + random.nextInt(4);
    return pad(random.nextInt(60), 2)
        + minutes(decimals)
        + (chance(2) ? ",N," : ",S,")
        + pad(random.nextInt(180), 3)
        + minutes(decimals)
        + (chance(2) ? ",E" : ",W");
  }

  private String minutes(int decimals) {
    return String.format(
        Locale.ROOT, "%0" + (decimals + 3) + "." + decimals + "f", random.nextDouble() * 59);
  }

  private String number(int below, int fewest, int most) {
    int decimals = fewest + random.nextInt(most - fewest + 1);
    return String.format(Locale.ROOT, "%." + decimals + "f", random.nextDouble() * below);
  }

  private String signed(String number) {
    return chance(3) ? "-" + number : number;
  }

  private boolean chance(int oneIn) {
    return random.nextInt(oneIn) == 0;
  }

  private static String pad(int value, int width) {
    return String.format(Locale.ROOT, "%0" + width + "d", value);
  }

  private void add(String body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum ^= body.charAt(i);
    }
    sentences.add(String.format(Locale.ROOT, "$%s*%02X", body, sum));
  }

  private static List<String> messages() {
    try (InputStream in = OwnMix.class.getResourceAsStream("ais.txt")) {
      if (in == null) {
        throw new IllegalStateException("no ais.txt beside " + OwnMix.class);
      }
      return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
          .lines()
          .filter(line -> line.startsWith("!"))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
