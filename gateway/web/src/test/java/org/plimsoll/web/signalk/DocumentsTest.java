package org.plimsoll.web.signalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.web.signalk.FleetFake.FERRY;
import static org.plimsoll.web.signalk.FleetFake.TUG;
import static org.plimsoll.web.signalk.FleetFake.at;
import static org.plimsoll.web.signalk.FleetFake.missing;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.telemetry.DataOrigin;

/** What is known of a vessel as documents; the expected ones are written out. */
class DocumentsTest {

  private static final String FERRY_URN =
      "urn:mrn:signalk:uuid:a71a02bb-fbb4-4a72-a81a-a01c354619bc";

  private final ObjectMapper json = new ObjectMapper();

  @Test
  void theFullModelOfAShip() throws Exception {
    SignalKVessel ship =
        FleetFake.vessel(
            TUG,
            DataOrigin.LIVE,
            at(1, "navigation.position.latitude", "gps.GPGGA", "deg", 42.25),
            at(1, "navigation.position.longitude", "gps.GPGGA", "deg", 130.3),
            at(2, "navigation.speedOverGround", "gps.GPRMC", "m/s", 3.85),
            at(3, "hull.draught.mean", "survey", "m", 5.025),
            missing("environment.depth.belowKeel", "gps.SDDPT"));
    assertThat(Documents.full(Optional.of(TUG), List.of(ship)))
        .isEqualTo(
            json.readTree(
                """
                {"version": "1.7.0",
                 "self": "vessels.urn:mrn:imo:mmsi:244123456",
                 "vessels": {"urn:mrn:imo:mmsi:244123456": {
                   "name": "MV mmsi244123456",
                   "mmsi": "244123456",
                   "navigation": {
                     "position": {
                       "value": {"latitude": 42.25, "longitude": 130.3},
                       "timestamp": "2026-01-01T00:00:01Z",
                       "$source": "gps.GPGGA",
                       "meta": {"description": "Title", "displayName": "Title"}},
                     "speedOverGround": {
                       "value": 3.85,
                       "timestamp": "2026-01-01T00:00:02Z",
                       "$source": "gps.GPRMC",
                       "meta": {"description": "Title", "displayName": "Title", "units": "m/s"}}},
                   "hull": {"draught": {"mean": {
                       "value": 5.025,
                       "timestamp": "2026-01-01T00:00:03Z",
                       "$source": "survey",
                       "meta": {"description": "Title", "displayName": "Title", "units": "m"}}}},
                   "design": {"draft": {
                       "value": {"current": 5.025, "maximum": 5.2},
                       "timestamp": "2026-01-01T00:00:03Z",
                       "$source": "survey",
                       "meta": {"description": "Title", "displayName": "Title"}}},
                   "environment": {"depth": {"belowKeel": {
                       "value": null,
                       "timestamp": "2026-01-01T00:01:00Z",
                       "$source": "gps.SDDPT",
                       "meta": {"description": "Title", "displayName": "Title", "units": "m"}}}}
                 }},
                 "sources": {
                   "gps": {"label": "gps", "type": "Plimsoll", "GPGGA": {}, "GPRMC": {}, "SDDPT": {}},
                   "survey": {"label": "survey", "type": "Plimsoll"}}}
                """));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          navigation.attitude.roll                 | rad | 0.02 | navigation.attitude              | {"roll":0.02}
          navigation.heave                         | m   | -0.4 | environment.heave                | -0.4
          navigation.gnss.methodQuality            | 1   | 0    | navigation.gnss.methodQuality    | "no GPS"
          navigation.gnss.methodQuality            | 1   | 2    | navigation.gnss.methodQuality    | "DGNSS fix"
          navigation.gnss.methodQuality            | 1   | 8    | navigation.gnss.methodQuality    | "Simulator mode"
          navigation.gnss.methodQuality            | 1   | 9    | navigation.gnss.methodQuality    | "Error"
          navigation.gnss.satellitesInView.count   | 1   | 12   | navigation.gnss.satellitesInView | {"count":12.0}
          environment.current.setTrue              | rad | 1.5  | environment.current              | {"setTrue":1.5}
          environment.wind.speedTrue               | m/s | 0    | environment.wind.speedTrue       | 0.0
          loading.cargo.measured                   | kg  | 9e5  | loading.cargo.measured           | 900000.0
          """)
  void whereAQuantityStands(String ours, String unit, double value, String path, String expected)
      throws Exception {
    List<Leaf> leaves =
        Leaves.of(FleetFake.vessel(TUG, DataOrigin.LIVE, at(1, ours, "line.X", unit, value)));
    assertThat(leaves).hasSize(1);
    assertThat(leaves.get(0).path()).isEqualTo(path);
    assertThat(leaves.get(0).value().toString()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "tanks.fuel.0.currentLevel,           1,   ratio",
    "environment.outside.relativeHumidity,1,   ratio",
    "passengers.onBoard,                  1,   ''",
    "navigation.gnss.methodQuality,       1,   ''",
    "navigation.position.latitude,        deg, ''",
    "hull.list,                           rad, rad"
  })
  void unitsAreSignalKs(String ours, String unit, String expected) {
    SignalKPaths.Row row = SignalKPaths.of(ours).get(0);
    assertThat(SignalKPaths.unit(row, unit)).isEqualTo(expected);
  }

  @Test
  void aHalfPositionIsNone() {
    SignalKReading latitude = at(1, "navigation.position.latitude", "gps.GPGGA", "deg", 42);
    SignalKReading longitude = missing("navigation.position.longitude", "gps.GPGGA");
    for (List<SignalKReading> order :
        List.of(List.of(latitude, longitude), List.of(longitude, latitude))) {
      List<Leaf> leaves =
          Leaves.of(FleetFake.vessel(TUG, DataOrigin.LIVE, order.toArray(SignalKReading[]::new)));
      assertThat(leaves).hasSize(1);
      assertThat(leaves.get(0).value().isNull()).isTrue();
    }
  }

  @Test
  void severalSourcesStandBesideTheOneThatIsShown() {
    SignalKReading second =
        new SignalKReading(
            "navigation.headingTrue",
            "compass2.HEHDT",
            "rad",
            "Heading",
            OptionalDouble.of(1.1),
            OptionalLong.of(FleetFake.T0),
            false);
    JsonNode heading =
        Documents.full(
                Optional.empty(),
                List.of(
                    FleetFake.vessel(
                        TUG,
                        DataOrigin.LIVE,
                        second,
                        at(1, "navigation.headingTrue", "gyro.HEHDT", "rad", 1.0))))
            .at("/vessels/urn:mrn:imo:mmsi:244123456/navigation/headingTrue");
    assertThat(heading.path("value").asDouble()).isEqualTo(1.0);
    assertThat(heading.path("$source").asText()).isEqualTo("gyro.HEHDT");
    assertThat(heading.at("/values/gyro.HEHDT/value").asDouble()).isEqualTo(1.0);
    assertThat(heading.at("/values/compass2.HEHDT/value").asDouble()).isEqualTo(1.1);
  }

  @Test
  void whatIsSimulatedSaysSoEverywhere() {
    SignalKVessel ship =
        FleetFake.vessel(
            FERRY,
            DataOrigin.SIMULATED,
            at(1, "navigation.gnss.methodQuality", "gps.GPGGA", "1", 1));
    JsonNode full = Documents.full(Optional.of(FERRY), List.of(ship));
    JsonNode vessel = full.path("vessels").path(FERRY_URN);
    assertThat(vessel.path("name").asText()).isEqualTo("MV imo9876543 [simulated]");
    assertThat(vessel.at("/navigation/gnss/methodQuality/value").asText())
        .isEqualTo("Simulator mode");
    assertThat(vessel.at("/navigation/gnss/methodQuality/$source").asText())
        .isEqualTo("simulated.gps.GPGGA");
    assertThat(full.at("/sources/simulated/gps/GPGGA").isObject()).isTrue();
  }

  @Test
  void aShipKnownByHerImoNumberHasTheSameUuidEverywhere() {
    assertThat(SignalKVessel.urn(FERRY))
        .isEqualTo(FERRY_URN)
        .matches(
            "urn:mrn:signalk:uuid:[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    JsonNode identity = Leaves.identityOf(FleetFake.vessel(FERRY, DataOrigin.LIVE));
    assertThat(identity.at("/registrations/imo").asText()).isEqualTo("IMO 9876543");
    assertThat(identity.path("uuid").asText()).isEqualTo(SignalKVessel.urn(FERRY));
    assertThat(identity.has("mmsi")).isFalse();
  }

  @ParameterizedTest
  @CsvSource({
    "EMERGENCY_ALARM, ACTIVE_UNACKNOWLEDGED,    emergency, visual sound",
    "ALARM,           ACTIVE_UNACKNOWLEDGED,    alarm,     visual sound",
    "ALARM,           ACTIVE_SILENCED,          alarm,     visual",
    "ALARM,           ACTIVE_ACKNOWLEDGED,      alarm,     visual",
    "WARNING,         ACTIVE_UNACKNOWLEDGED,    warn,      visual sound",
    "WARNING,         RECTIFIED_UNACKNOWLEDGED, normal,    visual",
    "CAUTION,         ACTIVE_UNACKNOWLEDGED,    alert,     visual"
  })
  void anAlertIsANotification(
      AlertPriority priority, AlertState state, String expected, String methods) {
    AlertMessage alert =
        new AlertMessage(
            10502,
            1,
            priority,
            state,
            "CARGO MASS",
            "1012 t, limit 1000 t",
            Instant.ofEpochMilli(FleetFake.T0),
            Instant.ofEpochMilli(FleetFake.T0 + 5000),
            Optional.empty(),
            1);
    List<Leaf> leaves = Leaves.of(FleetFake.with(FleetFake.vessel(TUG, DataOrigin.LIVE), alert));
    assertThat(leaves).hasSize(1);
    Leaf leaf = leaves.get(0);
    assertThat(leaf.path()).isEqualTo("notifications.plimsoll.10502.1");
    assertThat(leaf.value().path("state").asText()).isEqualTo(expected);
    assertThat(leaf.value().path("message").asText()).isEqualTo("CARGO MASS: 1012 t, limit 1000 t");
    assertThat(leaf.value().path("method"))
        .extracting(JsonNode::asText)
        .containsExactly(methods.split(" "));
  }

  @Test
  void aDeltaGroupsWhatOneSourceSaidAtOneTime() throws Exception {
    SignalKVessel ship =
        FleetFake.vessel(
            TUG,
            DataOrigin.LIVE,
            at(1, "navigation.speedOverGround", "gps.GPRMC", "m/s", 3.85),
            at(1, "navigation.courseOverGroundTrue", "gps.GPRMC", "rad", 1.5),
            missing("hull.trim", "survey"));
    assertThat(Documents.delta(TUG, Leaves.of(ship)))
        .isEqualTo(
            json.readTree(
                """
                {"context": "vessels.urn:mrn:imo:mmsi:244123456", "updates": [
                  {"$source": "gps.GPRMC", "timestamp": "2026-01-01T00:00:01Z", "values": [
                    {"path": "navigation.speedOverGround", "value": 3.85},
                    {"path": "navigation.courseOverGroundTrue", "value": 1.5}]},
                  {"$source": "survey", "timestamp": "2026-01-01T00:01:00Z", "values": [
                    {"path": "hull.trim", "value": null}]}]}
                """));
  }
}
