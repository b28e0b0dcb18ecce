package org.plimsoll.bench.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.plimsoll.bench.decode.DecodeBench.Figure;
import org.plimsoll.bench.decode.DecodeBench.Settings;

class DecodeBenchTest {

  private static final Figure BARE = new Figure(80, 1, 0);
  private static final Figure RECORDS = new Figure(900, 9, 370);
  private static final Figure MESSAGE = new Figure(600, 5, 300);

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @Test
  void figuresAtTheirLimitsAreWell() {
    assertThat(report(new Figure(160, 2, 0.01), MESSAGE, true)).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("measure: bytes to readings", "160.0 ± 2.0 ns a sentence")
        .contains("measure / bare pass: 2.00, limit 2.0: ok")
        .contains("AIS: 600.00 ns a message, limit 600.0: ok");
  }

  @Test
  void eachFigureAboveItsLimitIsFound() {
    assertThat(report(new Figure(161, 2, 0), MESSAGE, true)).isOne();
    assertThat(report(new Figure(160, 2, 24), MESSAGE, true)).isOne();
    assertThat(report(new Figure(160, 2, 0), new Figure(601, 5, 0), true)).isOne();
    Figure slow = new Figure(201, 2, 0);
    assertThat(bench(true).report(out(), new Figure(150, 1, 0), slow, RECORDS, MESSAGE)).isOne();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("201.00 ns a sentence, limit");
  }

  @Test
  void withoutACheckTheFiguresAreOnlyShown() {
    assertThat(report(new Figure(999, 2, 24), MESSAGE, false)).isZero();
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("limit 200.0: above");
  }

  private int report(Figure measured, Figure message, boolean check) {
    return bench(check).report(out(), BARE, measured, RECORDS, message);
  }

  private static DecodeBench bench(boolean check) {
    return new DecodeBench(Settings.quick(List.of(), check), System.err);
  }

  private PrintStream out() {
    return new PrintStream(printed, true, StandardCharsets.UTF_8);
  }
}
