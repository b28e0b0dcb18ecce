package org.plimsoll.vessel.budget;

import org.plimsoll.configuration.Section;

/**
 * What the link may carry, and when.
 *
 * @param budget bytes and their cost
 * @param windows when it may be open
 */
public record Rations(Budget budget, Windows windows) {

  /** Anything at any time. */
  public static final Rations NONE = new Rations(Budget.UNLIMITED, Windows.NONE);

  /** Keys {@code budget}, {@code windows} and {@code opens-for}, all of them optional. */
  public static Rations read(Section uplink) {
    return new Rations(
        uplink.optionalSection("budget").map(Budget::read).orElse(Budget.UNLIMITED),
        Windows.read(uplink));
  }
}
