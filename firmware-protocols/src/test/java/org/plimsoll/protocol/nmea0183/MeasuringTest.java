package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
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

  @Tag("slow")
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
        assertSame(checked(capture.charAt(0), body), ChecksumPolicy.OPTIONAL);
      }
    }
  }

  /** The fields of one sentence under the address of another: of every length, in every place. */
  @Tag("slow")
  @Test
  void fieldsOfOtherSentencesMeasureTheSame() {
    List<String> captures = Captures.lines("nmea0183/sentences.txt");
    for (String capture : captures) {
      int address = capture.indexOf(',');
      for (int round = 0; round < ROUNDS / 10; round++) {
        String other = captures.get(random.nextInt(captures.size()));
        int star = other.indexOf('*');
        int from = 1 + random.nextInt(star - 1);
        String body = capture.substring(1, address) + ',' + other.substring(from, star);
        assertSame(checked(capture.charAt(0), body), ChecksumPolicy.OPTIONAL);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 12, 16, 70})
  void whatLiesBehindTheSentenceDoesNotMatter(int behind) {
    for (String capture : Captures.lines("nmea0183/sentences.txt")) {
      byte[] line = Captures.ascii(capture + "\r\n");
      Said alone = new Said();
      new Nmea0183Decoder(ChecksumPolicy.REQUIRED).measure(ByteBuffer.wrap(line), alone);
      byte[] bytes = Captures.ascii("7".repeat(5) + capture + "\r\n" + "9".repeat(behind));
      ByteBuffer slice = ByteBuffer.wrap(bytes, 5, line.length).slice();
      Said within = new Said();
      new Nmea0183Decoder(ChecksumPolicy.REQUIRED).measure(slice, within);
      assertThat(within.lines).as(capture).isEqualTo(alone.lines);
    }
  }

  @Tag("slow")
  @Test
  void aSteadyLineAllocatesNothing() {
    List<String> lines = new ArrayList<>(Captures.lines("nmea0183/sentences.txt"));
    lines.add("$PSRFTXTVersion GSW3*45");
    lines.add("$GPGPQ,RMC*21");
    lines.add("$SNRSTAT,1,1,0,0*5D");
    byte[] mix = Captures.ascii(String.join("\r\n", lines) + "\r\n");
    Nmea0183Decoder decoder = new Nmea0183Decoder(ChecksumPolicy.REQUIRED);
    Sums sums = new Sums();
    ByteBuffer bytes = ByteBuffer.wrap(mix);
    com.sun.management.ThreadMXBean threads =
        (com.sun.management.ThreadMXBean) java.lang.management.ManagementFactory.getThreadMXBean();
    long self = Thread.currentThread().getId();
    long least = Long.MAX_VALUE;
    for (int round = 0; round < 200; round++) {
      long before = threads.getThreadAllocatedBytes(self);
      for (int i = 0; i < 20; i++) {
        bytes.clear();
        decoder.measure(bytes, sums);
      }
      least = Math.min(least, threads.getThreadAllocatedBytes(self) - before);
    }
    assertThat(sums.sentences + sums.unsupported).isEqualTo(200 * 20 * lines.size());
    assertThat(least).as("bytes allocated").isZero();
  }

  private static String checked(char start, CharSequence body) {
    int sum = 0;
    for (int i = 0; i < body.length(); i++) {
      sum ^= body.charAt(i);
    }
    return "%c%s*%02X\r\n".formatted(start, body, sum & 0xFF);
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

  private static String said(Malformed<Sentence> malformed) {
    return malformed.reason() + " " + malformed.detail();
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
    private int unsupported;
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
      unsupported++;
    }

    @Override
    public void malformed(Reason reason, String detail) {
      throw new AssertionError(detail + sum);
    }
  }
}
