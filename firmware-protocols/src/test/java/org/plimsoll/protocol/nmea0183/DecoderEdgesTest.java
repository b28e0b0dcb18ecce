package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.protocol.Captures.ascii;
import static org.plimsoll.protocol.nmea0183.ChecksumPolicy.NEVER_SENT;
import static org.plimsoll.protocol.nmea0183.ChecksumPolicy.OPTIONAL;
import static org.plimsoll.protocol.nmea0183.ChecksumPolicy.REQUIRED;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;

/**
 * What the decoder says at each edge of its rules, and of the TAG blocks on the way. Every stream
 * is fed whole, byte by byte, within a larger array, and as a buffer without one.
 */
class DecoderEdgesTest {

  private static final String GOOD = "$HEHDT,034.4,T*2C";
  private static final String HEADING =
      Decoded.value(new Hdt("HE", OptionalDouble.of(34.4))).toString();

  /** {@code ~} stands for CR LF, {@code H} for the good heading. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$HEHDT,034.4,T*2C~; H",
        "$HEHDT,034.4,T*2c~; H",
        "$HEHDT,034.4,T*2C x~; H",
        "$HEHDT,034.4,T*2C,~; H",
        "$HEHDT,034.4,T*2C,1357134218~; H",
        "$HEHDT,034.4,T*2Cx~; CHECKSUM $HEHDT,034.4,T*2Cx sums to 2c",
        "$HEHDT,034.4,T*2C0~; CHECKSUM $HEHDT,034.4,T*2C0 sums to 2c",
        "$HEHDT,034.4,T*2C,*~; CHECKSUM $HEHDT,034.4,T*2C,* sums to 2c",
        "$HEHDT,034.4,T*2C*~; CHECKSUM $HEHDT,034.4,T*2C* sums to 2c",
        "$HEHDT,034.4,T*2D~; CHECKSUM $HEHDT,034.4,T*2D sums to 2c",
        "$HEHDT,034.4,T*C~; CHECKSUM $HEHDT,034.4,T*C sums to 2c",
        "$HEHDT,034.4,T*~; CHECKSUM $HEHDT,034.4,T* sums to 2c",
        "$HEHDT,034.4,T*G~; CHECKSUM $HEHDT,034.4,T*G sums to 2c",
        "$HEHDT,034.4,T*2G~; CHECKSUM $HEHDT,034.4,T*2G sums to 2c",
        "$HEHDT,034.4,T~; CHECKSUM none in $HEHDT,034.4,T",
        "$,*2C~; SYNTAX $,*2C",
        "$*00~; SYNTAX $*00",
        "$*~; CHECKSUM $* sums to 00",
        "$~; CHECKSUM none in $",
        "$*0~; SYNTAX $*0",
        "!HEHDT,034.4,T*2C~; unsupported HEHDT",
        "$AIVDM,1,1,,A,15,0*22~; unsupported AIVDM",
        "~~; ",
        "~$HEHDT,034.4,T*2C~~; H",
      })
  void aLineEndsASentence(String stream, String expected) {
    assertSays(REQUIRED, stream, expected);
  }

  /** One digit stands for a checksum below 16, with or without a receiver's remarks behind it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$GPHDT,10.0,T*4~; true",
        "$GPHDT,10.0,T*04~; true",
        "$GPHDT,10.0,T*4,remark~; true",
        "$GPHDT,10.0,T*4 ~; true",
        "$GPHDT,10.0,T*4G~; false",
        "$GPHDT,10.0,T*40~; false",
        "$GPHDT,10.0,T*4,*~; false",
        "$GPHDT,10.0,T*4*~; false",
        "$GPHDT,10.0,T*5~; false"
      })
  void aZeroMayBeDropped(String stream, boolean taken) {
    List<String> said = said(REQUIRED, stream);
    assertThat(said).hasSize(1);
    assertThat(said.get(0).startsWith("CHECKSUM")).isEqualTo(!taken);
    assertThat(said.get(0).contains("10.0")).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$GPGGA,0301$HEHDT,034.4,T*2C~; TRUNCATED $GPGGA,0301|H",
        "$GPGGA,0301!$HEHDT,034.4,T*2C~; TRUNCATED $GPGGA,0301|NOISE a start without a sentence|H",
        "$$HEHDT,034.4,T*2C~; NOISE a start without a sentence|H",
        "!$HEHDT,034.4,T*2C~; NOISE a start without a sentence|H",
        "$HEHDT,034.4,T*2C$HEHDT,034.4,T*2C~; H|H",
        "$HEHDT,034.4,T*2D$HEHDT,034.4,T*2C~; CHECKSUM $HEHDT,034.4,T*2D sums to 2c|H",
        "$HEHDT,034.4,T*2$HEHDT,034.4,T*2C~; TRUNCATED $HEHDT,034.4,T*2|H",
        "$HEHDT,034.4,T*2C,1$HEHDT,034.4,T*2C~; TRUNCATED $HEHDT,034.4,T*2C,1|H",
        "$*00$HEHDT,034.4,T*2C~; SYNTAX $*00|H",
        "$A$HEHDT,034.4,T*2C~; TRUNCATED $A|H",
        "$AB$HEHDT,034.4,T*2C~; TRUNCATED $AB|H",
        "$HEHDT,034.4,T*2C\\s:x*1\\$HEHDT,034.4,T*2C~; H|H",
        "$GPGGA\\s:x*1\\$HEHDT,034.4,T*2C~; TRUNCATED $GPGGA|H",
        "$\\s:x*1\\$HEHDT,034.4,T*2C~; NOISE a start without a sentence|H",
        "$GP\\$HEHDT,034.4,T*2C~; TRUNCATED $GP\\|H",
        "$\\$HEHDT,034.4,T*2C~; TRUNCATED $\\|H",
        "abc$HEHDT,034.4,T*2C~; NOISE 0x61 between sentences|H",
        "abc~def~$HEHDT,034.4,T*2C~; NOISE 0x61 between sentences|H",
        "x$HEHDT,034.4,T*2C~y; NOISE 0x78 between sentences|H|NOISE 0x79 between sentences",
        "\\s:x\\$HEHDT,034.4,T*2C~; H",
        "\\\\$HEHDT,034.4,T*2C~; H",
        "x\\s:x\\y$HEHDT,034.4,T*2C~; NOISE 0x78 between sentences|NOISE 0x79 between sentences|H",
        "\\s:x~$HEHDT,034.4,T*2C~; TRUNCATED TAG block without its end|H",
        "\\s:x$HEHDT,034.4,T*2C~; TRUNCATED TAG block without its end|H",
        "\\s:x!$HEHDT,034.4,T*2C~; TRUNCATED TAG block without its end|NOISE a start without a "
            + "sentence|H",
      })
  void theNextStartEndsWhatWasBegun(String stream, String expected) {
    assertSays(REQUIRED, stream, expected);
  }

  /**
   * Two bits turned at the same place of two bytes leave the checksum as it was; no one is called
   * so, and it is not shown as it came.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$\u00c8\u00c5HDT,034.4,T*2C~; unsupported ??HDT",
        "$H\u00c5HDT,\u00b034.4,T*2C~; unsupported H?HDT",
        "$\u00b9\u00afGSA,A,126*37~; unsupported ??GSA",
      })
  void aTalkerCanBeShown(String stream, String expected) {
    assertSays(REQUIRED, stream + stream, expected + "|" + expected);
  }

  /** Where no checksum vouches for it, the address must be sound and all of it printable. */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$HEHDT,034.4,T; H",
        "$AZ09Z,1; unsupported AZ09Z",
        "$PA,1; unsupported PA",
        "$PABCDEFGHIJK,1; unsupported PABCDEFGHIJK",
        "$PABCDEFGHIJKL,1; SYNTAX $PABCDEFGHIJKL,1",
        "$P,1; SYNTAX $P,1",
        "$HEHD,1; SYNTAX $HEHD,1",
        "$HEHDTX,1; SYNTAX $HEHDTX,1",
        "$,1; SYNTAX $,1",
        "$hEHDT,1; SYNTAX $hEHDT,1",
        "$HEHD@,1; SYNTAX $HEHD@,1",
        "$HEHD[,1; SYNTAX $HEHD[,1",
        "$HEHD/,1; SYNTAX $HEHD/,1",
        "$HEHD:,1; SYNTAX $HEHD:,1",
        "$HEABC, }|; unsupported HEABC",
        "$HEABC,\u007f; SYNTAX $HEABC,?",
        "$HEABC,\u001f1; SYNTAX $HEABC,?1",
        "$HEABC,\u00e91; SYNTAX $HEABC,?1",
        "$HEHDT,034.4,T*2D; CHECKSUM $HEHDT,034.4,T*2D sums to 2c",
      })
  void aSentenceMayComeWithoutChecksum(String sentence, String expected) {
    assertSays(OPTIONAL, sentence + "\r", expected);
    assertSays(NEVER_SENT, sentence + "\n", expected);
    if (sentence.indexOf('*') < 0) {
      List<String> said = said(REQUIRED, sentence + "\r\n");
      assertThat(said).hasSize(1);
      assertThat(said.get(0)).startsWith("CHECKSUM none in $");
    }
  }

  /** RMC and AIS are never sent without; a maker's sentence that ends alike is not one of them. */
  @ParameterizedTest
  @CsvSource({
    "$GPRMC, true",
    "!AIVDM, true",
    "!AIVDO, true",
    "$PXRMC, false",
    "$GPGGA, false",
    "$PRMC, false",
    "$PARMC, false",
    "!AIVDN, false",
    "$PABRMC, false"
  })
  void someSentencesAlwaysHaveAChecksum(String address, boolean always) {
    String sentence = address + ",,,,,,";
    List<String> optional = said(OPTIONAL, sentence + "\r\n");
    assertThat(optional).hasSize(1);
    assertThat(optional.get(0).equals("CHECKSUM none in " + sentence)).isEqualTo(always);
    assertThat(said(NEVER_SENT, sentence + "\r\n")).noneMatch(s -> s.startsWith("CHECKSUM"));
  }

  @ParameterizedTest
  @CsvSource({"1023, false", "1024, false", "1025, true", "1026, true", "2000, true"})
  void aSentenceIsBounded(int size, boolean overlong) {
    String body = "HETXT,01,01,00," + "x".repeat(size - 19);
    String sentence = "$%s*%02X".formatted(body, body.chars().reduce(0, (a, b) -> a ^ b));
    assertThat(sentence).hasSize(size);
    List<String> said = said(REQUIRED, sentence + "~" + GOOD + "~");
    assertThat(said).hasSize(2).endsWith(HEADING);
    assertThat(said.get(0).startsWith("OVERLONG $HETXT,01,01,00,xx")).isEqualTo(overlong);
  }

  /** The rest of what is overlong is part of it, and is counted again after each 1024 bytes. */
  @ParameterizedTest
  @CsvSource({"1024, 0", "2047, 0", "2048, 1", "3071, 1", "3072, 2"})
  void whatFollowsAnOverlongSentenceBelongsToIt(int behindStart, int noises) {
    List<String> said = said(REQUIRED, "$" + "x".repeat(behindStart) + "~" + GOOD + "~");
    assertThat(said.get(0)).startsWith("OVERLONG $xxx");
    assertThat(said).hasSize(2 + noises).endsWith(HEADING);
    assertThat(said.subList(1, 1 + noises)).allMatch("NOISE 0x78 between sentences"::equals);
  }

  @ParameterizedTest
  @CsvSource({"253, false", "254, false", "255, true", "256, true", "600, true"})
  void aTagBlockIsBounded(int size, boolean overlong) {
    List<String> said = said(REQUIRED, "\\" + "x".repeat(size) + "\\" + GOOD + "~");
    assertThat(said.contains("OVERLONG TAG block without its end")).isEqualTo(overlong);
    assertThat(said.contains(HEADING)).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1024, 1", "1025, 2", "2048, 2", "2049, 3"})
  void noiseIsCountedOncePerBound(int bytes, int noises) {
    assertThat(said(REQUIRED, "x".repeat(bytes))).hasSize(noises);
    assertThat(said(REQUIRED, GOOD + "~" + "x".repeat(bytes) + GOOD + "~y")).hasSize(noises + 3);
  }

  @Test
  void aResetForgetsNoiseAndWhatWasBegun() {
    for (String begun : List.of("x", "$GPGGA,", "\\s:", "$HEHDT,034.4,T*2C")) {
      Nmea0183Decoder decoder = new Nmea0183Decoder(REQUIRED);
      List<String> said = new ArrayList<>();
      decoder.feed(ByteBuffer.wrap(ascii(begun)), d -> said.add(text(d)));
      said.clear();
      decoder.reset();
      decoder.feed(ByteBuffer.wrap(ascii("y")), d -> said.add(text(d)));
      decoder.feed(ByteBuffer.wrap(ascii(GOOD + "\n")), d -> said.add(text(d)));
      assertThat(said).containsExactly("NOISE 0x79 between sentences", HEADING);
    }
  }

  /**
   * Blocks before their sentence, and each line end outside of one; {@code <} is CR, {@code >} LF.
   */
  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "$HEHDT,034.4,T*2C~; H|end",
        "$HEHDT,034.4,T*2C<; H",
        "$HEHDT,034.4,T*2C>; H",
        "$HEHDT,034.4,T*2C>>; H|end",
        "$HEHDT,034.4,T*2C~~; H|end|end|end",
        "$HEHDT,034.4,T*2C><; H|end",
        "\\s:HE*4\\$HEHDT,034.4,T*2C~; block s:HE*4|H|end",
        "\\a\\\\b\\$HEHDT,034.4,T*2C>; block a|block b|H",
        "\\\\$HEHDT,034.4,T*2C>; block |H",
        "\\a\\~$HEHDT,034.4,T*2C>; block a|end|end|H",
        "$HEHDT,034.4,T*2C\\a*1\\$HEHDT,034.4,T*2C>; H|block a*1|H",
        "$GPGGA\\a*1\\$HEHDT,034.4,T*2C>; TRUNCATED $GPGGA|block a*1|H",
        "$\\a*1\\$HEHDT,034.4,T*2C>; NOISE a start without a sentence|block a*1|H",
      })
  void tagBlocksAreHandedOn(String stream, String expected) {
    String bytes = stream.replace("~", "<>").replace('<', '\r').replace('>', '\n');
    for (Feeding feeding : Feeding.values()) {
      List<String> said = new ArrayList<>();
      Nmea0183Decoder decoder = new Nmea0183Decoder(REQUIRED, new Heard(said));
      feeding.feed(decoder, ascii(bytes), said);
      assertThat(said).as(feeding.name()).isEqualTo(lines(expected));
    }
  }

  private static void assertSays(ChecksumPolicy policy, String stream, String expected) {
    assertThat(said(policy, stream)).isEqualTo(lines(expected));
  }

  private static List<String> lines(String expected) {
    if (expected == null) {
      return List.of();
    }
    return List.of(expected.split("\\|")).stream().map(s -> s.equals("H") ? HEADING : s).toList();
  }

  /** What every way of feeding says. */
  private static List<String> said(ChecksumPolicy policy, String stream) {
    byte[] bytes = ascii(stream.replace("~", "\r\n"));
    List<String> first = new ArrayList<>();
    Feeding.WHOLE.feed(new Nmea0183Decoder(policy), bytes, first);
    for (Feeding feeding : Feeding.values()) {
      List<String> said = new ArrayList<>();
      feeding.feed(new Nmea0183Decoder(policy), bytes, said);
      assertThat(said).as(feeding.name()).isEqualTo(first);
    }
    return first;
  }

  private static String text(Decoded<Sentence> decoded) {
    if (decoded instanceof Malformed<Sentence> malformed) {
      return malformed.reason() + " " + malformed.detail();
    }
    return decoded instanceof Unsupported<Sentence> unsupported
        ? "unsupported " + unsupported.what()
        : decoded.toString();
  }

  private enum Feeding {
    WHOLE,
    SINGLE,
    WITHIN,
    READ_ONLY;

    void feed(Nmea0183Decoder decoder, byte[] bytes, List<String> said) {
      switch (this) {
        case WHOLE -> decoder.feed(ByteBuffer.wrap(bytes), d -> said.add(text(d)));
        case SINGLE -> {
          for (byte one : bytes) {
            decoder.feed(ByteBuffer.wrap(new byte[] {one}), d -> said.add(text(d)));
          }
        }
        case WITHIN -> {
          byte[] larger = ascii("$".repeat(5 + bytes.length) + "\n\r\n$HEHDT");
          System.arraycopy(bytes, 0, larger, 5, bytes.length);
          ByteBuffer slice = ByteBuffer.wrap(larger, 5, bytes.length).slice();
          decoder.feed(slice, d -> said.add(text(d)));
          assertThat(slice.hasRemaining()).isFalse();
        }
        case READ_ONLY ->
            decoder.feed(ByteBuffer.wrap(bytes).asReadOnlyBuffer(), d -> said.add(text(d)));
      }
    }
  }

  /** Notes blocks and line ends among the sentences. */
  private record Heard(List<String> said) implements TagBlockSink {

    @Override
    public void block(byte[] bytes, int from, int to) {
      said.add("block " + new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    }

    @Override
    public void lineEnd() {
      said.add("end");
    }
  }
}
