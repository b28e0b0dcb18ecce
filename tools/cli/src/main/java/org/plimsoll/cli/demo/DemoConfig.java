package org.plimsoll.cli.demo;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.shore.BrokerConfig;
import org.plimsoll.shore.PagesConfig;
import org.plimsoll.shore.ShoreConfig;
import org.plimsoll.shore.StoreConfig;
import org.plimsoll.shore.ingest.IngestConfig;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.vessel.VesselConfig;
import org.plimsoll.vessel.bridge.BridgeConfig;
import org.plimsoll.vessel.line.LineConfig;
import org.plimsoll.vessel.line.Transport;
import org.plimsoll.vessel.nmea.NmeaOutputConfig;
import org.plimsoll.vessel.record.RecordsConfig;
import org.plimsoll.vessel.uplink.UplinkConfig;

/**
 * What the two halves are told: the example files, with the demonstration's ports, directories and
 * terminals. So the examples are what runs.
 *
 * @param vessel aboard
 * @param shore ashore
 */
record DemoConfig(VesselConfig vessel, ShoreConfig shore) {

  static final String LOOPBACK = "127.0.0.1";

  /**
   * Reads the examples.
   *
   * @param examples directory of {@code vessel.yaml} and {@code shore.yaml}
   * @param data where everything is kept
   * @param ports where everything listens
   * @param linkPort where the satellite link takes the ship's connections
   * @throws org.plimsoll.configuration.InvalidConfig with every problem of a file
   */
  static DemoConfig read(Path examples, Path data, DemoPorts ports, int linkPort) {
    ConfigFile vesselFile = ConfigFile.read(examples.resolve("vessel.yaml"));
    VesselConfig vessel = VesselConfig.read(vesselFile.root());
    vesselFile.orThrow();
    ConfigFile shoreFile = ConfigFile.read(examples.resolve("shore.yaml"));
    ShoreConfig shore = ShoreConfig.read(shoreFile.root());
    shoreFile.orThrow();
    return new DemoConfig(aboard(vessel, data, ports, linkPort), ashore(shore, data, ports));
  }

  /** Directory in which the simulator makes the names of its terminals. */
  static Path lines(Path data) {
    return data.resolve("lines");
  }

  private static VesselConfig aboard(
      VesselConfig example, Path data, DemoPorts ports, int linkPort) {
    List<LineConfig> lines =
        example.lines().stream().map(line -> onTerminal(line, lines(data))).toList();
    return new VesselConfig(
        example.vessel(),
        example.name(),
        DataOrigin.SIMULATED,
        example.certificate(),
        example.ship(),
        example.limits(),
        example.alerts(),
        lines,
        new VesselConfig.Delivery(
            data.resolve("vessel"),
            new RecordsConfig(data.resolve("records"), example.delivery().records().key()),
            example.delivery().outbox(),
            through(example.delivery().uplink(), linkPort)),
        new BridgeConfig(LOOPBACK, ports.bridge()),
        Optional.of(new NmeaOutputConfig(LOOPBACK, ports.nmea())));
  }

  private static LineConfig onTerminal(LineConfig line, Path directory) {
    if (line.transport() instanceof Transport.Serial serial) {
      Transport terminal =
          new Transport.Serial(directory.resolve(line.id()), serial.baud(), serial.format());
      return new LineConfig(line.id(), terminal, line.dialect(), line.silence());
    }
    return line;
  }

  private static UplinkConfig through(UplinkConfig example, int linkPort) {
    return new UplinkConfig(
        LOOPBACK,
        linkPort,
        example.topicPrefix(),
        example.credentials(),
        example.keepAlive(),
        example.sealEvery(),
        example.sealEveryOffline(),
        example.window(),
        example.receiptTimeout(),
        example.rations());
  }

  private static ShoreConfig ashore(ShoreConfig example, Path data, DemoPorts ports) {
    Path directory = data.resolve("shore");
    return new ShoreConfig(
        example.topics(),
        new BrokerConfig.Embedded(directory.resolve("broker"), LOOPBACK, ports.broker()),
        new StoreConfig.Embedded(
            directory.resolve("store"), LOOPBACK, ports.store(), Optional.empty()),
        new PagesConfig(LOOPBACK, ports.shore(), Optional.empty()),
        new IngestConfig(
            Set.of(DataOrigin.SIMULATED, DataOrigin.REPLAYED),
            directory.resolve("dead-letters"),
            example.ingest().deadLetterFiles(),
            example.ingest().deadLetterBytes()),
        example.port().in(directory.resolve("port")));
  }
}
