package org.plimsoll.shore.port.book;

import java.util.Set;
import org.plimsoll.shore.port.Withholding;

/**
 * What somebody may see, and what was left out of it.
 *
 * @param what he may see
 * @param withheld kinds that the ship keeps from him; empty for her and for the operator
 */
public record Shown<T>(T what, Set<Withholding.What> withheld) {
  public Shown {
    withheld = Set.copyOf(withheld);
  }
}
