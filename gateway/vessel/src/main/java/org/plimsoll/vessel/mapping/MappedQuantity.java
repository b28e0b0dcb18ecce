package org.plimsoll.vessel.mapping;

import java.util.List;
import java.util.Optional;
import org.plimsoll.configuration.Nearest;
import org.plimsoll.configuration.Section;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/** The quantity that a configuration names by its path. */
final class MappedQuantity {

  private MappedQuantity() {}

  /**
   * Reads {@code path}. An unknown one is a problem that names the nearest known path, and any
   * quantity is returned so that the rest of the file is checked too.
   */
  static Quantity read(Section section) {
    String path = section.text("path");
    Optional<Quantity> quantity = Quantities.of(path);
    if (quantity.isEmpty() && !path.isEmpty()) {
      List<String> known = Quantities.all().stream().map(Quantity::path).toList();
      section.problem(
          "path",
          "no quantity has the path '" + path + "'",
          Nearest.of(path, known)
              .map(near -> "did you mean '" + near + "'?")
              .orElse("the paths are listed in the table of quantities"));
    }
    return quantity.orElse(Quantities.WEIGHBRIDGE_MASS);
  }
}
