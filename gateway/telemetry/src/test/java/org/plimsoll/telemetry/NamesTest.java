package org.plimsoll.telemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {

  private static final VesselId FERRY = new VesselId("imo9876543");

  private final Topics topics = new Topics("plimsoll/v1");

  @ParameterizedTest
  @ValueSource(strings = {"imo9876543", "imo9074729", "mmsi273123456"})
  void acceptsVessels(String text) {
    assertThat(VesselId.parse(text)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "imo9876544",
        "imo987654",
        "imo98765432",
        "IMO9876543",
        "9876543",
        "mmsi1",
        "imo9876543/",
        "imo+",
        "imo９８７６５４３"
      })
  void refusesVessels(String text) {
    assertThat(VesselId.parse(text)).isEmpty();
    assertThatThrownBy(() -> new VesselId(text)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void namesTopics() {
    assertThat(topics.status(FERRY)).isEqualTo("plimsoll/v1/imo9876543/status");
    assertThat(topics.channels(FERRY)).isEqualTo("plimsoll/v1/imo9876543/channels");
    assertThat(topics.blocks(FERRY)).isEqualTo("plimsoll/v1/imo9876543/blocks");
    assertThat(topics.backlog(FERRY)).isEqualTo("plimsoll/v1/imo9876543/backlog");
    assertThat(topics.alerts(FERRY)).isEqualTo("plimsoll/v1/imo9876543/alerts");
    assertThat(topics.receipts(FERRY)).isEqualTo("plimsoll/v1/imo9876543/receipts");
    assertThat(topics.requests(FERRY)).isEqualTo("plimsoll/v1/imo9876543/requests");
    assertThat(topics.filter(Topics.Kind.BLOCKS)).isEqualTo("plimsoll/v1/+/blocks");
    assertThat(topics.sharedFilter("ingest", Topics.Kind.BLOCKS))
        .isEqualTo("$share/ingest/plimsoll/v1/+/blocks");
  }

  @ParameterizedTest
  @CsvSource({
    "plimsoll/v1/imo9876543/blocks, BLOCKS",
    "plimsoll/v1/imo9876543/backlog, BACKLOG",
    "plimsoll/v1/mmsi273123456/status, STATUS",
  })
  void knowsItsTopics(String topic, Topics.Kind kind) {
    assertThat(topics.kindOf(topic)).contains(kind);
    assertThat(topics.vesselOf(topic)).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "plimsoll/v1",
        "plimsoll/v1/imo9876543",
        "plimsoll/v1/imo9876543/blocks/x",
        "plimsoll/v1/imo9876544/blocks",
        "plimsoll/v1/imo9876543/Blocks",
        "other/v1/imo9876543/blocks",
        "plimsoll/v1//blocks"
      })
  void knowsForeignTopics(String topic) {
    assertThat(topics.kindOf(topic)).isEmpty();
    assertThat(topics.vesselOf(topic)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "/a", "a/", "a//b", "a/+", "a/#", "$share/x", "a b"})
  void refusesPrefixes(String prefix) {
    assertThat(Topics.isValidPrefix(prefix)).isFalse();
  }

  @Test
  void streamsKeepEveryBit() {
    StreamId stream = new StreamId("8000000000000001ffffffffffffffff");
    assertThat(StreamId.of(stream.high(), stream.low())).isEqualTo(stream);
  }

  @ParameterizedTest
  @CsvSource({"1e-7, 421234567, 42.1234567", "0.001, 4321, 4.321", "100, 1234, 123400", "1, 7, 7"})
  void stepsBecomeTheNearestDouble(double resolution, long steps, double value) {
    Channel channel = new Channel(0, "a", "b", "m", resolution, 100, "t");
    assertThat(channel.toUnit(steps)).isEqualTo(value);
    assertThat(channel.toSteps(value)).isEqualTo(steps);
  }

  @Test
  void theHashNamesTheContent() {
    ChannelTable one = new ChannelTable(Blocks.STREAM, List.of(channel(0, "a")));
    assertThat(one.hash())
        .hasSize(32)
        .isEqualTo(new ChannelTable(Blocks.STREAM, List.of(channel(0, "a"))).hash());
    assertThat(one.hash())
        .isNotEqualTo(new ChannelTable(Blocks.STREAM, List.of(channel(0, "b"))).hash());
  }

  @Test
  void tablesAreDense() {
    assertThatThrownBy(() -> new ChannelTable(Blocks.STREAM, List.of(channel(1, "a"))))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Channel channel(int id, String path) {
    return new Channel(id, path, "gps", "m", 0.01, 100, "Title");
  }
}
