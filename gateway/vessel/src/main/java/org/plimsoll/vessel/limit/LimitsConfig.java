package org.plimsoll.vessel.limit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.configuration.Section;
import org.plimsoll.naval.departure.AttitudeLimits;
import org.plimsoll.naval.departure.DeckLimits;
import org.plimsoll.naval.underkeel.RollPeriodStability;
import org.plimsoll.vessel.loading.ShipConfig;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Unit;

/**
 * Every further limit; each part that is not configured is not judged.
 *
 * @param loadLine marks and route
 * @param underKeel policy and depths
 * @param attitude how she may lie
 * @param attitudeChecks names of the limits that were given
 * @param decks what decks and lanes bear
 * @param lanes where the load of each lane is read
 * @param roll how GM is indicated by the period of roll
 */
public record LimitsConfig(
    Optional<LoadLineConfig> loadLine,
    Optional<UnderKeelConfig> underKeel,
    AttitudeLimits attitude,
    Set<String> attitudeChecks,
    DeckLimits decks,
    List<Lane> lanes,
    Optional<RollPeriodStability> roll) {

  /** Greater than every angle, trim and bend: a limit that was not given. */
  private static final double NO_LIMIT = 1e9;

  private static final int MAX_LANES = 200;

  /**
   * The load cells of a lane.
   *
   * @param load the quantity that they say
   * @param u95Tonnes of the load
   * @param extent from where to where it reaches; empty if nobody said
   */
  public record Lane(String name, Quantity load, double u95Tonnes, Optional<Extent> extent) {}

  /**
   * From where to where a lane reaches.
   *
   * @param aftMetres its after end, from the after perpendicular
   * @param forwardMetres its fore end
   */
  public record Extent(double aftMetres, double forwardMetres) {

    /** Whether a unit at this place stands in the lane; the after end belongs to it. */
    public boolean holds(double fromApMetres) {
      return fromApMetres >= aftMetres && fromApMetres < forwardMetres;
    }
  }

  public LimitsConfig {
    attitudeChecks = Set.copyOf(attitudeChecks);
    lanes = List.copyOf(lanes);
  }

  /** No further limit. */
  public static LimitsConfig none() {
    return new LimitsConfig(
        Optional.empty(),
        Optional.empty(),
        unlimited(),
        Set.of(),
        new DeckLimits(List.of(), Map.of()),
        List.of(),
        Optional.empty());
  }

  /** Reads {@code load-line}, {@code under-keel}, {@code attitude} and {@code decks}. */
  public static LimitsConfig read(Section root, ShipConfig ship) {
    Optional<LoadLineConfig> loadLine =
        root.optionalSection("load-line").flatMap(section -> LoadLineConfig.read(section, ship));
    Optional<UnderKeelConfig> underKeel =
        root.optionalSection("under-keel").flatMap(section -> UnderKeelConfig.read(section, ship));
    Set<String> named = new HashSet<>();
    Optional<Section> attitude = root.optionalSection("attitude");
    Decks decks = new Decks(root);
    return new LimitsConfig(
        loadLine,
        underKeel,
        attitude.map(section -> attitude(section, named)).orElse(unlimited()),
        named,
        new DeckLimits(decks.decks, decks.laneTonnes),
        decks.lanes,
        attitude.flatMap(LimitsConfig::roll));
  }

  private static AttitudeLimits unlimited() {
    return new AttitudeLimits(NO_LIMIT, -NO_LIMIT, NO_LIMIT, NO_LIMIT, NO_LIMIT, NO_LIMIT);
  }

  private static AttitudeLimits attitude(Section section, Set<String> named) {
    double list = limit(section, List.of("list-degrees"), 0, 20, "list", named).get(0);
    List<Double> trims =
        limit(
            section, List.of("least-trim-metres", "greatest-trim-metres"), -20, 20, "trim", named);
    double least = Math.min(trims.get(0), trims.get(1));
    if (trims.get(0) > trims.get(1) && named.contains("trim")) {
      section.problem(
          "least-trim-metres", "above the greatest trim", "metres, + by the stern, - by the head");
    } else if (!named.contains("trim")) {
      least = -NO_LIMIT;
    }
    List<Double> bends =
        limit(section, List.of("hog-metres", "sag-metres"), 0, 2, "hog-sag", named);
    double twist = limit(section, List.of("twist-degrees"), 0, 5, "hull-twist", named).get(0);
    return new AttitudeLimits(
        list, least, Math.max(trims.get(0), trims.get(1)), bends.get(0), bends.get(1), twist);
  }

  /** One of a pair of limits alone is not enough: the other is then a missing key. */
  private static List<Double> limit(
      Section section,
      List<String> keys,
      double least,
      double most,
      String check,
      Set<String> named) {
    if (keys.stream().noneMatch(section::has)) {
      return keys.stream().map(key -> NO_LIMIT).toList();
    }
    named.add(check);
    return keys.stream().map(key -> section.number(key, least, most)).toList();
  }

  private static Optional<RollPeriodStability> roll(Section section) {
    return section.has("roll-factor")
        ? Optional.of(
            new RollPeriodStability(
                section.number("roll-factor", 0.3, 1.5),
                section.number("roll-factor-sigma", 0, 0.5, 0.05)))
        : Optional.empty();
  }

  /** The decks while they are read; confined to the call that made it. */
  private static final class Decks {
    final List<DeckLimits.Deck> decks = new ArrayList<>();
    final Map<String, Double> laneTonnes = new HashMap<>();
    final List<Lane> lanes = new ArrayList<>();

    Decks(Section root) {
      root.namedSections("decks").forEach(this::deck);
      if (lanes.size() > MAX_LANES) {
        root.problem("decks", lanes.size() + " lanes", "allowed: " + MAX_LANES + " at most");
      }
    }

    private void deck(String name, Section section) {
      List<String> names = new ArrayList<>();
      section
          .namedSections("lanes")
          .forEach(
              (lane, of) -> {
                names.add(lane);
                lane(lane, of);
              });
      if (names.isEmpty()) {
        section.problem("lanes", "deck " + name + " has no lane", "at least one lane with a path");
      }
      double area = section.number("area-square-metres", 0.1, 100_000);
      double bears = section.number("greatest-tonnes-per-square-metre", 0.01, 100);
      decks.add(new DeckLimits.Deck(name, names, area, bears));
    }

    private void lane(String name, Section section) {
      String path = section.text("path");
      Optional<Quantity> load =
          Quantities.of(path).filter(quantity -> quantity.unit() == Unit.KILOGRAM);
      double u95 = section.number("u95-tonnes", 0, 1000, 0.5);
      if (load.isEmpty() && !path.isEmpty()) {
        section.problem(
            "path",
            "no quantity has the path '" + path + "' and is a mass",
            "such as loading.lane.1.mass");
      }
      if (lanes.stream().anyMatch(lane -> lane.name().equals(name))) {
        section.problem("", "lane " + name + " stands on two decks", "each lane has one name");
      }
      Optional<Extent> extent = extent(section);
      load.ifPresent(quantity -> lanes.add(new Lane(name, quantity, u95, extent)));
      if (section.has("greatest-tonnes")) {
        laneTonnes.put(name, section.number("greatest-tonnes", 0.1, 100_000));
      }
    }

    private static Optional<Extent> extent(Section section) {
      if (!section.has("aft-metres") && !section.has("forward-metres")) {
        return Optional.empty();
      }
      double aft = section.number("aft-metres", -100, 500);
      double forward = section.number("forward-metres", -100, 500);
      if (aft >= forward) {
        section.problem(
            "forward-metres", "not forward of aft-metres", "metres from the after perpendicular");
      }
      return Optional.of(new Extent(aft, forward));
    }
  }
}
