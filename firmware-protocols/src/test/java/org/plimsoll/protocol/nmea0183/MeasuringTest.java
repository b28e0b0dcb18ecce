package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/** Measuring without records says exactly what the records and their readings say. */
class MeasuringTest {

  private static final int ROUNDS = 500;
  private static final String ALPHABET = "0123456789.,,,-+ANSEWMVDTR*$\\ \r\u0001\u00ff";

  private final Random random = new Random(200);

  @Test
  void everyCaptureMeasuresTheSame() {
    for (String capture : Captures.lines("nmea0183/sentences.txt")) {
      assertSame(capture + "\r\n", ChecksumPolicy.REQUIRED);
    }
  }

  @Test
  void damagedFieldsMeasureTheSame() {
    for (String capture : Captures.lines("nmea0183/sentences.txt")) {
      for (int round = 0; round < ROUNDS; round++) {
        StringBuilder body = new StringBuilder(capture.substring(1, capture.indexOf('*')));
        for (int i = random.nextInt(3); i >= 0; i--) {
          char other = ALPHABET.charAt(random.nextInt(ALPHABET.length()));
          int at = random.nextInt(body.length());
          switch (random.nextInt(3)) {
            case 0 -> body.setCharAt(at, other);
            case 1 -> body.insert(at, other);
            default -> body.deleteCharAt(at);
          }
        }
        int sum = 0;
        for (int i = 0; i < body.length(); i++) {
          sum ^= body.charAt(i);
        }
        String checked = "%s%s*%02X\r\n".formatted(capture.charAt(0), body, sum & 0xFF);
        assertSame(checked, ChecksumPolicy.OPTIONAL);
      }
    }
  }

  @Test
  void aSteadyLineAllocatesNothing() {
    byte[] mix = Captures.ascii(String.join("\r\n", common()) + "\r\n");
    Nmea0183Decoder decoder = new Nmea0183Decoder(ChecksumPolicy.REQUIRED);
    Sums sums = new Sums();
    ByteBuffer bytes = ByteBuffer.wrap(mix);
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 200; round++) {
      long before = threads.getCurrentThreadAllocatedBytes();
      for (int i = 0; i < 100; i++) {
        bytes.clear();
        decoder.measure(bytes, sums);
      }
      least = Math.min(least, threads.getCurrentThreadAllocatedBytes() - before);
    }
    assertThat(sums.sentences).isEqualTo(200 * 100 * common().size());
    assertThat(least).as("bytes allocated").isZero();
  }

  private static List<String> common() {
    return Captures.lines("nmea0183/sentences.txt").stream()
        .filter(line -> line.matches("\\$..(RMC|GGA|GNS|GLL|VTG|ZDA|GSA|GSV|HDT),.*"))
        .toList();
  }

  private static void assertSame(String line, ChecksumPolicy policy) {
    byte[] bytes = Captures.ascii(line);
    List<String> byRecords = new ArrayList<>();
    new Nmea0183Decoder(policy).feed(ByteBuffer.wrap(bytes), d -> byRecords.add(said(d)));
    Said whole = new Said();
    new Nmea0183Decoder(policy).measure(ByteBuffer.wrap(bytes), whole);
    assertThat(whole.lines).as(line).isEqualTo(byRecords);
    Said single = new Said();
    Nmea0183Decoder slow = new Nmea0183Decoder(policy);
    for (byte one : bytes) {
      slow.measure(ByteBuffer.wrap(new byte[] {one}), single);
    }
    assertThat(single.lines).as(line).isEqualTo(byRecords);
  }

  private static String said(Decoded<Sentence> decoded) {
    if (decoded instanceof Value<Sentence> value) {
      Sentence sentence = value.value();
      return sentence.talker() + sentence.formatter() + SentenceReadings.of(sentence);
    }
    return decoded instanceof Unsupported<Sentence> unsupported
        ? "unsupported " + unsupported.what()
        : said((Malformed<Sentence>) decoded);
  }

  /** The reason alone: of two faults in one sentence either may be named. */
  private static String said(Malformed<Sentence> malformed) {
    boolean field = malformed.reason() == Reason.SYNTAX || malformed.reason() == Reason.RANGE;
    return field ? "bad field" : malformed.reason() + " " + malformed.detail();
  }

  /** What was said, line by line. */
  private static final class Said implements ReadingSink {

    private final List<String> lines = new ArrayList<>();
    private final List<Reading> readings = new ArrayList<>();
    private String name = "";

    @Override
    public void sentence(String talker, String formatter) {
      name = talker + formatter;
      readings.clear();
      lines.add(name + readings);
    }

    @Override
    public void reading(Quantity quantity, double value, Quality quality) {
      readings.add(
          new Reading(
              quantity,
              Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value),
              quality));
      lines.set(lines.size() - 1, name + readings);
    }

    @Override
    public void unsupported(String what) {
      lines.add("unsupported " + what);
    }

    @Override
    public void malformed(Reason reason, String detail) {
      lines.add(said(new Malformed<>(reason, detail)));
    }
  }

  /** Keeps nothing. */
  private static final class Sums implements ReadingSink {

    private int sentences;
    private double sum;

    @Override
    public void sentence(String talker, String formatter) {
      sentences++;
    }

    @Override
    public void reading(Quantity quantity, double value, Quality quality) {
      sum += value;
    }

    @Override
    public void unsupported(String what) {
      throw new AssertionError(what + sum);
    }

    @Override
    public void malformed(Reason reason, String detail) {
      throw new AssertionError(detail);
    }
  }
}
