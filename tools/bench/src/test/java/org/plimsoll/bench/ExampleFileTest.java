package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class ExampleFileTest {

  private final ExampleFile example =
      ExampleFile.of(
          """
          # where the lines are
          lines:
            gps:
              # a stable name
              device: /dev/ttyS0   # here
              baud: 38400
            draught:
              device: /dev/ttyS1
              points:
                - unit: 1
          bridge:
            port: 8080
          """);

  @Test
  void replacesTheValueAtAPathAndNoOther() {
    assertThat(example.with("lines.draught.device", "/tmp/draught").toString())
        .contains("    device: /dev/ttyS0   # here\n")
        .contains("    device: /tmp/draught\n")
        .contains("      - unit: 1\n");
  }

  @Test
  void addsAKeyToItsSection() {
    assertThat(example.with("bridge.host", "127.0.0.1").toString())
        .endsWith("bridge:\n  host: 127.0.0.1\n  port: 8080");
    assertThat(example.with("name", "x").toString()).endsWith("\nname: x");
  }

  @Test
  void refusesASectionThatIsNotThere() {
    assertThatThrownBy(() -> example.with("uplink.broker", "x"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("uplink.broker");
  }

  @Test
  void refusesToReplaceASection() {
    for (String section : new String[] {"lines", "lines.gps", "lines.draught.points", "bridge"}) {
      assertThatThrownBy(() -> example.with(section, "{}"))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage(section + " is a section of the example");
    }
  }

  @Test
  void knowsWhatIsThere() {
    assertThat(example.has("lines.gps.baud")).isTrue();
    assertThat(example.has("lines.gps.unit")).isFalse();
    assertThat(example.has("gps")).isFalse();
  }

  @Test
  void takesAKeyAwayAndNothingElse() {
    assertThat(example.without("lines.gps.baud").has("lines.gps.baud")).isFalse();
    assertThat(example.without("lines.gps.baud").with("lines.gps.baud", 4800).has("lines.gps.baud"))
        .isTrue();
    for (String other : new String[] {"lines", "lines.gps.unit"}) {
      assertThatThrownBy(() -> example.without(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining(other);
    }
  }
}
