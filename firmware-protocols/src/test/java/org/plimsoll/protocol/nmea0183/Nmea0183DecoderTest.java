package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.protocol.Captures.ascii;
import static org.plimsoll.protocol.nmea0183.ChecksumPolicy.NEVER_SENT;
import static org.plimsoll.protocol.nmea0183.ChecksumPolicy.OPTIONAL;
import static org.plimsoll.protocol.nmea0183.ChecksumPolicy.REQUIRED;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;

class Nmea0183DecoderTest {

  private static final String GOOD = "$HEHDT,034.4,T*2C";
  private static final Sentence HEADING = new Hdt("HE", OptionalDouble.of(34.4));
  private static final String LONG_FIELD = "9".repeat(2000);

  private final StreamContract<Sentence> required = contract(REQUIRED);

  @ParameterizedTest
  @ValueSource(strings = {"\r\n", "\n", "\r", "\n\r\n"})
  void anyLineEndEndsASentence(String end) {
    assertThat(required.decode(ascii(GOOD + end + GOOD + end)))
        .containsExactly(Decoded.value(HEADING), Decoded.value(HEADING));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"$HEHDT,034.4,T*2c\", lower-case digits",
        "\"$GPHDT,10.0,T*4\", one digit of a checksum that begins with zero",
        "\"$HEHDT,034.4,T*2C,1357134218\", receiver metadata behind the checksum",
        "\"\\s:HE0001*45\\$HEHDT,034.4,T*2C\", a TAG block",
        "\"\\d:HE0002*51\\\\s:HE0001*45\\$HEHDT,034.4,T*2C\", two TAG blocks",
        "\"\\s:HE0001*00\\$HEHDT,034.4,T*2C\", a TAG block with a bad checksum",
      })
  void realDevicesAreUnderstood(String sentence, String why) {
    assertThat(required.decode(ascii(sentence + "\r\n")))
        .as(why)
        .hasSize(1)
        .allMatch(Value.class::isInstance);
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"$HEHDT,034.4,T*2D\", CHECKSUM",
        "\"$HEHDT,034.4,T*2\", CHECKSUM",
        "\"$HEHDT,034.4,T*\", CHECKSUM",
        "\"$HEHDT,034.4,T*G1\", CHECKSUM",
        "\"$HEHDT,034.4,T\", CHECKSUM",
        "\"$HEHDT,034.4x,T*54\", SYNTAX",
        "\"$HEHDT,NaN,T*60\", SYNTAX",
        "\"$HEHDT,1e2,T*67\", SYNTAX",
        "\"$*00\", SYNTAX",
        "\"$GPGLL,8960.01,N,12311.12,W,225444,A,A*51\", RANGE",
        "\"$GPGLL,9100.00,N,12311.12,W,225444,A,A*5F\", RANGE",
        "\"$GPGLL,4916.45,N,18011.12,W,225444,A,A*55\", RANGE",
        "\"$GPGLL,4916.45,X,12311.12,W,225444,A,A*4A\", SYNTAX",
        "\"$GPGLL,4916.45,N,12311.12,W,246044,A,A*5D\", RANGE",
        "\"6.1,W,191194,,*11\", NOISE",
        "\"\\s:HE0001*45\", TRUNCATED",
      })
  void defectsHaveAReason(String sentence, Reason reason) {
    List<Decoded<Sentence>> decoded = required.decode(ascii(sentence + "\r\n" + GOOD + "\r\n"));
    assertThat(decoded).hasSize(2);
    assertThat(decoded.get(0))
        .isInstanceOfSatisfying(Malformed.class, m -> assertThat(m.reason()).isEqualTo(reason));
    assertThat(decoded.get(1)).isEqualTo(Decoded.value(HEADING));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"$GPGGA,030130$HEHDT,034.4,T*2C\", TRUNCATED",
        "\"$GPGGA,0301!$HEHDT,034.4,T*2C\", TRUNCATED",
        "\"$$HEHDT,034.4,T*2C\", NOISE",
        "\"\u00ef\u00bb\u00bf$HEHDT,034.4,T*2C\", NOISE",
        "\"\\s:HE00$HEHDT,034.4,T*2C\", TRUNCATED",
        "\"\u0000\u0000\u0000\u0001\u0002$HEHDT,034.4,T*2C\", NOISE",
      })
  void theNextStartIsFound(String stream, Reason first) {
    List<Decoded<Sentence>> decoded = required.decode(ascii(stream + "\r\n"));
    assertThat(((Malformed<Sentence>) decoded.get(0)).reason()).isEqualTo(first);
    assertThat(decoded.get(decoded.size() - 1)).isEqualTo(Decoded.value(HEADING));
  }

  @Test
  void aSentenceThatLostItsLineEndIsStillWhole() {
    assertThat(required.decode(ascii(GOOD + GOOD + "\r\n")))
        .containsExactly(Decoded.value(HEADING), Decoded.value(HEADING));
  }

  @Test
  void anOverlongSentenceIsOneDefectAndBounded() {
    List<Decoded<Sentence>> decoded =
        required.decode(
            ascii(
                "$HEHDT,"
                    + LONG_FIELD.substring(1000)
                    + LONG_FIELD.substring(1900)
                    + "\r\n"
                    + GOOD
                    + "\r\n"));
    assertThat(reasons(decoded)).containsExactly(Reason.OVERLONG);
    assertThat(decoded).endsWith(Decoded.value(HEADING));
  }

  @Test
  void anOverlongTagBlockIsOneDefect() {
    List<Decoded<Sentence>> decoded =
        required.decode(ascii("\\s:" + "9".repeat(600) + "\r\n" + GOOD + "\r\n"));
    assertThat(reasons(decoded)).containsExactly(Reason.OVERLONG);
    assertThat(decoded).endsWith(Decoded.value(HEADING));
  }

  @Test
  void aRunOfNoiseCountsOnceAndAnEndlessOneOncePerBound() {
    assertThat(reasons(required.decode(ascii("abc\r\ndef\nghi")))).containsExactly(Reason.NOISE);
    assertThat(required.decode(ascii("x".repeat(10 * Nmea0183Decoder.MAX_SENTENCE_BYTES))))
        .hasSize(10);
  }

  @Test
  void whatIsNotDecodedHereIsUnsupportedNeverAnError() {
    assertThat(
            required.decode(
                ascii(
                    "!AIABM,1,1,0,,0,AB,0*59\r\n"
                        + "$GPGPQ,RMC*21\r\n"
                        + "$PSRFTXTVersion GSW3*45\r\n"
                        + "$SNRSTAT,1,1,0,0*5D\r\n")))
        .hasSize(4)
        .allMatch(Unsupported.class::isInstance)
        .startsWith(Decoded.unsupported("AIABM"), Decoded.unsupported("GPGPQ"));
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"$HEHDT,034.4,T\", REQUIRED, false",
        "\"$HEHDT,034.4,T\", OPTIONAL, true",
        "\"$HEHDT,034.4,T\", NEVER_SENT, true",
        "\"$GPRMC,125106,A,3854.5,N,07726.4,W,0.0,0.0,241011,,\", OPTIONAL, false",
        "\"$GPRMC,125106,A,3854.5,N,07726.4,W,0.0,0.0,241011,,\", NEVER_SENT, true",
        "\"$HEHDT,034.4,T*2D\", OPTIONAL, false",
        "\"$HEHDT,034.4,T*2D\", NEVER_SENT, false",
        "\"$HEHDT,034.4\u00e9,T\", NEVER_SENT, false",
        "\"$hehdt,034.4,T\", NEVER_SENT, false",
      })
  void theLineSaysWhatItDemands(String sentence, ChecksumPolicy policy, boolean accepted) {
    List<Decoded<Sentence>> decoded = contract(policy).decode(ascii(sentence + "\r\n"));
    assertThat(decoded).hasSize(1);
    assertThat(decoded.get(0) instanceof Value).isEqualTo(accepted);
  }

  @Tag("slow")
  @Test
  void readsAfterAMegabyteOfNoise() {
    for (ChecksumPolicy policy : List.of(REQUIRED, OPTIONAL, NEVER_SENT)) {
      contract(policy).assertReadsAfterNoise(ascii(GOOD + "\r\n"), HEADING);
    }
  }

  @Test
  void chunkingDoesNotMatterForDefects() {
    required.assertSameInEveryChunking(
        ascii(
            "4.4,T*2C\r\n$$HEHDT,034.4,T*2C\r\n\\s:HE0001*45\\$HEHDT,034.4,T*2C\r\n$HEHDT,0$HEHDT,"
                + "034.4,T*2D\r\n\\s:x\r\n\u0000\u0001!AI\r\n\\"
                + "s".repeat(300)
                + GOOD
                + "\n"));
  }

  @Test
  void resetForgetsWhatWasBegun() {
    Nmea0183Decoder decoder = new Nmea0183Decoder(REQUIRED);
    List<Decoded<Sentence>> decoded = new ArrayList<>();
    decoder.feed(java.nio.ByteBuffer.wrap(ascii("$GPGGA,03")), decoded::add);
    decoder.reset();
    decoder.feed(java.nio.ByteBuffer.wrap(ascii(GOOD + "\r\n")), decoded::add);
    assertThat(decoded).containsExactly(Decoded.value(HEADING));
  }

  @ParameterizedTest
  @CsvSource({"82, 0, 0", "83, 0, 1", "83, 1, 0", "1026, 0, 1", "1027, 0, 0"})
  void soundSentencesBeyondTheNormAreCounted(int bytes, int damage, int counted) {
    // $HETXT, at first, *hh and CR LF at last
    String body = "HETXT,01,01,00," + "x".repeat(bytes - 21);
    int sum = body.chars().reduce(0, (a, b) -> a ^ b) ^ damage;
    byte[] one = ascii(String.format("$%s*%02X\r\n", body, sum));
    assertThat(one).hasSize(bytes);
    Nmea0183Decoder whole = new Nmea0183Decoder(REQUIRED);
    whole.feed(java.nio.ByteBuffer.wrap(one), ignored -> {});
    assertThat(whole.overlength()).isEqualTo(counted);
    Nmea0183Decoder split = new Nmea0183Decoder(REQUIRED);
    for (byte next : one) {
      split.feed(java.nio.ByteBuffer.wrap(new byte[] {next}), ignored -> {});
    }
    assertThat(split.overlength()).isEqualTo(counted);
    split.reset();
    assertThat(split.overlength()).as("a reset forgets no count").isEqualTo(counted);
  }

  private static StreamContract<Sentence> contract(ChecksumPolicy policy) {
    return new StreamContract<>(() -> new Nmea0183Decoder(policy)::feed);
  }

  private static List<Reason> reasons(List<Decoded<Sentence>> decoded) {
    List<Reason> reasons = new ArrayList<>();
    for (Decoded<Sentence> one : decoded) {
      if (one instanceof Malformed<Sentence> malformed) {
        reasons.add(malformed.reason());
      }
    }
    return reasons;
  }
}
