package org.plimsoll.protocol.iec61162;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;
import org.plimsoll.protocol.iec61162.TagBlock.Field;
import org.plimsoll.protocol.iec61162.TagBlock.Group;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.proof.HeldMemory;

/** The edges of what a block says, and of what is remembered of a group. */
class TagBlockTest {

  private static final String ROT = "$HEROT,+000.05,A*35\r\n";

  @ParameterizedTest
  @CsvSource({
    "n:2147483647, 2147483647",
    "n:2147483648,",
    "n:0, 0",
    "n:,",
    "n:1/,",
    "n:1:,",
    "n:-1,",
  })
  void theLineCountFitsOrIsAbsent(String body, Integer count) {
    assertThat(of(body).lineCount())
        .isEqualTo(count == null ? OptionalInt.empty() : OptionalInt.of(count));
  }

  @ParameterizedTest
  @CsvSource({
    "r:999999999999999, 999999999999999",
    "r:1000000000000000,",
    "r:019, 19",
    "r:,",
  })
  void aNumberHasAtMostFifteenDigits(String body, Long time) {
    assertThat(of(body).relativeTime())
        .isEqualTo(time == null ? OptionalLong.empty() : OptionalLong.of(time));
  }

  @ParameterizedTest
  @CsvSource({"c:99999999999, 5138-11-16T09:46:39Z", "c:100000000000, 1973-03-03T09:46:40Z"})
  void fromTheirSizeOnTimesAreMilliseconds(String body, Instant time) {
    assertThat(of(body).time()).contains(time);
  }

  @Test
  void textIsUnderEitherKey() {
    assertThat(of("t:one,i:two").text()).contains("one");
    assertThat(of("i:two").text()).contains("two");
    assertThat(of("s:A").text()).isEmpty();
  }

  @Test
  void aGroupIsNamedInEitherWay() {
    assertThat(of("g:2-2-x").group()).contains(new Group(2, 2, "x"));
    assertThat(of("g:1-2147483647-x").group()).contains(new Group(1, Integer.MAX_VALUE, "x"));
    assertThat(of("g:1-2147483648-x").group()).isEmpty();
    assertThat(of("g:1-2-x-y").group()).contains(new Group(1, 2, "x-y"));
    assertThat(of("12G34:5").group()).contains(new Group(12, 34, "5"));
    assertThat(of("G34:5").group()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "*00, SYNTAX",
        ":a*5B, SYNTAX",
        "a*61, SYNTAX",
        "00, CHECKSUM",
        "s:A, CHECKSUM",
        "s:A*09, CHECKSUM",
        "s:A*g8, CHECKSUM",
        "s:A.08, CHECKSUM"
      })
  void aBlockWithoutASoundChecksumSaysNothing(String body, Reason reason) {
    assertThat(TagBlock.decode(Captures.ascii(body), 0, body.length()))
        .isInstanceOfSatisfying(
            Decoded.Malformed.class, malformed -> assertThat(malformed.reason()).isEqualTo(reason));
  }

  @Test
  void aShortBlockIsRead() {
    byte[] bytes = Captures.ascii("..s:*49..");
    assertThat(TagBlock.decode(bytes, 2, 7))
        .isEqualTo(Decoded.value(new TagBlock(List.of(new Field("s", "")))));
  }

  /** Any of these once made a group of a line that never ends grow for ever. */
  @ParameterizedTest
  @ValueSource(strings = {"s:GP0001", "x%d:1", "x%d:1,y%d:2,z%d:3"})
  void aGroupThatNeverEndsDoesNotGrow(String fields) {
    TaggedDecoder decoder = new TaggedDecoder(ChecksumPolicy.REQUIRED);
    StreamContract<TaggedSentence> line = new StreamContract<>(() -> decoder::feed);
    long held = 0;
    for (int i = 0; i < 400; i++) {
      String body = "g:2-3-7," + fields.replace("%d", Integer.toString(i));
      line.decode(Captures.ascii(TaggedDecoderTest.block(body) + ROT));
      held = i == 50 ? HeldMemory.of(decoder) : held;
    }
    assertThat(HeldMemory.of(decoder)).isCloseTo(held, org.assertj.core.data.Offset.offset(100L));
  }

  @Test
  void aGroupRemembersEightKeysAndOneBlocksWorth() {
    Map<String, String> many = shared("a:1,b:2,c:3,d:4,e:5,f:6,h:7,i:8,j:9");
    assertThat(many).containsOnlyKeys("a", "b", "c", "d", "e", "f", "g", "h", "i");
    String text = "t:" + "x".repeat(200);
    assertThat(shared(text)).containsKey("t");
    assertThat(shared("i:" + "y".repeat(53) + ",t:" + "x".repeat(180) + ",s:1")).containsKey("s");
    assertThat(shared("s:first,s:last")).containsEntry("s", "last");
    assertThat(shared("n:1,1G2:3,s:A")).containsOnlyKeys("g", "s");
  }

  @Test
  void theFieldsBeforeOneSentenceAreBounded() {
    String block = TaggedDecoderTest.block(fields(TaggedDecoder.MAX_FIELDS - 1));
    String one = TaggedDecoderTest.block("s:A");
    StreamContract<TaggedSentence> line =
        new StreamContract<>(() -> new TaggedDecoder(ChecksumPolicy.REQUIRED)::feed);
    assertThat(line.decode(Captures.ascii(block + one + ROT))).hasSize(1);
    assertThat(line.decode(Captures.ascii(block + one + one + ROT)))
        .hasSize(2)
        .startsWith(Decoded.malformed(Reason.OVERLONG, "more than 64 fields of TAG blocks"));
  }

  private static String fields(int count) {
    return String.join(",", java.util.Collections.nCopies(count, "k:"));
  }

  /** What the second member of a group knows whose first one says this. */
  private static Map<String, String> shared(String first) {
    String lines =
        TaggedDecoderTest.block("g:1-2-7," + first)
            + ROT
            + TaggedDecoderTest.block("g:2-2-7")
            + ROT;
    StreamContract<TaggedSentence> line =
        new StreamContract<>(() -> new TaggedDecoder(ChecksumPolicy.REQUIRED)::feed);
    Map<String, String> fields = new java.util.TreeMap<>();
    line.values(Captures.ascii(lines))
        .get(1)
        .tags()
        .orElseThrow()
        .fields()
        .forEach(field -> fields.put(field.key(), field.value()));
    return fields;
  }

  private static TagBlock of(String body) {
    byte[] bytes = Captures.ascii(TaggedDecoderTest.block(body));
    Decoded<TagBlock> decoded = TagBlock.decode(bytes, 1, bytes.length - 1);
    return ((Decoded.Value<TagBlock>) decoded).value();
  }
}
