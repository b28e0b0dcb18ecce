package org.plimsoll.shore.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.shore.fleet.Latest;
import org.plimsoll.shore.fleet.Vessel;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vocabulary.Quality;

/** A vessel as the list has her. */
class FleetJsonTest {

  private static final StreamId STREAM = StreamId.random(new Random(1));
  private static final long NOW = 1_768_480_000_000L;

  @Test
  void thePositionIsThatOfOneFix() {
    JsonNode position =
        summary("gps", NOW - 1_000, Quality.GOOD, "gps", NOW - 1_000).path("position");
    assertThat(position.path("latitude").asDouble()).isEqualTo(42.24);
    assertThat(position.path("longitude").asDouble()).isEqualTo(130.3);
    assertThat(position.path("time").asText()).isEqualTo("2026-01-15T12:26:39Z");
  }

  @ParameterizedTest
  @CsvSource({
    "gps, 1000, INVALID, gps, 1000",
    "gps, 1000, GOOD, other, 1000",
    "gps, 1000, GOOD, gps, 9000"
  })
  void aPositionIsNeverPutTogether(
      String source, long age, Quality quality, String otherSource, long otherAge) {
    ObjectNode json = summary(source, NOW - age, quality, otherSource, NOW - otherAge);
    assertThat(json.get("position").isNull()).as("and not 0 north, 0 east").isTrue();
  }

  private static ObjectNode summary(
      String source, long time, Quality quality, String otherSource, long otherTime) {
    Latest latitude = latest("navigation.position.latitude", source, time, quality, 42.24);
    Latest longitude =
        latest("navigation.position.longitude", otherSource, otherTime, Quality.GOOD, 130.3);
    Vessel vessel =
        new Vessel(
            new VesselId("imo9876543"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            OptionalLong.of(NOW),
            Map.of(key(latitude), latitude, key(longitude), longitude),
            Map.of(),
            Map.of());
    return FleetJson.summary(vessel, NOW);
  }

  private static Vessel.ChannelKey key(Latest latest) {
    return new Vessel.ChannelKey(latest.channel().path(), latest.channel().source());
  }

  private static Latest latest(
      String path, String source, long time, Quality quality, double value) {
    return new Latest(
        new Channel(0, path, source, "deg", 1e-7, 100, path),
        STREAM,
        1,
        time,
        OptionalDouble.of(value),
        quality);
  }
}
