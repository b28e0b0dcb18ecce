package org.plimsoll.bench.survey;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.plimsoll.bench.survey.SurveyBench.Accuracy;
import org.plimsoll.bench.survey.SurveyBench.Options;
import org.plimsoll.bench.survey.SurveyBench.Tables;

class SurveyBenchTest {

  private record Run(int exitCode, String table) {}

  private static Run run(Options options) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (PrintStream out = new PrintStream(bytes, true, StandardCharsets.UTF_8);
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream())) {
      int exitCode = new SurveyBench(options).run(out, nowhere);
      return new Run(exitCode, bytes.toString(StandardCharsets.UTF_8));
    }
  }

  /** The short form of what the command proves with ten thousand. */
  @Test
  void theStatedUncertaintyHoldsTheTruth() {
    Run run = run(new Options(700, 5, List.of(Accuracy.GOOD), Tables.BY_TRIM, 0.010));
    assertThat(run.table()).contains("700 loadings, seed 5").contains(": ok");
    assertThat(run.exitCode()).as(run.table()).isZero();
  }

  /**
   * A sea that the sensors' window cannot average makes 20 t too little to be seen, and it says so.
   */
  @Test
  void whatDoesNotHoldEndsWithOne() {
    Run run = run(new Options(200, 5, List.of(Accuracy.GOOD), Tables.BY_TRIM, 0.200));
    assertThat(run.table()).contains("MISSED");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void theTableDependsOnTheSeedAndNotOnTheThreads() throws Exception {
    Options options = new Options(60, 5, List.of(Accuracy.TYPICAL), Tables.EVEN_KEEL, 0.010);
    String alone = new ForkJoinPool(1).submit(() -> run(options).table()).get();
    String together = new ForkJoinPool(4).submit(() -> run(options).table()).get();
    assertThat(together).isEqualTo(alone);
    Options other = new Options(60, 6, List.of(Accuracy.TYPICAL), Tables.EVEN_KEEL, 0.010);
    assertThat(run(other).table()).isNotEqualTo(alone);
  }

  @Test
  void fiveSensorsHoldTheTruthTooAndGiveNoVerdict() {
    Run run = run(new Options(700, 1, List.of(Accuracy.FIVE_OF_SIX), Tables.BY_TRIM, 0.010));
    assertThat(run.exitCode()).as(run.table()).isZero();
    assertThat(run.table()).doesNotContain("DISCREPANCY");
  }

  /** Wilson's interval of 5 of 50: 4.3 to 21.4 %. */
  @Test
  void aCountHasItsInterval() {
    Figure figure = new Figure("of fifty", 5, 50, 0.05, 0.2);
    assertThat(figure.lower()).isCloseTo(0.0435, within(1e-4));
    assertThat(figure.upper()).isCloseTo(0.2136, within(1e-4));
    assertThat(figure.holds()).isTrue();
    assertThat(new Figure("more", 5, 50, 0.101, 0.2).holds()).isFalse();
    assertThat(new Figure("less", 5, 50, 0, 0.099).holds()).isFalse();
    assertThat(new Figure("less", 5, 50, 0, 0.099).text()).contains("at most 9.9 %: MISSED");
    assertThat(new Figure("any", 0, 50, 0, 1).text()).doesNotContain("ok");
  }
}
