package org.plimsoll.shore.port;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.UUID;

/**
 * What to look at first in a voyage, and how much of it was looked at. Units that nobody has looked
 * at come first, those with the worst reason before the others, the heavier or the more different
 * before the lighter.
 *
 * @param items one for each unit of the manifest
 */
public record InspectionList(List<Item> items) {

  /** Why a unit should be looked at, from the worst. */
  public enum Reason {
    /** Weighed and declared differ by more than twice what both allow. */
    DISCREPANCY,
    /** Neither weighed nor declared. */
    NO_MASS,
    /** Weighed, and in no papers. */
    UNDECLARED,
    /** Weighed and declared differ by more than both allow. */
    CHECK,
    /** Declared, and weighed by nobody. */
    UNWEIGHED,
    /** Weighed as declared. */
    NONE
  }

  /** A unit with its identity in the book. */
  public record Listed(UUID id, UUID root, CargoUnit unit) {}

  /** An inspection with its identity in the book. */
  public record Seen(UUID id, Inspection inspection) {}

  /**
   * One unit.
   *
   * @param unit of the manifest, as it stands
   * @param reason why it should be looked at
   * @param differenceKilograms weighed less declared, when it is both
   * @param allowedKilograms what both uncertainties allow of it
   * @param inspections who looked and what was found
   */
  public record Item(
      Listed unit,
      Reason reason,
      OptionalDouble differenceKilograms,
      OptionalDouble allowedKilograms,
      List<Seen> inspections) {
    public Item {
      inspections = List.copyOf(inspections);
    }

    /** By what it comes before another of the same reason, in kg. */
    private double weight() {
      if (differenceKilograms.isPresent()) {
        return Math.abs(differenceKilograms.getAsDouble());
      }
      return unit.unit()
          .weighed()
          .map(CargoUnit.Weighed::kilograms)
          .or(() -> unit.unit().declared().map(CargoUnit.Declared::kilograms))
          .orElse(0.0);
    }
  }

  public InspectionList {
    items = List.copyOf(items);
  }

  /**
   * Puts a manifest into order.
   *
   * @param seen inspections by the root of their unit
   */
  public static InspectionList of(List<Listed> manifest, Map<UUID, List<Seen>> seen) {
    List<Item> items = new ArrayList<>();
    for (Listed unit : manifest) {
      items.add(item(unit, seen.getOrDefault(unit.root(), List.of())));
    }
    items.sort(
        Comparator.comparing((Item item) -> !item.inspections().isEmpty())
            .thenComparing(Item::reason)
            .thenComparing(Comparator.comparingDouble(Item::weight).reversed())
            .thenComparing(item -> item.unit().unit().unitId()));
    return new InspectionList(items);
  }

  private static Item item(Listed listed, List<Seen> seen) {
    CargoUnit unit = listed.unit();
    if (unit.weighed().isEmpty() || unit.declared().isEmpty()) {
      Reason reason =
          unit.weighed().isPresent()
              ? Reason.UNDECLARED
              : unit.declared().isPresent() ? Reason.UNWEIGHED : Reason.NO_MASS;
      return new Item(listed, reason, OptionalDouble.empty(), OptionalDouble.empty(), seen);
    }
    double declared = unit.declared().get().kilograms();
    double difference = unit.weighed().get().kilograms() - declared;
    double allowed =
        Math.hypot(CargoVerdict.DECLARED_PART * declared, unit.weighed().get().u95Kilograms());
    Reason reason =
        switch (CargoVerdict.Verdict.of(difference, allowed)) {
          case MATCH -> Reason.NONE;
          case CHECK -> Reason.CHECK;
          case DISCREPANCY, UNVERIFIED -> Reason.DISCREPANCY;
        };
    return new Item(
        listed, reason, OptionalDouble.of(difference), OptionalDouble.of(allowed), seen);
  }

  /** How many units somebody has looked at. */
  public int inspected() {
    return (int) items.stream().filter(item -> !item.inspections().isEmpty()).count();
  }

  /**
   * Part of the manifest that was looked at, in tenths of a percent and never rounded up: 100 is
   * all of it. Empty without a manifest, because nothing of nothing is not everything.
   */
  public OptionalDouble coveragePercent() {
    return items.isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(Math.floor(1_000.0 * inspected() / items.size()) / 10);
  }
}
