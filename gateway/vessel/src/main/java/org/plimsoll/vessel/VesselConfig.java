package org.plimsoll.vessel;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.configuration.Section;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.vessel.bridge.BridgeConfig;
import org.plimsoll.vessel.check.AlertConfig;
import org.plimsoll.vessel.check.Certificate;
import org.plimsoll.vessel.limit.LimitsConfig;
import org.plimsoll.vessel.line.LineConfig;
import org.plimsoll.vessel.loading.ShipConfig;
import org.plimsoll.vessel.nmea.NmeaOutputConfig;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vessel.record.RecordsConfig;
import org.plimsoll.vessel.uplink.UplinkConfig;

/**
 * Everything that the vessel process is told.
 *
 * @param vessel who she is, on topics, in the store and on pages
 * @param name her name for people
 * @param origin whether what she says is measured, simulated or replayed
 * @param certificate the limits
 * @param ship what a draught survey needs
 * @param limits every further limit
 * @param alerts how each kind of alert behaves, and its levels
 * @param lines the byte sources, in the order in which their sources are preferred
 * @param delivery where readings are kept and sent
 * @param bridge the panel
 * @param nmeaOutput sentences for displays; empty for none
 */
public record VesselConfig(
    VesselId vessel,
    String name,
    DataOrigin origin,
    Certificate certificate,
    ShipConfig ship,
    LimitsConfig limits,
    AlertConfig alerts,
    List<LineConfig> lines,
    Delivery delivery,
    BridgeConfig bridge,
    Optional<NmeaOutputConfig> nmeaOutput) {

  /** Most lines of one gateway. */
  public static final int MAX_LINES = 64;

  private static final VesselId ANY = new VesselId("mmsi000000000");

  public VesselConfig {
    lines = List.copyOf(lines);
  }

  /**
   * Where readings are kept and sent.
   *
   * @param directory of the outbox; belongs to this process alone
   * @param records where departure records are kept, and who signs them
   * @param outbox its bounds
   * @param uplink the link ashore
   */
  public record Delivery(
      Path directory, RecordsConfig records, OutboxConfig outbox, UplinkConfig uplink) {}

  /** Reads the whole file; every problem is noted at its place, none is thrown. */
  public static VesselConfig read(Section root) {
    Section identity = root.section("vessel");
    Certificate certificate = Certificate.read(root.section("certificate"));
    ShipConfig ship = ShipConfig.read(root.section("ship"), certificate.draughtMetres());
    Section outbox = root.section("outbox");
    Path directory = outbox.path("directory");
    return new VesselConfig(
        id(identity),
        identity.text("name"),
        identity.choice("origin", DataOrigin.class, DataOrigin.LIVE),
        certificate,
        ship,
        LimitsConfig.read(root, ship),
        AlertConfig.read(root),
        lines(root),
        new Delivery(
            directory,
            RecordsConfig.read(root, directory),
            OutboxConfig.read(outbox),
            UplinkConfig.read(root.section("uplink"))),
        BridgeConfig.read(root.section("bridge")),
        NmeaOutputConfig.read(root));
  }

  private static VesselId id(Section identity) {
    String text = identity.text("id");
    Optional<VesselId> id = VesselId.parse(text);
    if (id.isEmpty() && !text.isEmpty()) {
      identity.problem(
          "id",
          "'" + text + "' names no vessel",
          "imo and 7 digits of which the last is the check digit, or mmsi and 9 digits");
    }
    return id.orElse(ANY);
  }

  private static List<LineConfig> lines(Section root) {
    List<LineConfig> lines =
        root.namedSections("lines").values().stream().map(LineConfig::read).toList();
    if (lines.isEmpty()) {
      root.problem("lines", "no lines: nothing would ever be heard", "add at least one line");
    }
    if (lines.size() > MAX_LINES) {
      root.problem("lines", lines.size() + " lines", "allowed: " + MAX_LINES + " at most");
    }
    Set<String> used = new HashSet<>();
    for (LineConfig line : lines) {
      if (!used.add(line.transport().device())) {
        root.problem(
            "lines",
            "line '" + line.id() + "' shares " + line.transport().device() + " with another line",
            "a device can be read by one line only");
      }
    }
    return lines;
  }
}
