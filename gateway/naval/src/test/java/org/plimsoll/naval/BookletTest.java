package org.plimsoll.naval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BookletTest {

  /** A bulk carrier's rows as one public program holds them, in the file's own names and signs. */
  private static final String FOREIGN =
      """
      # any remark
      #: table = even-keel
      #: density = 1.025
      #: hull = extreme
      #: keel-plate-mm = 18
      #: draught-reference = midship
      #: lbp = 182.0
      #: source = loading manual, page 41
      #: longitudinal-datum = midship
      #: longitudinal-sign = aft
      #: moment = tm-per-m
      #: moment-from = bml
      #: separator = semicolon
      #: column draught_m = DRAFT
      #: column displacement_t = DISPLACEMENT
      #: column tpc_t_per_cm = TPC
      #: column mctc_tm_per_cm = MTC
      #: column lcf_from_ap_m = LCF
      DRAFT;DISPLACEMENT;TPC;LCB;MTC;LCF
      4.0;15872;43.9;-5.2;44130;-4.815
      4.1;16311;44.0;-5.2;44490;-4.790
      4.2;16752;44.1;-5.2;44850;-4.765
      """;

  @Test
  void unitsSignsAndNamesAsTheFileStatesThem() {
    BookletImport.EvenKeel read = evenKeel(FOREIGN);
    HydrostaticRow row = read.table().rows().get(1);
    assertThat(row.draughtMetres()).isEqualTo(4.1);
    assertThat(row.displacementTonnes()).isEqualTo(16311);
    assertThat(row.trimMomentTonneMetresPerCentimetre()).isCloseTo(444.9, within(1e-9));
    assertThat(row.flotationFromApMetres()).isCloseTo(91 + 4.790, within(1e-9));
    assertThat(row.buoyancyFromApMetres()).as("a column that is not ours").isNaN();
    assertThat(read.facts().hull()).isEqualTo(BookletFacts.Hull.EXTREME);
    assertThat(read.facts().keelPlateMillimetres()).isEqualTo(18);
    assertThat(read.facts().source()).isEqualTo("loading manual, page 41");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "#: density = 1.025 | density is not stated",
        "#: moment = tm-per-m | moment is not stated",
        "#: longitudinal-sign = aft | longitudinal-sign is not stated",
        "#: lbp = 182.0 | lbp is not stated",
        "#: source = loading manual, page 41 | source is not stated",
        "#: table = even-keel | table is not stated",
      })
  void whatIsNotStatedIsNeverAssumed(String line, String problem) {
    assertThat(problems(FOREIGN.replace(line, "")))
        .anySatisfy(p -> assertThat(p).contains(problem));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "density = 1.025 | density = 1025 | density is '1025'",
        "hull = extreme | hull = wooden | hull is 'wooden'",
        "separator = semicolon | separator = blank | separator is 'blank'",
        "hull = extreme | hull extreme | line 4: 'hull extreme' is not key = value",
        "keel-plate-mm = 18 | lbp = 180 | line 7: lbp is stated twice",
        "4.1;16311 | 4.1;1631.1 | line 21: draught and displacement",
        "4.1;16311 | 4.1;16411 | line 21: displacement rises by 539.0 t",
        "4.2;16752 | 4.2;x | line 22: displacement_t is 'x'",
        "column tpc_t_per_cm = TPC | column tpc_t_per_cm = tpi | columns [tpc_t_per_cm]",
      })
  void problemsNameTheFilesOwnLine(String from, String to, String problem) {
    assertThat(problems(FOREIGN.replace(from, to)))
        .anySatisfy(p -> assertThat(p).contains(problem));
  }

  @Test
  void tablesByTrimMayRunByTheHead() {
    String csv =
        """
        #: table = by-trim
        #: density = 1.025
        #: hull = moulded
        #: keel-plate-mm = 0
        #: draught-reference = midship
        #: trim-sign = by-head
        #: lbp = 100
        #: source = own
        draught,-1.0,0,+1.0
        5.0,6179,6107,6041
        5.1,6333,6261,6194
        """;
    BookletImport read = Booklet.parse(csv);
    assertThat(read).isInstanceOf(BookletImport.ByTrim.class);
    TrimmedTable table = ((BookletImport.ByTrim) read).table();
    assertThat(table.displacementTonnes(5.0, 1.0)).hasValue(6179);
    assertThat(table.displacementTonnes(5.1, -1.0)).hasValue(6194);
    assertThat(problems(csv.replace("6333", "6100")))
        .singleElement()
        .asString()
        .contains("line 11");
    assertThat(problems(csv.replace("6333", ""))).singleElement().asString().contains("is ''");
    assertThat(problems(csv.replace("+1.0", "-2"))).singleElement().asString().contains("line 9");
    assertThat(problems(csv.replace("5.1,6333,6261,6194", "")))
        .contains("1 rows, at least 2 needed");
  }

  private static BookletImport.EvenKeel evenKeel(String text) {
    BookletImport read = Booklet.parse(text);
    assertThat(read).isInstanceOf(BookletImport.EvenKeel.class);
    return (BookletImport.EvenKeel) read;
  }

  private static List<String> problems(String text) {
    BookletImport read = Booklet.parse(text);
    assertThat(read).isInstanceOf(BookletImport.Rejected.class);
    return ((BookletImport.Rejected) read).problems();
  }
}
