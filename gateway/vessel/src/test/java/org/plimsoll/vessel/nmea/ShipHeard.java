package org.plimsoll.vessel.nmea;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.plimsoll.vessel.clock.ClockState;
import org.plimsoll.vessel.state.ChannelState;
import org.plimsoll.vessel.state.Moment;
import org.plimsoll.vessel.state.NavalPicture;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vessel.state.Way;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;

/** A state with the channels that a test names. */
final class ShipHeard {

  static final Instant NOW = Instant.parse("2026-01-15T06:42:10.250Z");

  private final List<ChannelState> channels = new ArrayList<>();

  ShipHeard with(Quantity quantity, double value) {
    return with(quantity, value, Quality.GOOD);
  }

  ShipHeard with(Quantity quantity, double value, Quality quality) {
    channels.add(
        new ChannelState(
            quantity,
            "gps.GPRMC",
            "gps",
            OptionalDouble.of(value),
            quality,
            OptionalLong.of(NOW.toEpochMilli() - 250),
            OptionalLong.of(250_000_000),
            true));
    return this;
  }

  VesselState state() {
    return new VesselState(
        new Moment(NOW, 0, 0, 0, ClockState.SYSTEM),
        Way.UNKNOWN,
        channels,
        Map.of(),
        List.of(),
        NavalPicture.none(),
        List.of());
  }
}
