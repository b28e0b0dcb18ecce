package org.plimsoll.shore.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vocabulary.Quality;

class LineProtocolTest {

  private static final VesselId VESSEL = new VesselId("imo9876543");
  private static final StreamId STREAM = new StreamId("0123456789abcdef0123456789abcdef");
  private static final String NASTY =
      "\"\\\n\r\t ,=\u0000\u0007\u0085\u2028\u2029\ud800\udc00é吃a1.-_";

  @Test
  void writesAReading() {
    assertThat(LineProtocol.of(List.of(reading("hull.trim", OptionalDouble.of(4.913)))))
        .isEqualTo(
            "readings,path=hull.trim,vessel=imo9876543,source=draught,epoch=1"
                + " value=4.913,quality=\"GOOD\",seq=12i,stream=\""
                + STREAM
                + "\" 1767225600000\n");
  }

  @Test
  void leavesOutAnAbsentValue() {
    Point.Reading absent =
        new Point.Reading(
            VESSEL, "hull.trim", "d", 0, 5, OptionalDouble.empty(), Quality.INVALID, 1, STREAM);
    assertThat(LineProtocol.of(List.of(absent)))
        .startsWith("readings,path=hull.trim,vessel=imo9876543,source=d,epoch=0 quality=");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", " ", "a b", "a,b", "a=b", "a\nb", "a'b", "a\"b", "a\\b", "吃水", "a/b", "\u0000", "a;drop"
      })
  void refusesANameThatIsNotOne(String name) {
    assertThat(Names.isValid(name)).isFalse();
    assertThatThrownBy(() -> reading(name, OptionalDouble.of(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @RepeatedTest(500)
  void anyTextStaysOnItsLine(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Point> points = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      Channel channel =
          new Channel(i, text(random), text(random), text(random), 0.1, 100, text(random));
      points.add(new Point.ChannelEntry(VESSEL, STREAM, channel));
    }
    String lines = LineProtocol.of(points);

    assertThat(lines.chars().filter(c -> c == '\n').count()).isEqualTo(count);
    for (String line : lines.split("\n")) {
      assertThat(line).startsWith("channels,vessel=imo9876543,stream=").endsWith("\" 0");
      assertThat(line).matches("\\P{Cntrl}+");
      assertThat(quotes(line)).as("quotes of %s", line).isEqualTo(8);
    }
  }

  /** Quotation marks that are not escaped. */
  private static int quotes(String line) {
    int quotes = 0;
    for (int i = 0; i < line.length(); i++) {
      if (line.charAt(i) == '\\') {
        i++;
      } else if (line.charAt(i) == '"') {
        quotes++;
      }
    }
    return quotes;
  }

  private static String text(Random random) {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(20);
    for (int i = 0; i < length; i++) {
      text.append(NASTY.charAt(random.nextInt(NASTY.length())));
    }
    return text.toString();
  }

  private static Point.Reading reading(String path, OptionalDouble value) {
    return new Point.Reading(
        VESSEL, path, "draught", 1, 1_767_225_600_000L, value, Quality.GOOD, 12, STREAM);
  }
}
