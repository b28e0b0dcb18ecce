package org.plimsoll.shore.port.voyage;

import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * What the book has of a voyage besides its movements.
 *
 * @param from UN/LOCODE of departure by the papers
 * @param to UN/LOCODE of destination by the papers
 * @param passengers by the newest declaration that was submitted and not rejected
 * @param declaredKilograms cargo by the newest such declaration
 * @param manifest the cargo units as they stand
 * @param reconciled the newest reconciliation
 */
public record Papers(
    Optional<String> from,
    Optional<String> to,
    OptionalInt passengers,
    OptionalDouble declaredKilograms,
    Manifest manifest,
    Optional<Reconciled> reconciled) {

  /** Nobody said anything. */
  public static final Papers NONE =
      new Papers(
          Optional.empty(),
          Optional.empty(),
          OptionalInt.empty(),
          OptionalDouble.empty(),
          Manifest.NONE,
          Optional.empty());

  /**
   * Units and what they weigh together.
   *
   * @param units how many
   * @param declared of those that somebody declared
   * @param weighed of those that somebody weighed
   */
  public record Manifest(int units, Sum declared, Sum weighed) {

    /** No units. */
    public static final Manifest NONE = new Manifest(0, Sum.NONE, Sum.NONE);
  }

  /** A mass of so many units. */
  public record Sum(int units, double kilograms) {

    /** Of none. */
    public static final Sum NONE = new Sum(0, 0);
  }

  /**
   * What the draughts said.
   *
   * @param kilograms empty when they could not say it
   * @param u95Kilograms of it
   * @param objection why it is doubtful or missing
   * @param verdict on what is aboard against what was said
   */
  public record Reconciled(
      OptionalDouble kilograms, double u95Kilograms, Optional<String> objection, String verdict) {}
}
