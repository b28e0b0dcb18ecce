package org.plimsoll.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class FaultTest {

  @ParameterizedTest
  @CsvSource({
    "gps:drop, GPS, DROP, PT0S",
    "draught.aft.port:freeze@30s, DRAUGHT_AFT_PORT, FREEZE, PT30S",
    "draught.midship.starboard:garble@2min, DRAUGHT_MIDSHIP_STARBOARD, GARBLE, PT2M",
    "weighbridge:garble@250ms, WEIGHBRIDGE, GARBLE, PT0.25S",
  })
  void wellWritten(String text, Sensor sensor, Fault.Kind kind, Duration after) {
    assertThat(Fault.parse(text)).isEqualTo(new Fault.Parsed.Valid(new Fault(sensor, kind, after)));
  }

  @ParameterizedTest
  @EnumSource
  void everySensorIsFoundByItsText(Sensor sensor) {
    assertThat(Fault.parse(sensor.text() + ":drop")).isInstanceOf(Fault.Parsed.Valid.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gps | is not SENSOR:KIND",
        "gps@3s:drop | is not SENSOR:KIND",
        "sonar:drop | names no sensor; there are gps, draught.forward.port",
        "GPS:drop | names no sensor",
        "gps:explode | no kind of fault; there are drop, freeze and garble",
        "gps:drop@soon | no time after @",
        "gps:drop@-3s | no time after @",
        "gps:drop@99999999s | no time after @",
      })
  void illWritten(String text, String reason) {
    Fault.Parsed parsed = Fault.parse(text);
    assertThat(parsed).isInstanceOf(Fault.Parsed.Invalid.class);
    assertThat(((Fault.Parsed.Invalid) parsed).reason())
        .contains(reason)
        .contains("\"" + text + "\"");
  }

  @Test
  void emptyTextIsIllWritten() {
    assertThat(Fault.parse("")).isInstanceOf(Fault.Parsed.Invalid.class);
  }
}
