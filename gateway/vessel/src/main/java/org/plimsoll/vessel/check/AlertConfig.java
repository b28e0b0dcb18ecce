package org.plimsoll.vessel.check;

import java.util.Optional;
import org.plimsoll.configuration.Section;
import org.plimsoll.vessel.alert.AlertRules;

/**
 * The section {@code alerts}.
 *
 * @param rules how each kind behaves
 * @param levels above what each kind is raised
 */
public record AlertConfig(AlertRules rules, AlertLevels levels) {

  /** The catalogue as it is delivered. */
  public static AlertConfig defaults() {
    return new AlertConfig(AlertRules.defaults(), AlertLevels.defaults());
  }

  /** Reads the section {@code alerts}; all of it has defaults. */
  public static AlertConfig read(Section root) {
    Optional<Section> alerts = root.optionalSection("alerts");
    return new AlertConfig(AlertRules.read(alerts), AlertLevels.read(alerts));
  }
}
