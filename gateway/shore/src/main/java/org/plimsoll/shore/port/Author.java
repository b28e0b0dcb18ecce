package org.plimsoll.shore.port;

import java.util.Optional;
import org.plimsoll.telemetry.VesselId;

/**
 * Who asks or writes.
 *
 * @param name of the key
 * @param role what the key is for
 * @param vessel whose key it is; present for a ship and nobody else
 * @param terminal whose key it is; present for a terminal and nobody else
 */
public record Author(String name, Role role, Optional<VesselId> vessel, Optional<String> terminal) {

  /** The gateway, when it has seen something. */
  public static final Author PLIMSOLL =
      new Author("plimsoll", Role.PLIMSOLL, Optional.empty(), Optional.empty());

  /** A program on this machine. */
  public static final Author LOCAL =
      new Author("local", Role.LOCAL, Optional.empty(), Optional.empty());

  public Author {
    if (vessel.isPresent() != (role == Role.SHIP)
        || terminal.isPresent() != (role == Role.TERMINAL)) {
      throw new IllegalArgumentException(
          "a key of " + role + " names a vessel or terminal wrongly");
    }
  }
}
