package org.plimsoll.protocol.nmea2000;

import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;

/** Which parameter groups are decoded, and by what. */
final class GroupTable {

  /**
   * One row.
   *
   * @param least bytes that the group needs to say anything
   */
  private record Row(int least, Function<Payload, ParameterGroup> decode) {}

  private static final Map<Integer, Row> ROWS =
      Map.ofEntries(
          Map.entry(126992, new Row(8, PositionGroup.SystemTime::decode)),
          Map.entry(127245, new Row(6, NavigationGroup.Rudder::decode)),
          Map.entry(127250, new Row(3, NavigationGroup.Heading::decode)),
          Map.entry(127251, new Row(5, NavigationGroup.RateOfTurn::decode)),
          Map.entry(127252, new Row(3, NavigationGroup.Heave::decode)),
          Map.entry(127257, new Row(7, NavigationGroup.Attitude::decode)),
          Map.entry(127258, new Row(6, NavigationGroup.MagneticVariation::decode)),
          Map.entry(127488, new Row(3, MachineryGroup.EngineSpeed::decode)),
          Map.entry(127489, new Row(7, MachineryGroup.EngineState::decode)),
          Map.entry(127505, new Row(3, MachineryGroup.TankLevel::decode)),
          Map.entry(127508, new Row(3, MachineryGroup.Battery::decode)),
          Map.entry(128259, new Row(3, NavigationGroup.Speed::decode)),
          Map.entry(128267, new Row(5, NavigationGroup.Depth::decode)),
          Map.entry(128275, new Row(10, NavigationGroup.DistanceLog::decode)),
          Map.entry(129025, new Row(8, PositionGroup.RapidPosition::decode)),
          Map.entry(129026, new Row(6, PositionGroup.CourseAndSpeed::decode)),
          Map.entry(129029, new Row(34, PositionGroup.Gnss::decode)),
          Map.entry(130306, new Row(6, EnvironmentGroup.Wind::decode)),
          Map.entry(130310, new Row(3, EnvironmentGroup.Outside::decode)),
          Map.entry(130311, new Row(4, EnvironmentGroup.Conditions::decode)),
          Map.entry(130312, new Row(5, EnvironmentGroup.Temperature::decode)),
          Map.entry(130313, new Row(5, EnvironmentGroup.Humidity::decode)),
          Map.entry(130314, new Row(7, EnvironmentGroup.Pressure::decode)),
          Map.entry(130315, new Row(7, EnvironmentGroup.SetPressure::decode)),
          Map.entry(130316, new Row(6, EnvironmentGroup.Temperature::decodeFine)));

  private GroupTable() {}

  static Decoded<ParameterGroup> decode(BusMessage message) {
    @Nullable Row row = ROWS.get(message.pgn());
    if (row == null) {
      return Decoded.unsupported("PGN " + message.pgn());
    }
    if (message.data().length() < row.least()) {
      return Decoded.malformed(
          Reason.TRUNCATED, "PGN " + message.pgn() + " of " + message.data().length() + " bytes");
    }
    ParameterGroup group = row.decode().apply(message.data());
    return isOnEarth(group)
        ? Decoded.value(group)
        : Decoded.malformed(
            Reason.RANGE,
            "PGN " + message.pgn() + " " + Foreign.hex(message.data().bytes(), 0, row.least()));
  }

  private static boolean isOnEarth(ParameterGroup group) {
    if (group instanceof PositionGroup.RapidPosition at) {
      return isWithin(at.latitudeDegrees().orElse(0), 90)
          && isWithin(at.longitudeDegrees().orElse(0), 180);
    }
    if (group instanceof PositionGroup.Gnss fix) {
      return isWithin(fix.place().latitudeDegrees().orElse(0), 90)
          && isWithin(fix.place().longitudeDegrees().orElse(0), 180);
    }
    return true;
  }

  private static boolean isWithin(double degrees, double limit) {
    return Math.abs(degrees) <= limit;
  }
}
