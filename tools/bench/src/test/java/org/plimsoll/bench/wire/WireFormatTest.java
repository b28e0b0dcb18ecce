package org.plimsoll.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class WireFormatTest {

  private static final Recording RECORDING =
      new Recording(
          "r",
          List.of(
              new Recording.Channel("navigation.speedOverGround", "gps", 0.05144),
              new Recording.Channel("navigation.position.latitude", "gps", 1.66666667e-06),
              new Recording.Channel("navigation.position.longitude", "gps", 1.66666667e-06),
              new Recording.Channel("loading.deck.lane0.mass", "deck", 20)),
          List.of(
              new Recording.Frame(
                  1_266,
                  List.of(
                      new Recording.Reading(0, 121),
                      new Recording.Reading(1, 25_344_026),
                      new Recording.Reading(2, 78_180_032))),
              new Recording.Frame(1_616, List.of(new Recording.Reading(3, 5351)))));

  @Test
  void signalKSaysWhatAServerSays() {
    assertThat(text(new SignalKDelta()))
        .isEqualTo(
            "{\"context\":\"vessels.urn:mrn:imo:imo9876543\",\"updates\":[{\"$source\":\"gps\","
                + "\"timestamp\":\"2026-05-01T00:00:01.200Z\",\"values\":["
                + "{\"path\":\"navigation.speedOverGround\",\"value\":6.224},"
                + "{\"path\":\"navigation.position\",\"value\":"
                + "{\"longitude\":130.3000536,\"latitude\":42.2400434}}]}]}\n"
                + "{\"context\":\"vessels.urn:mrn:imo:imo9876543\",\"updates\":[{\"$source\":\"deck\","
                + "\"timestamp\":\"2026-05-01T00:00:01.600Z\",\"values\":["
                + "{\"path\":\"loading.deck.lane0.mass\",\"value\":107020}]}]}\n");
  }

  @Test
  void lineProtocolHasALineForEachReading() {
    assertThat(text(new LineProtocol()).lines())
        .hasSize(4)
        .contains(
            "navigation.speedOverGround,source=gps,vessel=imo9876543 value=6.224 1777593601200",
            "loading.deck.lane0.mass,source=deck,vessel=imo9876543 value=107020 1777593601600");
  }

  /** The numbers tell the steps apart; that is all that is asked of them. */
  @Test
  void decimalsLeadBackToTheSteps() {
    for (Recording.Channel channel : RECORDING.channels()) {
      for (long steps : new long[] {0, 1, -1, 7, 99, 12_345, 78_180_032}) {
        double value = Double.parseDouble(SignalKDelta.decimal(channel, steps));
        assertThat(Math.round(value / channel.resolution())).as("%s", channel).isEqualTo(steps);
      }
    }
  }

  @Test
  void sparkplugIsWhatItsSchemaSays() {
    ByteBuffer bytes =
        ByteBuffer.wrap(new SparkplugB().encode(RECORDING, RECORDING.frames().subList(1, 2)))
            .order(ByteOrder.LITTLE_ENDIAN);
    assertThat(varint(bytes)).as("timestamp").isEqualTo(1 << 3);
    assertThat(varint(bytes)).isEqualTo(1_777_593_601_600L);
    assertThat(varint(bytes)).as("metric").isEqualTo(2 << 3 | 2);
    int end = (int) varint(bytes) + bytes.position();
    assertThat(varint(bytes)).as("alias").isEqualTo(2 << 3);
    assertThat(varint(bytes)).isEqualTo(3);
    assertThat(varint(bytes)).as("timestamp of the metric").isEqualTo(3 << 3);
    assertThat(varint(bytes)).isEqualTo(1_777_593_601_600L);
    assertThat(varint(bytes)).as("datatype").isEqualTo(4 << 3);
    assertThat(varint(bytes)).as("Float").isEqualTo(9);
    assertThat(varint(bytes)).as("float_value").isEqualTo(12 << 3 | 5);
    assertThat(bytes.getFloat()).isEqualTo(107_020f);
    assertThat(bytes.position()).isEqualTo(end);
    assertThat(varint(bytes)).as("seq").isEqualTo(3 << 3);
    assertThat(varint(bytes)).isZero();
    assertThat(bytes.hasRemaining()).isFalse();
  }

  @Test
  void aPositionIsADoubleInSparkplug() {
    byte[] bytes = new SparkplugB().encode(RECORDING, RECORDING.frames().subList(0, 1));
    assertThat(bytes).as("double_value").contains((byte) (13 << 3 | 1));
  }

  @Test
  void whatStandsAroundABlock() {
    // 1 + 2 bytes of fixed header, topic of 29 characters with its length, identifier, properties
    assertThat(Envelopes.mqttBytes(400)).isEqualTo(1 + 2 + 2 + 29 + 2 + 1);
    assertThat(Envelopes.mqttBytes(10)).isEqualTo(1 + 1 + 2 + 29 + 2 + 1);
    assertThat(Envelopes.tlsBytes(16_384)).isEqualTo(22);
    assertThat(Envelopes.tlsBytes(16_385)).isEqualTo(44);
  }

  @Test
  void theEntropyIsThatOfTheBestDifference() {
    List<Recording.Channel> two =
        List.of(new Recording.Channel("a.b", "s", 1), new Recording.Channel("c.d", "s", 1));
    List<Recording.Frame> frames = new ArrayList<>();
    for (int i = 0; i < 1024; i++) {
      frames.add(
          new Recording.Frame(
              i, List.of(new Recording.Reading(0, 3L * i), new Recording.Reading(1, i * 7 % 4))));
    }
    // the first climbs evenly: 0 bits; the second goes through four values: 0 bits in its steps
    assertThat(ColumnEntropy.of(new Recording("r", two, frames))).isLessThan(0.2);
    List<Recording.Frame> coin = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < 100_000; i++) {
      coin.add(new Recording.Frame(i, List.of(new Recording.Reading(0, random.nextInt(4)))));
    }
    assertThat(ColumnEntropy.of(new Recording("r", two, coin))).isCloseTo(0.25, within(0.001));
  }

  private static String text(WireFormat format) {
    return new String(format.encode(RECORDING, RECORDING.frames()), StandardCharsets.UTF_8);
  }

  private static long varint(ByteBuffer bytes) {
    long value = 0;
    for (int shift = 0; ; shift += 7) {
      byte octet = bytes.get();
      value |= (octet & 0x7fL) << shift;
      if (octet >= 0) {
        return value;
      }
    }
  }
}
