package org.plimsoll.vessel.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.configuration.Problem;
import org.plimsoll.telemetry.AlertPriority;

class RationsTest {

  private static Rations read(String text, String... problems) {
    ConfigFile file = ConfigFile.of("vessel.yaml", text);
    Rations rations = Rations.read(file.root());
    List<Problem> found = file.finish();
    assertThat(found).hasSize(problems.length);
    for (int i = 0; i < problems.length; i++) {
      assertThat(found.get(i).message()).contains(problems[i]);
    }
    return rations;
  }

  @Test
  void nothingIsLimitedUnlessConfigured() {
    assertThat(read("{}")).isEqualTo(Rations.NONE);
    assertThat(Rations.NONE.windows().areOpen(Instant.EPOCH)).isTrue();
    assertThat(Rations.NONE.budget().isLimited()).isFalse();
  }

  @Test
  void everyKeyIsRead() {
    Rations rations =
        read(
            """
            budget:
              day: 5MiB
              month: 100MiB
              cost-per-megabyte: 4.50
              currency: USD
            windows:
              - {opens: "0 6,18 * * *", for: 30min}
              - {opens: "0 12 * * sun", for: 2h}
            opens-for: warning
            """);
    assertThat(rations.budget().dayBytes()).isEqualTo(OptionalLong.of(5 << 20));
    assertThat(rations.budget().monthBytes()).isEqualTo(OptionalLong.of(100 << 20));
    assertThat(rations.budget().tariff().orElseThrow().cost(2_000_000)).isEqualTo(9);
    assertThat(rations.windows().list()).hasSize(2);
    assertThat(rations.windows().list().get(1).length()).isEqualTo(Duration.ofHours(2));
    assertThat(rations.windows().areOverriddenBy(AlertPriority.EMERGENCY_ALARM)).isTrue();
    assertThat(rations.windows().areOverriddenBy(AlertPriority.WARNING)).isTrue();
    assertThat(rations.windows().areOverriddenBy(AlertPriority.CAUTION)).isFalse();
  }

  @Test
  void everyMistakeIsFound() {
    read("budget: {day: 10MiB, month: 5MiB}", "a day may take more than the month");
    read("budget: {day: 1KiB}", "outside");
    read("budget: {cost-per-megabyte: 4}", "currency");
    read("budget: {currency: USD}", "without a price");
    read("budget: {cost-per-megabyte: 4, currency: dollars}", "not a currency");
    read("budget: {days: 5MiB}", "unknown key 'days'");
    read("windows: [{opens: \"0 25 * * *\", for: 5min}]", "'25' is no hour");
    read("windows: [{opens: \"0 5 * * *\", for: 25h}]", "outside");
    read("windows: [{opens: \"0 5 * * *\"}]", "missing key 'for'");
    read("windows: [{for: 5min}]", "missing key 'opens'");
    read("opens-for: never", "is not one of emergency-alarm");
  }

  @ParameterizedTest
  @CsvSource({
    "2026-05-01T05:59:59.999Z, false, 2026-05-01T06:00:00Z",
    "2026-05-01T06:00:00Z,     true,  2026-05-01T23:50:00Z",
    "2026-05-01T06:29:59.999Z, true,  2026-05-01T23:50:00Z",
    "2026-05-01T06:30:00Z,     false, 2026-05-01T23:50:00Z",
    "2026-05-02T00:19:00Z,     true,  2026-05-02T06:00:00Z",
    "2026-05-02T00:20:00Z,     false, 2026-05-02T06:00:00Z",
    "2026-12-31T23:55:00Z,     true,  2027-01-01T06:00:00Z",
  })
  void windowsOpenAndClose(Instant now, boolean open, Instant next) {
    Windows windows =
        read("""
                windows:
                  - {opens: "0 6 * * *", for: 30min}
                  - {opens: "50 23 * * *", for: 30min}
                """)
            .windows();
    assertThat(windows.areOpen(now)).isEqualTo(open);
    assertThat(windows.next(now)).contains(next);
  }

  @Test
  void windowsThatOverlapAreOne() {
    Windows windows = read("windows: [{opens: \"*/10 6 * * *\", for: 15min}]").windows();
    for (int minute = 0; minute < 65; minute++) {
      Instant now = Instant.parse("2026-05-01T06:00:00Z").plus(Duration.ofMinutes(minute));
      assertThat(windows.areOpen(now)).as(now.toString()).isTrue();
    }
    assertThat(windows.areOpen(Instant.parse("2026-05-01T07:05:00Z"))).isFalse();
  }
}
