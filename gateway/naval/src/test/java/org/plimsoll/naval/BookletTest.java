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

  private static final String BY_TRIM =
      """
      #: table = by-trim
      #: density = 1.025
      #: hull = moulded
      #: keel-plate-mm = 0
      #: draught-reference = midship
      #: trim-sign = by-stern
      #: lbp = 100
      #: source = own
      draught,-1.0,0
      5.0,6041,6107
      5.1,6194,6261
      """;

  @Test
  void tabsPartColumnsToo() {
    String tabs = FOREIGN.replace("separator = semicolon", "separator = tab").replace(';', '\t');
    assertThat(evenKeel(tabs).table().rows()).hasSize(3);
    String commas = FOREIGN.replace("#: separator = semicolon\n", "").replace(';', ',');
    assertThat(evenKeel(commas).table().rows()).hasSize(3);
    assertThat(problems(FOREIGN.replace("separator = semicolon", "separator = ;")))
        .contains("separator is ';', not comma, semicolon or tab");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "keel-plate-mm = 18 | keel-plate-mm = 0",
        "keel-plate-mm = 18 | keel-plate-mm = 200",
        "lbp = 182.0 | lbp = 5",
        "lbp = 182.0 | lbp = 500",
        "density = 1.025 | density = 0.98",
        "density = 1.025 | density = 1.06",
      })
  void theEndsOfWhatAHeaderMayStateAreRead(String from, String to) {
    assertThat(Booklet.parse(FOREIGN.replace(from, to))).isInstanceOf(BookletImport.EvenKeel.class);
  }

  @Test
  void aTableByTrimNeedsTwoTrimsAndEveryFigure() {
    BookletImport read = Booklet.parse(BY_TRIM);
    assertThat(read).isInstanceOf(BookletImport.ByTrim.class);
    assertThat(((BookletImport.ByTrim) read).table().displacementTonnes(5.05, -0.5).orElseThrow())
        .isCloseTo((6041 + 6107 + 6194 + 6261) / 4.0, within(1e-9));
    assertThat(problems(BY_TRIM.replace(",-1.0,0", ",0")))
        .containsExactly("line 9: the columns are not 2 to 50 trims in their order");
    assertThat(problems(BY_TRIM.replace("-1.0,0", "0,0")))
        .containsExactly("line 9: the columns are not 2 to 50 trims in their order");
    assertThat(problems(BY_TRIM.replace(",6261", ""))).contains("line 11: column 3 is '', not > 0");
    assertThat(problems(BY_TRIM.replace("6194", "0")))
        .contains("line 11: column 2 is '0', not > 0");
    assertThat(problems(BY_TRIM.replace("6194", "6041")))
        .contains("line 11: draught and displacement must ascend strictly");
    assertThat(problems(BY_TRIM.replace("5.1,", "5.0,")))
        .contains("line 11: draught and displacement must ascend strictly");
  }

  @Test
  void aTableByTrimIsBounded() {
    StringBuilder text = new StringBuilder(BY_TRIM.substring(0, BY_TRIM.indexOf("5.0,")));
    for (int i = 1; i <= HydrostaticCsv.MAX_ROWS; i++) {
      text.append(i).append(',').append(i).append(',').append(i).append('\n');
    }
    assertThat(Booklet.parse(text.toString())).isInstanceOf(BookletImport.ByTrim.class);
    assertThat(problems(text + "10001,10001,10001"))
        .containsExactly("line 10010: more than 10000 rows");
    assertThat(problems(BY_TRIM + "x,1,1\n".repeat(100))).hasSize(HydrostaticCsv.MAX_PROBLEMS);
    StringBuilder names = new StringBuilder("draught");
    StringBuilder row = new StringBuilder();
    for (int i = 0; i < 50; i++) {
      names.append(',').append(i);
      row.append(",%1$d");
    }
    String wide =
        BY_TRIM.substring(0, BY_TRIM.indexOf("draught,"))
            + names
            + "\n5"
            + row.toString().formatted(6107)
            + "\n6"
            + row.toString().formatted(6261);
    assertThat(Booklet.parse(wide)).isInstanceOf(BookletImport.ByTrim.class);
    assertThat(problems(wide.replace(",49\n", ",49,50\n")))
        .singleElement()
        .asString()
        .contains("2 to 50 trims");
  }
}
