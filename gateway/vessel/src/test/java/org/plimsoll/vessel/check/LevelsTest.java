package org.plimsoll.vessel.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.configuration.Problem;
import org.plimsoll.vessel.alert.AlertCategory;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.alert.AlertRule;

class LevelsTest {

  @ParameterizedTest
  @CsvSource({
    // kind, value, conditions: a capital is present, a small letter lingers
    "LIST,          0.35, ''",
    "LIST,          0.45, c",
    "LIST,          0.55, C",
    "LIST,          0.95, w C",
    "LIST,          1.05, W",
    "LIST,          1.95, a W",
    "LIST,          2.05, A",
    "DRAUGHT_LIMIT, -0.06, ''",
    "DRAUGHT_LIMIT, -0.04, w",
    "DRAUGHT_LIMIT, -0.025, a",
    "DRAUGHT_LIMIT, -0.01, a W",
    "DRAUGHT_LIMIT, 0.001, A",
    "FREEBOARD_DOOR, -0.64, ''",
    "FREEBOARD_DOOR, -0.62, w",
    "FREEBOARD_DOOR, -0.59, W",
    "FREEBOARD_DOOR, -0.29, A",
    "PASSENGERS,    95,   ''",
    "PASSENGERS,    95.5, C",
    "PASSENGERS,    100,  W",
    "PASSENGERS,    100.5, A",
    "DECK_LOAD,     91,   C",
    "DECK_LOAD,     101,  W",
    "DECK_LOAD,     111,  A",
    "GM_LOW,        -123, ''",
    "GM_LOW,        -121, w",
    "GM_LOW,        -110, W",
    "GM_LOW,        -99,  A",
    "PORT_LINK,     4.9,  ''",
    "PORT_LINK,     5.1,  C",
  })
  void theCatalogueAsItIsDelivered(AlertKind kind, double value, String conditions) {
    assertThat(words(AlertLevels.defaults(), kind, value)).isEqualTo(conditions);
  }

  private static String words(AlertLevels levels, AlertKind kind, double value) {
    return levels.of(kind).conditions(kind, 1, value, () -> "x").stream()
        .map(
            condition -> {
              String letter = condition.priority().name().substring(0, 1);
              return switch (condition.presence()) {
                case PRESENT -> letter;
                case LINGERING -> letter.toLowerCase(java.util.Locale.ROOT);
              };
            })
        .collect(Collectors.joining(" "));
  }

  @Test
  void wordsAreMadeWhenThereIsSomethingToSay() {
    Levels list = AlertLevels.defaults().of(AlertKind.LIST);
    Supplier<String> nobodyAsks =
        () -> {
          throw new AssertionError("asked for words");
        };
    assertThat(list.conditions(AlertKind.LIST, 1, 0.2, nobodyAsks)).isEmpty();
    assertThat(list.conditions(AlertKind.LIST, 1, 0.45, nobodyAsks)).hasSize(1);
    assertThat(list.conditions(AlertKind.LIST, 1, 1.5, () -> "1.5 degrees"))
        .extracting(AlertCondition::text)
        .containsExactly("1.5 degrees");
  }

  @Test
  void everyLevelIsConfigured() {
    ConfigFile file =
        ConfigFile.of(
            "vessel.yaml",
            """
            alerts:
              list:
                category: a
                armed: under-way
                caution-degrees: 0.7
                warning-degrees: 1.5
                alarm-degrees: 2.5
                alarm-under-way-degrees: 4
                hysteresis-degrees: 0
              draught-limit: {warning-metres: 0.05, without: [alarm], escalates-after: 60s}
              passengers: {without: [caution], delay: 3s, clears-after: 20s, lingers: 2min}
              unweighed: {least-tonnes: 3.5}
              gm-low: {required-metres: 0.9, warning-percent: 130}
              freeboard-door: {sill-metres: 6.5, station-metres: 2}
            """);
    AlertConfig config = AlertConfig.read(file.root());
    assertThat(file.finish()).isEmpty();
    AlertLevels levels = config.levels();
    assertThat(words(levels, AlertKind.LIST, 1.49)).isEqualTo("C");
    assertThat(words(levels, AlertKind.LIST, 1.51)).isEqualTo("W");
    assertThat(words(levels, AlertKind.LIST, 2.51)).isEqualTo("A");
    assertThat(words(levels, AlertKind.DRAUGHT_LIMIT, 9)).isEqualTo("W");
    assertThat(words(levels, AlertKind.PASSENGERS, 96)).isEmpty();
    assertThat(words(levels, AlertKind.GM_LOW, -129)).isEqualTo("W");
    assertThat(levels.special().listUnderWayDegrees()).isEqualTo(4);
    assertThat(levels.special().unweighedLeastTonnes()).isEqualTo(3.5);
    assertThat(AlertLevels.defaults().special().unweighedLeastTonnes()).isEqualTo(7.5);
    assertThat(levels.special().requiredGmMetres()).hasValue(0.9);
    assertThat(levels.special().door()).contains(new AlertLevels.Door(6.5, 2));
    AlertRule list = config.rules().of(AlertKind.LIST);
    assertThat(list.category()).isEqualTo(AlertCategory.A);
    assertThat(list.armed()).isEqualTo(AlertRule.Armed.UNDER_WAY);
    assertThat(config.rules().of(AlertKind.PASSENGERS).lingers()).hasMinutes(2);
  }

  @ParameterizedTest
  @CsvSource({
    "'list: {warning-degrees: 3}',             would come after a greater one",
    "'list: {warning-degrees: 99}',            45",
    "'list: {warning-metres: 1}',              warning-metres",
    "'draught-limit: {warning-metres: 0.1, without: [warning]}', one of both",
    "'lists: {}',                              lists",
    "'zone: {caution-metres: 1}',              caution-metres",
    "'ukc: {}',                                ukc",
    "'list: {category: d}',                    d",
    "'list: {escalates-after: 10min}',         escalates-after",
    "'freeboard-door: {sill-metres: 6}',       station-metres",
  })
  void whatIsWrongIsSaid(String yaml, String words) {
    ConfigFile file = ConfigFile.of("vessel.yaml", "alerts:\n  " + yaml + "\n");
    AlertConfig.read(file.root());
    assertThat(file.finish().stream().map(Problem::render).collect(Collectors.joining("\n")))
        .contains(words);
  }
}
