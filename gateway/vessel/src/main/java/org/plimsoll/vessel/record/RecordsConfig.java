package org.plimsoll.vessel.record;

import java.nio.file.Path;
import java.util.Optional;
import org.plimsoll.configuration.Section;

/**
 * Where departure records are kept, and by which key they are signed for a port.
 *
 * @param directory of the records
 * @param key the ship's; empty when nothing is signed
 */
public record RecordsConfig(Path directory, Optional<ShipKey> key) {

  /**
   * Reads {@code records}, which may be left out.
   *
   * @param outbox beside which the records are kept unless a directory is named
   */
  public static RecordsConfig read(Section root, Path outbox) {
    Path beside = outbox.toAbsolutePath().resolveSibling("records");
    Optional<Section> section = root.optionalSection("records");
    if (section.isEmpty()) {
      return new RecordsConfig(beside, Optional.empty());
    }
    Section records = section.get();
    return new RecordsConfig(
        records.has("directory") ? records.path("directory") : beside, key(records));
  }

  private static Optional<ShipKey> key(Section records) {
    Optional<String> line = records.secret("signing-key", ShipKey.WANTED);
    Optional<ShipKey> key = line.flatMap(ShipKey::read);
    if (line.isPresent() && key.isEmpty()) {
      records.problem(
          "signing-key", "'signing-key': the file holds no key of a ship", ShipKey.WANTED);
    }
    return key;
  }
}
