package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Captures;

/** Both ways to find the fields of a sentence, eight bytes at a time and one by one. */
class FieldBoundsTest {

  private static final int NONE = -1;

  /** One comma in every place of bodies of every length, at every place in a word. */
  @Test
  void findsACommaInEveryPlace() {
    for (int length = 2; length <= 19; length++) {
      for (int comma = 1; comma < length; comma++) {
        char[] body = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".substring(0, length).toCharArray();
        body[comma] = ',';
        assertFields(new String(body));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A",
        "A,",
        "HEHDT",
        "HEHDT,",
        "HEHDT,,,,,,,,,,,,,,,,,,,",
        "A,,,,,,,",
        "A,,,,,,,,",
        "AB,,,,,,",
        "HEHDT,1,22,333,4444,55555,666666,7777777,88888888,999999999,0",
        "HEHDT,+-,()#%&\"'",
        "HEHDT,\u0001\u00ff\u0080\u00ac,\u0000",
        "HEHDT,x\\y/z^7c~"
      })
  void findsFields(String body) {
    assertFields(body);
  }

  @Test
  void findsAsManyFieldsAsAUsualSentenceHolds() {
    assertFields("A" + ",".repeat(FieldBounds.NEAR_BYTES - 6));
    assertFields("A" + ",1".repeat((FieldBounds.NEAR_BYTES - 6) / 2));
    assertFields("A " + ",".repeat(FieldBounds.NEAR_BYTES - 7));
  }

  @ParameterizedTest
  @ValueSource(strings = {"A,,,,", "A,1,22,,333", "HETXT,1"})
  void aLongSentenceHasWidePlaces(String begin) {
    int most = Nmea0183Decoder.MAX_SENTENCE_BYTES - begin.length() - 4;
    for (String rest : List.of(",".repeat(most), ",1".repeat(most / 2), "x".repeat(most))) {
      byte[] bytes = Captures.ascii(checked(begin + rest));
      Fields fields = new LongFields(bytes);
      fields.split(bytes.length);
      assertSays(fields, begin + rest, bytes.length - 3);
    }
  }

  /** Both ways, with nothing or much before and behind the sentence. */
  private static void assertFields(String body) {
    String sentence = checked(body);
    for (int before : new int[] {0, 3}) {
      for (int behind : new int[] {0, 1, 9, 20}) {
        byte[] bytes = Captures.ascii("x".repeat(before) + sentence + "\r" + ",".repeat(behind));
        int star = before + sentence.length() - 3;
        Fields whole = new Fields(bytes);
        assertThat(whole.splitWhole(bytes, before, bytes.length)).as(body).isEqualTo(star + 3);
        assertSays(whole, body, star);
        Fields single = new Fields(new byte[0]);
        single.split(bytes, before, bytes.length);
        assertSays(single, body, star);
      }
    }
  }

  private static void assertSays(Fields fields, String body, int star) {
    List<String> said = new ArrayList<>();
    for (int field = 0; field <= fields.count(); field++) {
      byte[] bytes = fields.bytes;
      int from = fields.from(field);
      said.add(new String(bytes, from, fields.length(field), StandardCharsets.ISO_8859_1));
    }
    assertThat(said).isEqualTo(Arrays.asList(body.split(",", -1)));
    assertThat(fields.sum()).as(body).isEqualTo(sum(body));
    assertThat(fields.bodyEnd()).as(body).isEqualTo(star);
    assertThat(fields.length(fields.count() + 1)).as("beyond the end").isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$HEHDT,034.4,T*2C|; 17",
        "$HEHDT,034.4,T*2c|; 17",
        "!HEHDT,034.4,T*2C|; 17",
        "$HEHDT,034.4,T*2C; -1",
        "$HEHDT,034.4,T*2Cx; -1",
        "$HEHDT,034.4,T*2C2|; -1",
        "$HEHDT,034.4,T*2C\u0000; -1",
        "$HEHDT,034.4,T*2D|; -1",
        "$HEHDT,034.4,T*3C|; -1",
        "$HEHDT,034.4,T*2G|; -1",
        "$HEHDT,034.4,T*G2|; -1",
        "$HEHDT,034.4,T*2\u00c3|; -1",
        "$HEHDT,034.4,T*2|; -1",
        "$HEHDT,034.4,T*C|; -1",
        "$HEHDT,034.4,T*|; -1",
        "$HEHDT,034.4,T|; -1",
        "$HEHDT,034.4,T; -1",
        "$HEHDT,03|4.4,T*2C|; -1",
        "$HEHDT,03$4.4,T*08|; -1",
        "$HEHDT,03!4.4,T*0D|; -1",
        "$*00|; -1",
        "$,*2C|; -1",
        "$,1*1D|; -1",
        "$A*41|; 5",
        "$; -1",
        "$A; -1",
        "''; -1",
      })
  void aPlainSentenceIsWhole(String stream, int end) {
    for (char lineEnd : new char[] {'\r', '\n'}) {
      for (String behind : new String[] {"", "\n", "\n$HEHDT,034.4,T*2C\r\n"}) {
        byte[] bytes = Captures.ascii(stream.replace('|', lineEnd) + behind);
        if (stream.endsWith("|") || behind.isEmpty()) {
          assertThat(new Fields(bytes).splitWhole(bytes, 0, bytes.length)).isEqualTo(end);
        }
      }
    }
  }

  /**
   * At each byte of a body stands each byte that can stop a sentence, with a checksum that fits.
   */
  @ParameterizedTest
  @ValueSource(chars = {'$', '!', '\r', '\n', '*'})
  void nothingIsReadAcrossAStop(char stop) {
    String body = "HEHDT,034.4,T,,12345678,87654321";
    for (int at = 1; at < body.length(); at++) {
      byte[] bytes =
          Captures.ascii(checked(body.substring(0, at) + stop + body.substring(at + 1)) + "\r\n");
      assertThat(new Fields(bytes).splitWhole(bytes, 0, bytes.length))
          .as("stop at " + at)
          .isEqualTo(NONE);
    }
  }

  /** Every byte below a comma but those that stop one may stand in a sentence. */
  @Test
  void onlyStopsStop() {
    for (char c = 0; c < 256; c++) {
      if ("$!*\r\n".indexOf(c) < 0) {
        String body = "HEHDT,1" + c + "2,T" + c;
        byte[] bytes = Captures.ascii(checked(body) + "\n");
        assertThat(new Fields(bytes).splitWhole(bytes, 0, bytes.length))
            .as("character " + (int) c)
            .isEqualTo(bytes.length - 1);
      }
    }
  }

  /** Longer ones are put together byte by byte. */
  @ParameterizedTest
  @CsvSource({"239, true", "242, true", "243, false", "250, false", "300, false", "1024, false"})
  void aSentenceIsBounded(int bytesOfSentence, boolean taken) {
    // $ at first, *hh at last; the line end is not counted
    String sentence = checked("HETXT," + "x".repeat(bytesOfSentence - 10));
    assertThat(sentence).hasSize(bytesOfSentence);
    byte[] bytes = Captures.ascii(sentence + "\r\n");
    int end = new Fields(bytes).splitWhole(bytes, 0, bytes.length);
    assertThat(end).isEqualTo(taken ? bytesOfSentence : NONE);
  }

  /** What lies behind the limit is not looked at, even if it would make a sentence whole. */
  @Test
  void theLimitHolds() {
    byte[] bytes = Captures.ascii("$HEHDT,034.4,T*2C\r\n and more behind it");
    for (int to = 0; to <= bytes.length; to++) {
      assertThat(new Fields(bytes).splitWhole(bytes, 0, to))
          .as("to " + to)
          .isEqualTo(to < 18 ? NONE : 17);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {"\"$HEHDT,1\", 8, 1", "\"$HEHDT\", 6, 0", "\"$\", 1, 0", "\"$A*B*C,\", 2, 0"})
  void theFirstStarEndsTheBody(String sentence, int bodyEnd, int count) {
    byte[] bytes = Captures.ascii(sentence);
    Fields fields = new Fields(bytes);
    fields.split(bytes.length);
    assertThat(fields.bodyEnd()).isEqualTo(bodyEnd);
    assertThat(fields.count()).isEqualTo(count);
  }

  @Test
  void comparesText() {
    byte[] bytes = Captures.ascii("$PGRME,15.0,M,\u00ff*00");
    Fields fields = new Fields(bytes);
    fields.split(bytes.length);
    assertThat(fields.isText(0, "PGRME")).isTrue();
    assertThat(fields.isText(0, "PGRMF")).isFalse();
    assertThat(fields.isText(0, "PGRM")).isFalse();
    assertThat(fields.isText(0, "PGRMEE")).isFalse();
    assertThat(fields.isText(0, "QGRME")).isFalse();
    assertThat(fields.isText(4, "")).isTrue();
    assertThat(fields.charAt(3, 0)).isEqualTo('\u00ff');
    assertThat(fields.formatterCode()).isEqualTo(SentenceTable.code('R', 'M', 'E'));
  }

  private static String checked(String body) {
    return "$%s*%02X".formatted(body, sum(body));
  }

  private static int sum(String body) {
    return body.chars().reduce(0, (a, b) -> a ^ b);
  }
}
