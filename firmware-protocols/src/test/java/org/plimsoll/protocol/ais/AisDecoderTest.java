package org.plimsoll.protocol.ais;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.protocol.ais.Armour.vdm;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.nmea0183.AisSentence;
import org.plimsoll.protocol.nmea0183.AisSentence.Vdm;
import org.plimsoll.protocol.nmea0183.AisSentence.Vdo;

/** How sentences become messages. */
class AisDecoderTest {

  private static final String FIRST =
      "55?MbV02;H;s<HtKR20EHE:0@T4@Dn2222222216L961O5Gf0NSQEp6ClRp8";
  private static final String SECOND = "88888888880";
  private static final String NAME = "EVER DIADEM";

  private static final String OTHER_FIRST =
      "53o=;402:E:pD4UN220<5=@Dhv0t8T@u<000001PV854Si0;mR@CPH13p0hD";
  private static final String OTHER_SECOND = "m1C3h000000";

  private static final Vdm POSITION = vdm(1, 1, -1, "A", "15RTgt0PAso;90TKcjM8h6g208CQ", 0);

  private final List<Decoded<AisMessage>> decoded = new ArrayList<>();
  private AisDecoder decoder = new AisDecoder();

  @BeforeEach
  void freshDecoder() {
    decoder = new AisDecoder();
  }

  @Test
  void aMessageMayTakeTwoSentences() {
    feed(vdm(2, 1, 1, "A", FIRST, 0));
    assertThat(decoded).isEmpty();
    assertThat(decoder.open()).isOne();
    feed(vdm(2, 2, 1, "A", SECOND, 2));
    assertThat(names()).containsExactly(NAME);
    assertThat(decoder.open()).isZero();
  }

  @Test
  void itMayBeCutAnywhere() {
    String whole = FIRST + SECOND;
    List<Decoded<AisMessage>> uncut = new ArrayList<>();
    decoder.feed(vdm(1, 1, -1, "A", whole, 2), uncut::add);
    for (int cut = 0; cut <= whole.length(); cut++) {
      feed(vdm(3, 1, 4, "B", whole.substring(0, cut / 2), 0));
      feed(vdm(3, 2, 4, "B", whole.substring(cut / 2, cut), 0));
      feed(vdm(3, 3, 4, "B", whole.substring(cut), 2));
      assertThat(decoded).as("cut at %d", cut).isEqualTo(uncut);
      decoded.clear();
    }
  }

  @Test
  void messagesMayBeInterleaved() {
    feed(vdm(2, 1, 1, "A", FIRST, 0));
    feed(POSITION);
    feed(vdm(2, 1, 2, "A", OTHER_FIRST, 0));
    feed(vdm(2, 1, 1, "B", OTHER_FIRST, 0));
    feed(vdm(2, 2, 1, "A", SECOND, 2));
    feed(vdm(2, 2, 2, "A", OTHER_SECOND, 2));
    feed(vdm(2, 2, 1, "B", OTHER_SECOND, 2));
    assertThat(decoded).hasSize(4).hasOnlyElementsOfType(Value.class);
    assertThat(names().get(1)).isEqualTo(NAME);
    assertThat(names().get(2)).isEqualTo(names().get(3)).isNotEqualTo(NAME);
  }

  @Test
  void sourcesTalkersAndTheOwnShipAreKeptApart() {
    decoder.feed("north", vdm(2, 1, 1, "A", FIRST, 0), decoded::add);
    decoder.feed("south", vdm(2, 2, 1, "A", SECOND, 2), decoded::add);
    decoder.feed("north", own(2, SECOND, 2), decoded::add);
    Vdm relayed =
        new Vdm("BS", OptionalInt.of(2), OptionalInt.of(2), OptionalInt.of(1), "A", SECOND, fill());
    decoder.feed("north", relayed, decoded::add);
    decoder.feed("north", vdm(3, 2, 1, "A", SECOND, 0), decoded::add);
    assertThat(reasons())
        .containsExactly(
            Reason.UNEXPECTED, Reason.UNEXPECTED, Reason.UNEXPECTED, Reason.UNEXPECTED);
    decoder.feed("north", vdm(2, 2, 1, "A", SECOND, 2), decoded::add);
    assertThat(decoded.get(4)).isInstanceOf(Value.class);
  }

  @Test
  void theOwnShipIsHeardToo() {
    feed(own(1, FIRST, 0));
    feed(own(2, SECOND, 2));
    assertThat(names()).containsExactly(NAME);
  }

  @Test
  void oneOfTheSentencesMayLackItsChannel() {
    feed(vdm(2, 1, 1, "A", FIRST, 0));
    feed(vdm(2, 2, 1, "", SECOND, 2));
    feed(vdm(2, 1, 2, "", FIRST, 0));
    feed(vdm(2, 2, 2, "B", SECOND, 2));
    assertThat(names()).containsExactly(NAME, NAME);
  }

  @Test
  void withoutAChannelItMustNotBeGuessed() {
    feed(vdm(2, 1, 1, "A", FIRST, 0));
    feed(vdm(2, 1, 1, "B", OTHER_FIRST, 0));
    feed(vdm(2, 2, 1, "", SECOND, 2));
    assertThat(reasons()).containsExactly(Reason.UNEXPECTED);
  }

  @Test
  void sentencesOutOfOrderEndTheMessage() {
    feed(vdm(3, 1, 1, "A", FIRST, 0));
    feed(vdm(3, 3, 1, "A", SECOND, 2));
    feed(vdm(3, 2, 1, "A", SECOND, 0));
    assertThat(reasons()).containsExactly(Reason.TRUNCATED, Reason.UNEXPECTED);
    assertThat(decoder.open()).isZero();
  }

  @Test
  void aFirstSentenceBeginsAnew() {
    feed(vdm(2, 1, 1, "A", OTHER_FIRST, 0));
    feed(vdm(2, 1, 1, "A", FIRST, 0));
    feed(vdm(2, 2, 1, "A", SECOND, 2));
    assertThat(decoded.get(0)).isInstanceOf(Malformed.class);
    assertThat(((StaticVoyageData) value(1)).name()).isEqualTo(NAME);
    assertThat(decoded).hasSize(2);
  }

  @Test
  void severalSentencesNeedANumberToJoinThem() {
    feed(vdm(2, 1, -1, "A", FIRST, 0));
    feed(vdm(2, 2, -1, "A", SECOND, 2));
    assertThat(reasons()).containsExactly(Reason.SYNTAX, Reason.SYNTAX);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "1, 0", "1, 2", "2, 3", "10, 1", "-1, -1"})
  void countsMustMakeSense(int total, int number) {
    feed(vdm(total, number, 1, "A", FIRST, 0));
    assertThat(reasons()).containsExactly(Reason.SYNTAX);
  }

  @Test
  void countsMustBeThere() {
    feed(new Vdm("AI", none(), one(), none(), "A", POSITION.payload(), one()));
    feed(new Vdm("AI", one(), none(), none(), "A", POSITION.payload(), one()));
    assertThat(reasons()).containsExactly(Reason.SYNTAX, Reason.SYNTAX);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 6, 13})
  void fillBitsAreFiveAtMost(int fillBits) {
    feed(vdm(1, 1, -1, "A", FIRST, fillBits));
    assertThat(reasons()).containsExactly(Reason.SYNTAX);
  }

  @Test
  void fillBitsStandInTheLastSentence() {
    feed(vdm(2, 1, 1, "A", FIRST, 1));
    assertThat(reasons()).containsExactly(Reason.SYNTAX);
    assertThat(decoder.open()).isZero();
  }

  @Test
  void withoutTheNumberOfFillBitsThereAreNone() {
    feed(new Vdm("AI", one(), one(), OptionalInt.empty(), "A", POSITION.payload(), none()));
    assertThat(decoded).containsExactly(position());
  }

  @ParameterizedTest
  @ValueSource(chars = {'/', 'X', '_', 'x', ' ', '\u00ff', '\u2022'})
  void whatIsNoArmourIsRefused(char strange) {
    feed(vdm(1, 1, -1, "A", "15RTgt0PAso;90TKcjM8h6g208C" + strange, 0));
    feed(vdm(2, 1, 1, "A", FIRST, 0));
    feed(vdm(2, 2, 1, "A", SECOND + strange, 0));
    assertThat(reasons()).containsExactly(Reason.SYNTAX, Reason.SYNTAX);
    assertThat(decoder.open()).isZero();
  }

  @Test
  void nothingIsTooShort() {
    feed(vdm(1, 1, -1, "B", "", 0));
    feed(vdm(1, 1, -1, "B", "1", 5));
    feed(vdm(1, 1, -1, "B", "", 5));
    assertThat(reasons()).containsOnly(Reason.TRUNCATED).hasSize(3);
  }

  @Test
  void aMessageIsBounded() {
    String most = "K".repeat(Payload.MAX_CHARACTERS);
    feed(vdm(1, 1, -1, "A", most, 0));
    feed(vdm(1, 1, -1, "A", most + "K", 0));
    feed(vdm(9, 1, 1, "A", most, 0));
    feed(vdm(9, 2, 1, "A", "K", 0));
    assertThat(decoded.get(0)).isInstanceOf(Value.class);
    assertThat(((Malformed<AisMessage>) decoded.get(1)).reason()).isEqualTo(Reason.OVERLONG);
    assertThat(((Malformed<AisMessage>) decoded.get(2)).reason()).isEqualTo(Reason.OVERLONG);
    assertThat(decoder.open()).isZero();
  }

  @Test
  void whatTheLastMessageLeftIsNotInTheNext() {
    feed(vdm(1, 1, -1, "A", "w".repeat(Payload.MAX_CHARACTERS), 0));
    feed(POSITION);
    assertThat(decoded.get(1)).isEqualTo(position());
  }

  @Test
  void anUnfinishedMessageAgesBySentences() {
    feed(vdm(2, 1, 1, "A", FIRST, 0));
    for (int i = 0; i < AisDecoder.MAX_AGE_SENTENCES - 1; i++) {
      feed(POSITION);
    }
    decoded.clear();
    feed(vdm(2, 2, 1, "A", SECOND, 2));
    assertThat(names()).containsExactly(NAME);

    feed(vdm(2, 1, 1, "A", FIRST, 0));
    for (int i = 0; i < AisDecoder.MAX_AGE_SENTENCES; i++) {
      feed(POSITION);
    }
    decoded.clear();
    feed(vdm(2, 2, 1, "A", SECOND, 2));
    assertThat(reasons()).containsExactly(Reason.TRUNCATED, Reason.UNEXPECTED);
  }

  @Test
  void anUnfinishedMessageAgesByTicks() {
    feed(vdm(2, 1, 1, "A", FIRST, 0));
    for (int i = 1; i < AisDecoder.MAX_AGE_TICKS; i++) {
      decoder.tick(decoded::add);
    }
    feed(vdm(2, 1, 2, "A", FIRST, 0));
    assertThat(decoded).isEmpty();
    decoder.tick(decoded::add);
    assertThat(decoded)
        .containsExactly(
            Decoded.malformed(Reason.TRUNCATED, "without sentence 2 of 2 of AIS message 1"));
    feed(vdm(2, 2, 2, "A", SECOND, 2));
    assertThat(decoded.get(1)).isInstanceOf(Value.class);
  }

  @Test
  void theOldestMakesRoom() {
    for (int i = 0; i <= AisDecoder.MAX_OPEN; i++) {
      decoder.feed("source " + i, vdm(2, 1, 1, "A", FIRST, 0), decoded::add);
    }
    assertThat(reasons()).containsExactly(Reason.TRUNCATED);
    assertThat(decoder.open()).isEqualTo(AisDecoder.MAX_OPEN);
    decoder.feed("source 0", vdm(2, 2, 1, "A", SECOND, 2), decoded::add);
    decoder.feed("source 1", vdm(2, 2, 1, "A", SECOND, 2), decoded::add);
    assertThat(((Malformed<AisMessage>) decoded.get(1)).reason()).isEqualTo(Reason.UNEXPECTED);
    assertThat(decoded.get(2)).isInstanceOf(Value.class);
  }

  @Test
  void aReopenedLineBeginsAnew() {
    feed(vdm(2, 1, 1, "A", FIRST, 0));
    decoder.reset();
    assertThat(decoder.open()).isZero();
    feed(vdm(2, 2, 1, "A", SECOND, 2));
    assertThat(reasons()).containsExactly(Reason.UNEXPECTED);
  }

  private void feed(AisSentence sentence) {
    decoder.feed(sentence, decoded::add);
  }

  private static Vdo own(int number, String payload, int fillBits) {
    return new Vdo(
        "AI",
        OptionalInt.of(2),
        OptionalInt.of(number),
        OptionalInt.of(1),
        "A",
        payload,
        OptionalInt.of(fillBits));
  }

  private static OptionalInt one() {
    return OptionalInt.of(1);
  }

  private static OptionalInt none() {
    return OptionalInt.empty();
  }

  private static OptionalInt fill() {
    return OptionalInt.of(2);
  }

  private static Decoded<AisMessage> position() {
    List<Decoded<AisMessage>> alone = new ArrayList<>();
    new AisDecoder().feed(POSITION, alone::add);
    assertThat(alone.get(0)).isInstanceOf(Value.class);
    return alone.get(0);
  }

  private AisMessage value(int index) {
    return ((Value<AisMessage>) decoded.get(index)).value();
  }

  private List<String> names() {
    List<String> names = new ArrayList<>();
    for (Decoded<AisMessage> one : decoded) {
      AisMessage message = ((Value<AisMessage>) one).value();
      names.add(message instanceof StaticVoyageData data ? data.name() : "");
    }
    return names;
  }

  private List<Reason> reasons() {
    List<Reason> reasons = new ArrayList<>();
    for (Decoded<AisMessage> one : decoded) {
      reasons.add(((Malformed<AisMessage>) one).reason());
    }
    return reasons;
  }
}
