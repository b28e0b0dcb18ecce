package org.plimsoll.shore.port;

import java.time.Instant;
import java.util.Optional;

/**
 * One line of the manifest. A mass that nobody gave is absent and never zero.
 *
 * @param unitId registration, trailer or container number; one current record of each in a voyage
 * @param type what it is
 * @param declared what the papers say
 * @param weighed what an instrument said
 */
public record CargoUnit(
    String unitId, Type type, Optional<Declared> declared, Optional<Weighed> weighed)
    implements PortRecord {

  /** What it is. */
  public enum Type {
    CAR,
    VAN,
    HGV,
    TRAILER,
    COACH,
    CONTAINER,
    PALLET,
    LIVESTOCK
  }

  /** Where a declared mass comes from; VGM methods are those of SOLAS VI/2. */
  public enum Basis {
    VGM1,
    VGM2,
    DRIVER,
    BOOKING,
    TARE_AND_GOODS
  }

  /** A gross mass by the papers. */
  public record Declared(double kilograms, Basis basis) {}

  /**
   * A gross mass by an instrument.
   *
   * @param u95Kilograms expanded uncertainty; the weighbridge's usual one unless given
   */
  public record Weighed(double kilograms, double u95Kilograms, String instrument, Instant at) {}

  @Override
  public RecordKind kind() {
    return RecordKind.CARGO_UNIT;
  }
}
