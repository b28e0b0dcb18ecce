package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cli.frame.FieldTree;
import org.plimsoll.protocol.nmea2000.ParameterGroup;

/**
 * The corpus's names, units and print precision of an NMEA 2000 group's fields, and the components
 * that hold them in SI.
 */
final class GroupFields {

  /** How the corpus prints a quantity that is held in SI: value / scale - offset. */
  private enum Print {
    NUMBER(1, 0, 1e-9),
    CODE(1, 0, 0),
    DEGREES(Math.PI / 180, 0, 0.0501),
    DEGREES_A_SECOND(Math.PI / 180, 0, 0.51e-6),
    CELSIUS(1, 273.15, 0.00501),
    BAR(1e5, 0, 0.000501),
    TENTHS_OF_MILLISECONDS(1e-4, 0, 0.51),
    POSITION(1, 0, 0.51e-7),
    /** Single precision. */
    ALTITUDE(1, 0, 1e-5),
    PERCENT(1, 0, 0.000501);

    private final double scale;
    private final double offset;
    private final double tolerance;

    Print(double scale, double offset, double tolerance) {
      this.scale = scale;
      this.offset = offset;
      this.tolerance = tolerance;
    }
  }

  /** A line for each group: its record, and {@code name=component:print}; _ is a space. */
  private static final String NAMES =
      """
      RapidPosition Latitude=latitudeDegrees:POSITION Longitude=longitudeDegrees:POSITION
      CourseAndSpeed SID=sid:CODE COG_Reference=reference:CODE COG=courseRadians:DEGREES \
      SOG=speedMetresPerSecond:NUMBER
      Gnss SID=sid:CODE Date=clock.days:CODE Time=clock.secondOfDay:TENTHS_OF_MILLISECONDS \
      Latitude=place.latitudeDegrees:POSITION Longitude=place.longitudeDegrees:POSITION \
      Altitude=place.altitudeMetres:ALTITUDE GNSS_type=solution.system:CODE \
      Method=solution.method:CODE Integrity=solution.integrity:CODE \
      Number_of_SVs=solution.satellites:CODE HDOP=horizontalDilution:NUMBER \
      PDOP=positionDilution:NUMBER Geoidal_Separation=geoidMetres:NUMBER \
      Reference_Stations=referenceStations:CODE
      SystemTime SID=sid:CODE Source=source:CODE Date=clock.days:CODE \
      Time=clock.secondOfDay:TENTHS_OF_MILLISECONDS
      Rudder Instance=instance:CODE Direction_Order=direction:CODE Angle_Order=orderRadians:DEGREES \
      Position=positionRadians:DEGREES
      Heading SID=sid:CODE Heading=headingRadians:DEGREES Deviation=deviationRadians:DEGREES \
      Variation=variationRadians:DEGREES Reference=reference:CODE
      RateOfTurn SID=sid:CODE Rate=rateRadiansPerSecond:DEGREES_A_SECOND
      Heave SID=sid:CODE Heave=heaveMetres:NUMBER
      Attitude SID=sid:CODE Yaw=yawRadians:DEGREES Pitch=pitchRadians:DEGREES Roll=rollRadians:DEGREES
      MagneticVariation SID=sid:CODE Source=source:CODE Age_of_service=days:CODE \
      Variation=variationRadians:DEGREES
      Speed SID=sid:CODE Speed_Water_Referenced=waterMetresPerSecond:NUMBER \
      Speed_Ground_Referenced=groundMetresPerSecond:NUMBER Speed_Water_Referenced_Type=type:CODE
      Depth SID=sid:CODE Depth=depthMetres:NUMBER Offset=offsetMetres:NUMBER \
      Range=rangeMetres:NUMBER
      DistanceLog Date=days:CODE Time=secondOfDay:TENTHS_OF_MILLISECONDS Log=logMetres:NUMBER \
      Trip_Log=tripMetres:NUMBER
      EngineSpeed Instance=instance:CODE Speed=revolutionsPerMinute:NUMBER \
      Boost_Pressure=boostPascals:BAR Tilt/Trim=trimPercent:NUMBER
      EngineState Instance=instance:CODE Oil_pressure=oil.pascals:BAR \
      Oil_temperature=oil.kelvins:CELSIUS Temperature=coolant.kelvins:CELSIUS \
      Alternator_Potential=alternatorVolts:NUMBER Fuel_Rate=fuel.litresPerHour:NUMBER \
      Total_Engine_hours=runSeconds:NUMBER Coolant_Pressure=coolant.pascals:BAR \
      Fuel_Pressure=fuel.pascals:BAR Engine_Load=load.loadPercent:NUMBER \
      Engine_Torque=load.torquePercent:NUMBER
      TankLevel Instance=instance:CODE Type=type:CODE Level=levelPercent:PERCENT \
      Capacity=capacityLitres:NUMBER
      Battery Instance=instance:CODE Voltage=volts:NUMBER Current=amperes:NUMBER \
      Temperature=kelvins:CELSIUS SID=sid:CODE
      Wind SID=sid:CODE Wind_Speed=speedMetresPerSecond:NUMBER Wind_Angle=angleRadians:DEGREES \
      Reference=reference:CODE
      Outside SID=sid:CODE Water_Temperature=waterKelvins:CELSIUS \
      Outside_Ambient_Air_Temperature=airKelvins:CELSIUS Atmospheric_Pressure=pressurePascals:BAR
      Conditions SID=sid:CODE Temperature_Source=temperatureSource:CODE \
      Humidity_Source=humiditySource:CODE Temperature=kelvins:CELSIUS Humidity=humidityPercent:PERCENT \
      Atmospheric_Pressure=pressurePascals:BAR
      Temperature SID=sid:CODE Instance=instance:CODE Source=source:CODE \
      Actual_Temperature=kelvins:CELSIUS Temperature=kelvins:CELSIUS \
      Set_Temperature=setKelvins:CELSIUS
      Humidity SID=sid:CODE Instance=instance:CODE Source=source:CODE \
      Actual_Humidity=percent:PERCENT Set_Humidity=setPercent:PERCENT
      Pressure SID=sid:CODE Instance=instance:CODE Source=source:CODE Pressure=pascals:BAR
      SetPressure SID=sid:CODE Instance=instance:CODE Source=source:CODE Pressure=pascals:BAR
      """;

  private record Place(String path, Print print) {}

  private final Map<String, Map<String, Place>> byGroup = new HashMap<>();

  GroupFields() {
    NAMES
        .lines()
        .forEach(
            line -> {
              String[] words = line.split(" +");
              Map<String, Place> places = new HashMap<>();
              for (int i = 1; i < words.length; i++) {
                String[] sides = words[i].split("[=:]");
                places.put(
                    sides[0].replace('_', ' '), new Place(sides[1], Print.valueOf(sides[2])));
              }
              byGroup.put(words[0], places);
            });
  }

  /** Compares every expected field with the group's component of that meaning. */
  void compare(JsonNode expected, ParameterGroup group, Comparison comparison) {
    String kind = group.getClass().getSimpleName();
    Map<String, Place> places = byGroup.getOrDefault(kind, Map.of());
    Map<String, ?> fields = FieldTree.of((Record) group);
    for (Map.Entry<String, JsonNode> field : expected.properties()) {
      Place place = places.get(field.getKey());
      JsonNode value =
          field.getValue().isObject() ? field.getValue().get("value") : field.getValue();
      if (place == null || value == null) {
        comparison.leave(kind + "." + field.getKey());
      } else {
        comparison.compare(
            kind + "." + field.getKey(),
            value,
            printed(FieldTree.at(fields, place.path()), place.print()),
            place.print().tolerance);
      }
    }
  }

  private static @Nullable Double printed(@Nullable Object value, Print print) {
    return value instanceof Number number
        ? (Double) (number.doubleValue() / print.scale - print.offset)
        : null;
  }
}
