package org.plimsoll.protocol.iec61162;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.StreamContract;
import org.plimsoll.protocol.iec61162.TagBlock.Field;
import org.plimsoll.protocol.iec61162.TagBlock.Group;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Rot;
import org.plimsoll.protocol.nmea0183.Sentence;

class TaggedDecoderTest {

  private static final String ROT = "$HEROT,+000.05,A*35";
  private static final String STREAM =
      String.join(
          "\r\n",
          block("s:HE0001") + ROT,
          block("d:HE0002") + block("s:HE0001,c:1241544035") + ROT,
          ROT,
          block("g:1-2-7,s:GP0001,n:1") + ROT,
          block("g:2-2-7,n:2") + ROT,
          block("s:GP0001,t:alone"),
          "\\s:GP0001*00\\" + ROT,
          "\\s:GP0001\\" + ROT,
          block("s:GP0001") + "$GPABC,1*4A",
          "");

  private final StreamContract<TaggedSentence> contract =
      new StreamContract<>(() -> new TaggedDecoder(ChecksumPolicy.REQUIRED)::feed);

  @Test
  void aSentenceHasWhatItsBlocksSay() {
    List<Decoded<TaggedSentence>> said = contract.decode(Captures.ascii(STREAM));
    assertThat(said).hasSize(12);
    assertThat(said.get(2)).isEqualTo(untagged());
    assertThat(fields(said.get(0))).isEqualTo(Map.of("s", "HE0001"));
    assertThat(fields(said.get(1)))
        .isEqualTo(Map.of("d", "HE0002", "s", "HE0001", "c", "1241544035"));
    assertThat(fields(said.get(3))).isEqualTo(Map.of("g", "1-2-7", "s", "GP0001", "n", "1"));
    assertThat(fields(said.get(4))).isEqualTo(Map.of("g", "2-2-7", "s", "GP0001", "n", "2"));
    assertThat(said.get(5)).isEqualTo(alone("s", "GP0001", "t", "alone"));
    assertThat(said.get(6)).isEqualTo(malformed("TAG block s:GP0001*00"));
    assertThat(said.get(8)).isEqualTo(malformed("none in TAG block s:GP0001"));
    assertThat(said.get(9)).isEqualTo(said.get(2)).isEqualTo(said.get(7));
    assertThat(said.subList(10, 12))
        .containsExactly(alone("s", "GP0001"), Decoded.unsupported("GPABC"));
  }

  @Test
  void chunkingDoesNotMatter() {
    contract.assertSameInEveryChunking(Captures.ascii(STREAM));
  }

  @Test
  void aCutStreamSaysItsBeginning() {
    contract.assertSurvivesTruncation(Captures.ascii(STREAM));
  }

  @Test
  void readsAfterNoise() {
    contract.assertReadsAfterNoise(
        Captures.ascii("\r\n" + ROT + "\r\n"),
        new TaggedSentence(Optional.of(rot()), Optional.empty()));
  }

  @Test
  void aBlockIsReadBehindASentenceWithoutItsLineEnd() {
    String glued = ROT + block("s:HE0001") + ROT + "\r\n";
    assertThat(contract.decode(Captures.ascii(glued)))
        .containsExactly(untagged(), tagged("s", "HE0001"));
    String cut = "$HEROT,+00" + block("s:HE0001") + ROT + "\r\n";
    assertThat(contract.decode(Captures.ascii(cut)))
        .containsExactly(Decoded.malformed(Reason.TRUNCATED, "$HEROT,+00"), tagged("s", "HE0001"));
  }

  @Test
  void blocksAreBounded() {
    String many = block("s:HE0001").repeat(TaggedDecoder.MAX_BLOCKS + 2) + ROT + "\r\n";
    List<Decoded<TaggedSentence>> said = contract.decode(Captures.ascii(many));
    assertThat(said).hasSize(3);
    assertThat(said.subList(0, 2))
        .allMatch(d -> d instanceof Malformed<?> m && m.reason() == Reason.OVERLONG);
  }

  @Test
  void groupsAreBounded() {
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i <= TagGroups.MAX_GROUPS; i++) {
      lines.append(block("g:1-2-" + i + ",s:S" + i)).append(ROT).append("\r\n");
    }
    lines.append(block("g:2-2-0")).append(ROT).append("\r\n");
    lines.append(block("g:2-2-1")).append(ROT).append("\r\n");
    List<Decoded<TaggedSentence>> said = contract.decode(Captures.ascii(lines.toString()));
    assertThat(fields(said.get(said.size() - 2))).isEqualTo(Map.of("g", "2-2-0"));
    assertThat(fields(said.get(said.size() - 1))).isEqualTo(Map.of("g", "2-2-1", "s", "S1"));
  }

  @ParameterizedTest
  @CsvSource({
    "c:1241544035, 2009-05-05T17:20:35Z",
    "c:1700000000123, 2023-11-14T22:13:20.123Z",
    "c:x,",
    "s:GP0001,",
  })
  void timeIsInSecondsOrMilliseconds(String body, Instant time) {
    assertThat(parsed(body).time()).isEqualTo(Optional.ofNullable(time));
  }

  @Test
  void everyKeyIsRead() {
    TagBlock block =
        parsed("s:A,d:B,n:42,g:1-2-33,c:1,r:99,i:text,a:00FF,q:u,T:2015-03-11 00.00.01");
    assertThat(block.source()).contains("A");
    assertThat(block.destination()).contains("B");
    assertThat(block.lineCount()).hasValue(42);
    assertThat(block.group()).contains(new Group(1, 2, "33"));
    assertThat(block.relativeTime()).hasValue(99);
    assertThat(block.text()).contains("text");
    assertThat(block.authentication()).contains("00FF");
    assertThat(block.value("q")).contains("u");
    assertThat(block.value("T")).contains("2015-03-11 00.00.01");
    assertThat(parsed("1G2:73874").group()).contains(new Group(1, 2, "73874"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"g:3-2-1", "g:0-2-1", "g:1-2", "g:a-b-c", "G:1", "n:1"})
  void anImpossibleGroupIsNone(String body) {
    assertThat(parsed(body).group()).isEmpty();
  }

  static String block(String body) {
    int sum = 0;
    for (char c : body.toCharArray()) {
      sum ^= c;
    }
    return "\\%s*%02X\\".formatted(body, sum);
  }

  private TagBlock parsed(String body) {
    Decoded<TaggedSentence> said =
        contract.decode(Captures.ascii(block(body) + ROT + "\r\n")).get(0);
    return tags(said);
  }

  private static TagBlock tags(Decoded<TaggedSentence> said) {
    return ((Decoded.Value<TaggedSentence>) said).value().tags().orElseThrow();
  }

  private static Map<String, String> fields(Decoded<TaggedSentence> said) {
    Map<String, String> fields = new TreeMap<>();
    tags(said).fields().forEach(field -> fields.put(field.key(), field.value()));
    return fields;
  }

  private static Decoded<TaggedSentence> tagged(String key, String value) {
    TagBlock block = new TagBlock(List.of(new Field(key, value)));
    return Decoded.value(new TaggedSentence(Optional.of(rot()), Optional.of(block)));
  }

  private static Decoded<TaggedSentence> untagged() {
    return Decoded.value(new TaggedSentence(Optional.of(rot()), Optional.empty()));
  }

  private static Decoded<TaggedSentence> alone(String... keysAndValues) {
    List<Field> fields = new ArrayList<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      fields.add(new Field(keysAndValues[i], keysAndValues[i + 1]));
    }
    return Decoded.value(new TaggedSentence(Optional.empty(), Optional.of(new TagBlock(fields))));
  }

  private static Decoded<TaggedSentence> malformed(String detail) {
    return Decoded.malformed(Reason.CHECKSUM, detail);
  }

  private static Sentence rot() {
    return new Rot("HE", OptionalDouble.of(0.05), true);
  }
}
