package org.plimsoll.vessel.pipeline;

import java.nio.file.Path;
import java.util.List;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.configuration.Section;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.vessel.check.AlertConfig;
import org.plimsoll.vessel.check.Certificate;
import org.plimsoll.vessel.limit.LimitsConfig;
import org.plimsoll.vessel.line.LineConfig;
import org.plimsoll.vessel.loading.ShipConfig;

/** The reference ferry as the example configuration has her. */
public final class ReferenceShipRules {

  private ReferenceShipRules() {}

  public static ShipRules read() {
    Section root = ConfigFile.read(Path.of("../../tools/examples/vessel.yaml")).root();
    Certificate certificate = Certificate.read(root.section("certificate"));
    List<LineConfig> lines =
        root.namedSections("lines").values().stream().map(LineConfig::read).toList();
    ShipConfig ship = ShipConfig.read(root.section("ship"), certificate.draughtMetres());
    return new ShipRules(
        "imo9876543",
        DataOrigin.LIVE,
        certificate,
        ship,
        LimitsConfig.read(root, ship),
        AlertConfig.read(root),
        lines);
  }
}
