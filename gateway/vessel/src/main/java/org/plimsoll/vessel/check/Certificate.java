package org.plimsoll.vessel.check;

import org.plimsoll.configuration.Section;

/**
 * The limits that the ship may not pass.
 *
 * @param draughtMetres deepest draught at either midship mark, to the upper edge of the line, in
 *     sea water of 1.025 t/m3
 * @param cargoTonnes greatest mass of cargo
 * @param passengers most persons who are not crew
 */
public record Certificate(double draughtMetres, double cargoTonnes, int passengers) {

  /** Reads the section {@code certificate}. */
  public static Certificate read(Section section) {
    return new Certificate(
        section.number("draught-metres", 0.1, 40),
        section.number("cargo-tonnes", 1, 1_000_000),
        section.integer("passengers", 0, 10_000));
  }
}
