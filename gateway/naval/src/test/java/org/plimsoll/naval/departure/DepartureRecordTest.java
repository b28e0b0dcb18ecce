package org.plimsoll.naval.departure;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.naval.departure.CanonicalForm.Read;
import org.plimsoll.naval.departure.CanonicalForm.ReadResult;
import org.plimsoll.naval.departure.CanonicalForm.Refused;
import org.plimsoll.naval.departure.DepartureRecord.Moment;
import org.plimsoll.naval.departure.Figure.Group;
import org.plimsoll.naval.departure.Figure.Unit;
import org.plimsoll.naval.departure.Finding.Outcome;

class DepartureRecordTest {

  private static final List<Figure> FIGURES =
      List.of(
          Figure.of(Group.MASS, "cargo", 899.96, Unit.TONNES, 20.85),
          Figure.of(Group.DRAUGHT, "forward", 4.9, Unit.METRES, 0.01),
          Figure.of(Group.DRAUGHT, "aft", 5.12345, Unit.METRES),
          Figure.of(Group.WATER, "density", 1.018, Unit.TONNES_PER_CUBIC_METRE),
          Figure.of(Group.MARK, "port", 0.081, Unit.METRES),
          Figure.of(Group.MARK, "starboard", -0.002, Unit.METRES),
          Figure.of(Group.ATTITUDE, "trim", 0.22345, Unit.METRES));
  private static final List<Finding> FINDINGS =
      List.of(
          new Finding("passengers", Outcome.PASS, "187 aboard, allowed 400"),
          new Finding("load-line", Outcome.FAIL, "starboard\tunder\nby 2 mm \\ Malm\u00f6"));

  private static final String GOLDEN =
      """
      plimsoll-departure-record\t1
      moment\tDEPARTURE
      vessel\timo9876543
      voyage\tV 12
      at\t2026-01-15T06:30:00Z
      method\tnaval-2
      persons\t187
      figure\tDRAUGHT\taft\t5.1235\tMETRES\t
      figure\tDRAUGHT\tforward\t4.9000\tMETRES\t0.0100
      figure\tWATER\tdensity\t1.01800\tTONNES_PER_CUBIC_METRE\t
      figure\tMARK\tport\t0.0810\tMETRES\t
      figure\tMARK\tstarboard\t-0.0020\tMETRES\t
      figure\tATTITUDE\ttrim\t0.2235\tMETRES\t
      figure\tMASS\tcargo\t899.960\tTONNES\t20.850
      finding\tload-line\tFAIL\tstarboard\\u0009under\\u000aby 2 mm \\\\ Malm\\u00f6
      finding\tpassengers\tPASS\t187 aboard, allowed 400
      end
      """;

  @Test
  void theBytesToSign() {
    assertThat(new String(departure().canonicalBytes(), US_ASCII)).isEqualTo(GOLDEN);
  }

  @Test
  void equalContentInAnyOrderIsAnEqualRecord() {
    List<Figure> figures = new ArrayList<>(FIGURES);
    List<Finding> findings = new ArrayList<>(FINDINGS);
    Collections.reverse(figures);
    Collections.reverse(findings);
    DepartureRecord other = departure(OptionalInt.of(187), figures, findings);
    assertThat(other).isEqualTo(departure());
    assertThat(other.canonicalBytes()).isEqualTo(departure().canonicalBytes());
  }

  @Test
  void nothingChangesARecord() {
    List<Figure> figures = new ArrayList<>(FIGURES);
    DepartureRecord departure = departure(OptionalInt.of(187), figures, FINDINGS);
    figures.clear();
    departure.canonicalBytes()[0] = 'X';
    assertThat(new String(departure.canonicalBytes(), US_ASCII)).isEqualTo(GOLDEN);
    assertThatThrownBy(() -> departure.figures().clear())
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void readsWhatItWrote() {
    assertThat(CanonicalForm.read(departure().canonicalBytes())).isEqualTo(new Read(departure()));
    DepartureRecord bare = departure(OptionalInt.empty(), List.of(), List.of());
    assertThat(CanonicalForm.read(bare.canonicalBytes())).isEqualTo(new Read(bare));
  }

  /** Decimals half up, whatever the binary fraction is. */
  @ParameterizedTest
  @CsvSource({"4.64345, 4.6435", "4.64344, 4.6434", "-4.64345, -4.6435", "0.00001, 0.0000"})
  void figuresAreRoundedInDecimal(double metres, String text) {
    assertThat(Figure.of(Group.DRAUGHT, "aft", metres, Unit.METRES).value().toPlainString())
        .isEqualTo(text);
  }

  @Test
  void gapsAreNamed() {
    assertThat(departure().missing()).isEmpty();
    assertThat(departure(OptionalInt.empty(), List.of(FIGURES.get(0)), List.of()).missing())
        .containsExactly(
            "DRAUGHT forward",
            "DRAUGHT aft",
            "WATER density",
            "MARK port",
            "MARK starboard",
            "ATTITUDE trim",
            "persons");
  }

  @Test
  void theWorstOutcomeIsThatOfTheRecord() {
    assertThat(departure().worst()).isEqualTo(Outcome.FAIL);
    assertThat(departure(OptionalInt.empty(), FIGURES, FINDINGS.subList(0, 1)).worst())
        .isEqualTo(Outcome.PASS);
    assertThat(departure(OptionalInt.empty(), FIGURES, List.of()).worst())
        .isEqualTo(Outcome.INCONCLUSIVE);
  }

  @Test
  void aNameStandsOnce() {
    List<Figure> twice = List.of(FIGURES.get(1), FIGURES.get(1));
    assertThatThrownBy(() -> departure(OptionalInt.empty(), twice, List.of()))
        .hasMessage("more than once: DRAUGHT forward");
    List<Finding> checks = List.of(FINDINGS.get(0), FINDINGS.get(0));
    assertThatThrownBy(() -> departure(OptionalInt.empty(), List.of(), checks))
        .hasMessage("more than once: passengers");
    assertThatThrownBy(() -> Figure.of(Group.MASS, " ", 1, Unit.TONNES))
        .hasMessageContaining("no name");
  }

  @Test
  void aRecordIsBounded() {
    List<Figure> many = new ArrayList<>();
    for (int i = 0; i <= DepartureRecord.MOST_FIGURES; i++) {
      many.add(Figure.of(Group.CORRECTION, "c" + i, i, Unit.TONNES));
    }
    assertThatThrownBy(() -> departure(OptionalInt.empty(), many, List.of()))
        .hasMessageContaining("at most 500");
    assertThat(CanonicalForm.read(new byte[CanonicalForm.MOST_BYTES + 1]))
        .isInstanceOf(Refused.class);
  }

  static Stream<Arguments> otherForms() {
    return Stream.of(
        arguments("4.9000", "4.90000"),
        arguments("4.9000", "4.9e0"),
        arguments("4.9000", "1e999999999"),
        arguments("0.0100", "0.01"),
        arguments("DEPARTURE", "LATER"),
        arguments("187\n", "0187\n"),
        arguments("06:30:00Z", "06:30:00.000Z"),
        arguments("06:30:00Z", "today"),
        arguments("\\u00f6", "\\u00F6"),
        arguments("\\u00f6", "\\x"),
        arguments("\\u00f6", "\\u00"),
        arguments("\\u00f6", "\\u+0f6"),
        arguments("under", "\\u0075nder"),
        arguments("record\t1", "record\t2"),
        arguments("vessel", "ship"),
        arguments("figure\tMASS", "figures\tMASS"),
        arguments("end\n", ""),
        arguments("end\n", "end\nend\n"),
        arguments("naval-2", "naval-\u00e9"));
  }

  @ParameterizedTest
  @MethodSource("otherForms")
  void noOtherFormIsRead(String part, String other) {
    assertThat(GOLDEN).contains(part);
    byte[] bytes = GOLDEN.replace(part, other).getBytes(ISO_8859_1);
    assertThat(CanonicalForm.read(bytes)).isInstanceOf(Refused.class);
  }

  @Test
  void theReasonQuotesNoMoreThanAPersonReads() {
    byte[] bytes = GOLDEN.replace("4.9000", "9".repeat(10_000)).getBytes(ISO_8859_1);
    ReadResult result = CanonicalForm.read(bytes);
    assertThat(result).isInstanceOf(Refused.class);
    assertThat(((Refused) result).reason())
        .startsWith("not a departure record: '999")
        .hasSizeLessThan(240);
  }

  @Test
  void everyTruncationAndEveryFlippedBitIsRefusedOrAnotherRecord() {
    byte[] bytes = departure().canonicalBytes();
    for (int length = 0; length < bytes.length; length++) {
      assertThat(CanonicalForm.read(Arrays.copyOf(bytes, length))).isInstanceOf(Refused.class);
    }
    for (int i = 0; i < bytes.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] flipped = bytes.clone();
        flipped[i] ^= (byte) (1 << bit);
        ReadResult result = CanonicalForm.read(flipped);
        assertThat(result).isNotEqualTo(new Read(departure()));
      }
    }
  }

  private static DepartureRecord departure() {
    return departure(OptionalInt.of(187), FIGURES, FINDINGS);
  }

  private static DepartureRecord departure(
      OptionalInt persons, List<Figure> figures, List<Finding> findings) {
    return new DepartureRecord(
        Moment.DEPARTURE,
        "imo9876543",
        "V 12",
        Instant.parse("2026-01-15T06:30:00Z"),
        DepartureRecord.METHOD_VERSION,
        persons,
        figures,
        findings);
  }

  @ParameterizedTest
  @CsvSource({
    "vessel, ship, not a departure record: line 3 is not vessel",
    "figure\tMASS, figures\tMASS, not a departure record: line 14 is not understood",
    "finding\tpass, findings\tpass, not a departure record: line 16 is not understood"
  })
  void theReasonNamesTheLine(String part, String other, String reason) {
    byte[] bytes = GOLDEN.replace(part, other).getBytes(ISO_8859_1);
    assertThat(CanonicalForm.read(bytes)).isEqualTo(new Refused(reason));
  }

  @Test
  void aTextOfTheGreatestLengthIsRead() {
    assertThat(((Refused) CanonicalForm.read(new byte[CanonicalForm.MOST_BYTES])).reason())
        .doesNotContain("at most");
    assertThat(((Refused) CanonicalForm.read(new byte[CanonicalForm.MOST_BYTES + 1])).reason())
        .contains("at most");
  }

  @Test
  void printableCharactersStandForThemselves() {
    DepartureRecord tilde =
        departure(
            OptionalInt.of(1), List.of(), List.of(new Finding("c", Outcome.PASS, " ~\u007f")));
    assertThat(new String(tilde.canonicalBytes(), US_ASCII)).contains("PASS\t ~\\u007f\n");
    assertThat(CanonicalForm.read(tilde.canonicalBytes())).isEqualTo(new Read(tilde));
  }

  @Test
  void anUncertaintyIsRoundedAsItsFigure() {
    Figure figure = Figure.of(Group.MASS, "cargo", 899.9605, Unit.TONNES, 20.8505);
    assertThat(figure.value()).isEqualTo("899.961");
    assertThat(figure.u95().orElseThrow()).isEqualTo("20.851");
  }
}
