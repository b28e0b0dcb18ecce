package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Captures;

/** Each piece of arithmetic on eight bytes says what a loop over the bytes says. */
class OctetsTest {

  private static final int ROUNDS = 1_000;
  private static final String NEARBY = "0123456789,.-+*/:\u0000\u007f\u0080\u00ac\u00b0\u00ff";

  private final List<byte[]> words = words();

  @Test
  void readsEightBytesAndZerosBehindTheEnd() {
    byte[] bytes = Captures.ascii("\u00ff1\u008045678\u00fe");
    for (int at = 0; at <= bytes.length; at++) {
      byte[] expected = new byte[Octets.SIZE];
      for (int i = 0; i < Octets.SIZE && at + i < bytes.length; i++) {
        expected[i] = bytes[at + i];
      }
      assertThat(bytesOf(Octets.at(bytes, at))).as("at " + at).isEqualTo(expected);
    }
    assertThat(bytesOf(Octets.get(bytes, 1))).isEqualTo(Captures.ascii("1\u008045678\u00fe"));
  }

  @Test
  void setsWords() {
    byte[] bytes = new byte[12];
    Octets.set(bytes, 2, word("12345678"));
    assertThat(bytes).isEqualTo(Captures.ascii("\0\00012345678\0\0"));
  }

  @Test
  void masksTheBytesBeforeAMark() {
    for (int at = 0; at < Octets.SIZE; at++) {
      long before = at == 0 ? 0 : -1L >>> Long.SIZE - Byte.SIZE * at;
      assertThat(Octets.before(0x80L << Byte.SIZE * at)).isEqualTo(before);
    }
  }

  @Test
  void findsACommaInEachHalf() {
    for (byte[] bytes : words) {
      boolean first = has(bytes, 0);
      boolean second = has(bytes, Octets.SIZE / 2);
      long halves = Octets.halvesWithComma(word(bytes));
      assertThat((halves & 0x80) != 0).as(HexFormat.of().formatHex(bytes)).isEqualTo(first);
      assertThat(Octets.areBoth(halves))
          .as(HexFormat.of().formatHex(bytes))
          .isEqualTo(first && second);
    }
  }

  private static boolean has(byte[] bytes, int from) {
    boolean comma = false;
    for (int at = from; at < from + Octets.SIZE / 2; at++) {
      comma |= bytes[at] == ',';
    }
    return comma;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, ',', ',' + 1, '0', 127})
  void marksBytesBelow(int limit) {
    for (byte[] bytes : words) {
      same(Octets.below(word(bytes), limit), marks(bytes, c -> c < limit), bytes);
    }
  }

  @Test
  void marksAllBytesButDigitsAndCommas() {
    for (byte[] bytes : words) {
      long expected = marks(bytes, c -> !isDigit(c) && c != ',');
      long marked = Octets.notDigitsOrCommas(word(bytes));
      same(Octets.indexOf(marked), Octets.indexOf(expected), bytes);
    }
  }

  @Test
  void gathersMarks() {
    for (int bits = 0; bits < 256; bits++) {
      long marks = 0;
      for (int i = 0; i < Octets.SIZE; i++) {
        marks |= (long) (bits >> i & 1) << 8 * i + 7;
      }
      assertThat(Octets.gathered(marks)).isEqualTo(bits);
    }
  }

  @Test
  void foldsToTheExclusiveOr() {
    for (byte[] bytes : words) {
      int expected = 0;
      for (byte next : bytes) {
        expected ^= next & 0xFF;
      }
      same(Octets.folded(word(bytes)), expected, bytes);
    }
  }

  @Test
  void findsTheMarkedByte() {
    assertThat(Octets.indexOf(0)).isEqualTo(Octets.SIZE);
    for (int i = 0; i < Octets.SIZE; i++) {
      assertThat(Octets.indexOf(0x80L << 8 * i)).isEqualTo(i);
    }
  }

  @Test
  void aligningPutsTheDigitsLast() {
    for (byte[] bytes : words) {
      for (int length = 1; length <= Octets.SIZE; length++) {
        byte[] expected = new byte[Octets.SIZE];
        for (int i = 0; i < length; i++) {
          expected[Octets.SIZE - length + i] = (byte) (bytes[i] ^ '0');
        }
        same(Octets.digits(word(bytes), length), word(expected), bytes);
      }
    }
  }

  @Test
  void anyByteThatIsNoDigitIsNoticed() {
    for (byte[] bytes : words) {
      for (int length = 1; length <= Octets.SIZE; length++) {
        boolean digits = true;
        for (int i = 0; i < length; i++) {
          digits &= isDigit(bytes[i] & 0xFF);
        }
        long found = Octets.notDigits(Octets.digits(word(bytes), length));
        same(found == 0 ? 1 : 0, digits ? 1 : 0, bytes);
        same(found & 0x7F7F7F7F7F7F7F7FL, 0, bytes);
      }
    }
  }

  /** Every value of every byte of a time that is sound otherwise. */
  @ParameterizedTest
  @ValueSource(
      strings = {"000000..", "123456,\u00ff", "195959\u0000\u0000", "235959.9", "200000*1"})
  void aClockIsNothingElse(String sound) {
    assertThat(Octets.notClock(word(sound))).isZero();
    for (int place = 0; place < Octets.SIZE; place++) {
      for (int value = 0; value < 256; value++) {
        byte[] bytes = Captures.ascii(sound);
        bytes[place] = (byte) value;
        same(Octets.notClock(word(bytes)) == 0 ? 1 : 0, isClock(bytes) ? 1 : 0, bytes);
      }
    }
  }

  @Test
  void everyPairOfDigitsIsAnHourOrNot() {
    for (int hour = 0; hour < 100; hour++) {
      String text = String.format("%02d0000..", hour);
      assertThat(Octets.notClock(word(text)) == 0).as(text).isEqualTo(hour < 24);
    }
  }

  @Test
  void findsTheFirstPointAndTakesItOut() {
    for (byte[] bytes : words) {
      long digits = Octets.digits(word(bytes), Octets.SIZE);
      byte[] without = bytesOf(digits);
      long expected = 0;
      for (int i = 0; i < Octets.SIZE && expected == 0; i++) {
        if (bytes[i] == '.') {
          expected = 0x80L << 8 * i;
          System.arraycopy(without, 0, without, 1, i);
          without[0] = 0;
        }
      }
      long point = Octets.firstPoint(digits);
      same(point, expected, bytes);
      same(Octets.withoutPoint(digits, point), word(without), bytes);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    ".5, 1",
    "5., 0",
    "1.5, 1",
    "12345.67, 2",
    "1234567., 0",
    ".1234567, 7",
    "12345678, 0"
  })
  void countsDecimals(String text, int decimals) {
    byte[] padded = Captures.ascii((text + "xxxxxxxx").substring(0, Octets.SIZE));
    long digits = Octets.digits(word(padded), text.length());
    assertThat(Octets.decimals(Octets.firstPoint(digits))).isEqualTo(decimals);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"0", "9", "10", "99", "007", "1234", "98765", "100000", "7654321", "99999999"})
  void readsANumber(String text) {
    byte[] padded = Captures.ascii((text + "99999999").substring(0, Octets.SIZE));
    assertThat(Octets.number(Octets.digits(word(padded), text.length())))
        .isEqualTo(Integer.parseInt(text));
  }

  /** Random bytes, and words of digits with one or two other bytes. */
  private static List<byte[]> words() {
    Random random = new Random(8);
    List<byte[]> words = new ArrayList<>();
    for (int value = 0; value < 256; value++) {
      for (int place = 0; place < Octets.SIZE; place++) {
        byte[] bytes = Captures.ascii("12,09876");
        bytes[place] = (byte) value;
        words.add(bytes);
      }
    }
    for (int round = 0; round < ROUNDS; round++) {
      byte[] bytes = new byte[Octets.SIZE];
      random.nextBytes(bytes);
      if (round % 2 == 0) {
        for (int i = 0; i < bytes.length; i++) {
          boolean digit = random.nextInt(4) > 0;
          bytes[i] = (byte) NEARBY.charAt(random.nextInt(digit ? 10 : NEARBY.length()));
        }
      }
      words.add(bytes);
    }
    return words;
  }

  private static long marks(byte[] bytes, IntPredicate marked) {
    long marks = 0;
    for (int i = 0; i < bytes.length; i++) {
      marks |= marked.test(bytes[i] & 0xFF) ? 0x80L << 8 * i : 0;
    }
    return marks;
  }

  private static boolean isClock(byte[] bytes) {
    for (int i = 0; i < 6; i++) {
      if (!isDigit(bytes[i] & 0xFF)) {
        return false;
      }
    }
    return 10 * (bytes[0] - '0') + bytes[1] - '0' <= 23 && bytes[2] < '6' && bytes[4] < '6';
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static long word(String text) {
    return word(Captures.ascii(text));
  }

  private static long word(byte[] bytes) {
    return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong();
  }

  private static byte[] bytesOf(long word) {
    byte[] bytes = new byte[Octets.SIZE];
    ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putLong(word);
    return bytes;
  }

  /** Says what differs only if something does: saying it each time costs more than the test. */
  private static void same(long actual, long expected, byte[] bytes) {
    if (actual != expected) {
      assertThat(actual).as(HexFormat.of().formatHex(bytes)).isEqualTo(expected);
    }
  }
}
