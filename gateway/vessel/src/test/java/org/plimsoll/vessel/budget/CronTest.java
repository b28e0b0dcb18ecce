package org.plimsoll.vessel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronTest {

  private static Cron cron(String text) {
    return Cron.parse(text, why -> assertThat(why).isEmpty()).orElseThrow();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 6 * * *            | 2026-05-01T12:00:00Z | 2026-05-02T06:00:00Z
          0 6 * * *            | 2026-05-02T05:59:59Z | 2026-05-02T06:00:00Z
          0 6 * * *            | 2026-05-02T06:00:00Z | 2026-05-03T06:00:00Z
          */15 * * * *         | 2026-05-01T12:01:00Z | 2026-05-01T12:15:00Z
          */15 * * * *         | 2026-05-01T23:45:30Z | 2026-05-02T00:00:00Z
          5-59/20 * * * *      | 2026-05-01T12:26:00Z | 2026-05-01T12:45:00Z
          30 0,6,12,18 * * *   | 2026-05-01T12:31:00Z | 2026-05-01T18:30:00Z
          0 8-10 * * *         | 2026-05-01T10:00:00Z | 2026-05-02T08:00:00Z
          0 0 1 * *            | 2026-12-01T00:00:00Z | 2027-01-01T00:00:00Z
          0 0 31 * *           | 2026-04-01T00:00:00Z | 2026-05-31T00:00:00Z
          0 0 29 2 *           | 2026-05-01T00:00:00Z | 2028-02-29T00:00:00Z
          0 0 29 2 *           | 2096-02-29T00:00:00Z | 2104-02-29T00:00:00Z
          0 12 * * mon-fri     | 2026-05-01T12:00:00Z | 2026-05-04T12:00:00Z
          0 12 * * 7           | 2026-05-01T12:00:00Z | 2026-05-03T12:00:00Z
          0 12 * * 0           | 2026-05-01T12:00:00Z | 2026-05-03T12:00:00Z
          0 12 * * 5-7         | 2026-05-01T12:00:00Z | 2026-05-02T12:00:00Z
          0 12 * JAN,Jul *     | 2026-05-01T12:00:00Z | 2026-07-01T12:00:00Z
          0 0 13 * fri         | 2026-05-01T12:00:00Z | 2026-05-08T00:00:00Z
          0 0 13 * fri         | 2026-05-08T00:00:00Z | 2026-05-13T00:00:00Z
          0 0 */2 * fri        | 2026-05-01T12:00:00Z | 2026-05-15T00:00:00Z
          59 23 31 12 *        | 2026-12-31T23:59:00Z | 2027-12-31T23:59:00Z
          0 0 1 1 *            | 1969-06-01T00:00:00Z | 1970-01-01T00:00:00Z
          """)
  void theNextTime(String text, Instant after, Instant next) {
    assertThat(cron(text).next(after)).contains(next);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          0 6 * * *    | 2026-05-02T06:00:00Z | 2026-05-02T06:00:00Z
          0 6 * * *    | 2026-05-02T05:59:59Z | 2026-05-01T06:00:00Z
          */15 * * * * | 2026-05-01T00:14:59Z | 2026-05-01T00:00:00Z
          50 23 * * *  | 2026-05-01T00:10:00Z | 2026-04-30T23:50:00Z
          0 6 1 * *    | 2026-05-02T12:00:00Z | 2026-05-01T06:00:00Z
          0 6 1 * *    | 2026-05-03T12:00:00Z | -
          """)
  void theLatestTime(String text, Instant moment, Instant latest) {
    assertThat(cron(text).latest(moment).orElse(null)).isEqualTo(latest);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "* * * *",
        "* * * * * *",
        "60 * * * *",
        "* 24 * * *",
        "* * 0 * *",
        "* * 32 * *",
        "* * * 13 *",
        "* * * * 8",
        "5-1 * * * *",
        "*/0 * * * *",
        "5/15 * * * *",
        "1,,2 * * * *",
        "-1 * * * *",
        "mon * * * *",
        "* * * * monday",
        "@daily",
        "0 0 30 2 *",
        "0 0 31 4,6,9,11 *",
        "٣ * * * *"
      })
  void whatIsNoneIsToldOnce(String text) {
    List<String> said = new ArrayList<>();
    assertThat(Cron.parse(text, said::add)).isEmpty();
    assertThat(said).hasSize(1);
  }
}
