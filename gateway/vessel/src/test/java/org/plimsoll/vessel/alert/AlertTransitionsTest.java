package org.plimsoll.vessel.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;

/** Every state with every event; states by their letters in {@code ALF}, - refuses. */
class AlertTransitionsTest {

  private static final Map<Character, AlertState> STATES =
      Map.of(
          'N', AlertState.NORMAL,
          'V', AlertState.ACTIVE_UNACKNOWLEDGED,
          'S', AlertState.ACTIVE_SILENCED,
          'A', AlertState.ACTIVE_ACKNOWLEDGED,
          'O', AlertState.ACTIVE_TRANSFERRED,
          'U', AlertState.RECTIFIED_UNACKNOWLEDGED);

  private static final String[] ALARMS_AND_WARNINGS = {
    "event        | N | V | S | A | O | U",
    "OCCURS       | V | V | V | V | V | V",
    "RECTIFIED    | - | U | U | N | N | -",
    "ACKNOWLEDGED | - | A | A | - | A | N",
    "SILENCED     | - | S | - | - | - | -",
    "SILENCE_ENDS | - | - | V | - | - | -",
    "TRANSFERRED  | - | O | O | - | - | -",
    "RETURNED     | - | - | - | - | V | -",
    "ESCALATES    | - | V | V | - | - | -",
  };

  private static final String[] CATEGORY_C = {
    "event        | N | V | S | A | O | U",
    "OCCURS       | V | V | V | V | V | V",
    "RECTIFIED    | - | N | N | N | N | -",
    "ACKNOWLEDGED | - | - | - | - | - | -",
    "SILENCED     | - | S | - | - | - | -",
    "SILENCE_ENDS | - | - | V | - | - | -",
    "TRANSFERRED  | - | O | O | - | - | -",
    "RETURNED     | - | - | - | - | V | -",
    "ESCALATES    | - | V | V | - | - | -",
  };

  private static final String[] CAUTIONS = {
    "event        | N | V | S | A | O | U",
    "OCCURS       | A | A | A | A | A | A",
    "RECTIFIED    | - | N | N | N | N | N",
    "ACKNOWLEDGED | - | - | - | - | - | -",
    "SILENCED     | - | - | - | - | - | -",
    "SILENCE_ENDS | - | - | - | - | - | -",
    "TRANSFERRED  | - | - | - | - | - | -",
    "RETURNED     | - | - | - | - | - | -",
    "ESCALATES    | - | - | - | - | - | -",
  };

  static Stream<Arguments> table() {
    return Stream.of(
            rows(AlertPriority.EMERGENCY_ALARM, AlertCategory.B, ALARMS_AND_WARNINGS),
            rows(AlertPriority.ALARM, AlertCategory.A, ALARMS_AND_WARNINGS),
            rows(AlertPriority.ALARM, AlertCategory.B, ALARMS_AND_WARNINGS),
            rows(AlertPriority.WARNING, AlertCategory.A, ALARMS_AND_WARNINGS),
            rows(AlertPriority.WARNING, AlertCategory.B, ALARMS_AND_WARNINGS),
            rows(AlertPriority.ALARM, AlertCategory.C, CATEGORY_C),
            rows(AlertPriority.WARNING, AlertCategory.C, CATEGORY_C),
            rows(AlertPriority.CAUTION, AlertCategory.A, CAUTIONS),
            rows(AlertPriority.CAUTION, AlertCategory.B, CAUTIONS),
            rows(AlertPriority.CAUTION, AlertCategory.C, CAUTIONS))
        .flatMap(rows -> rows);
  }

  private static Stream<Arguments> rows(
      AlertPriority priority, AlertCategory category, String[] table) {
    String[] heads = table[0].split("\\s*\\|\\s*");
    return Stream.of(table)
        .skip(1)
        .map(row -> row.split("\\s*\\|\\s*"))
        .flatMap(
            row ->
                Stream.iterate(1, column -> column < row.length, column -> column + 1)
                    .map(
                        column ->
                            Arguments.of(
                                priority,
                                category,
                                heads[column].charAt(0),
                                AlertEvent.valueOf(row[0]),
                                row[column].charAt(0))));
  }

  @ParameterizedTest(name = "{0} category {1}: {2} {3} -> {4}")
  @MethodSource("table")
  void goesWhereTheTableSays(
      AlertPriority priority, AlertCategory category, char from, AlertEvent event, char to) {
    assertThat(AlertTransitions.after(STATES.get(from), event, priority, category))
        .isEqualTo(Optional.ofNullable(STATES.get(to)));
  }

  @Test
  void theTableHasEveryStateAndEvent() {
    assertThat(STATES.values()).containsExactlyInAnyOrder(AlertState.values());
    long cells = AlertState.values().length * (long) AlertEvent.values().length;
    assertThat(table().count()).isEqualTo(10 * cells);
  }
}
