package org.plimsoll.cli.survey;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.configuration.InvalidConfig;
import org.plimsoll.configuration.Problem;
import org.plimsoll.configuration.Section;
import org.plimsoll.naval.SurveyAccuracy;
import org.plimsoll.naval.sheet.Sheet;

/**
 * A file of one ship and one or two surveys.
 *
 * @param ship herself
 * @param surveys one, or the initial and the final one
 * @param times when each was taken, in the same order
 * @param accuracy of readings and masses
 * @param isDeductiblesSigmaStated whether the file states that of the deductibles itself
 * @param heading persons and place
 */
record SurveyFile(
    ShipEntry ship,
    List<SurveyEntry> surveys,
    List<Optional<OffsetDateTime>> times,
    SurveyAccuracy accuracy,
    boolean isDeductiblesSigmaStated,
    List<Sheet.Entry> heading) {

  private static final String[] PERSONS = {"voyage", "place", "surveyor", "master"};

  /** How well readings are known where the file says nothing else. */
  enum Preset {
    GOOD,
    TYPICAL
  }

  /**
   * Reads a file that is open.
   *
   * @throws InvalidConfig with every problem of it and of the ship's own file
   */
  static SurveyFile read(ConfigFile file) {
    Section root = file.root();
    List<Problem> problems = new ArrayList<>();
    ShipEntry ship = ship(root, problems);
    List<Sheet.Entry> heading = new ArrayList<>();
    for (String person : PERSONS) {
      root.optionalText(person).ifPresent(text -> heading.add(new Sheet.Entry(person, text)));
    }
    Optional<Section> stated = root.optionalSection("accuracy");
    SurveyAccuracy accuracy = accuracy(stated);
    List<SurveyEntry> surveys = new ArrayList<>();
    List<Optional<OffsetDateTime>> times = new ArrayList<>();
    if (root.has("initial") || root.has("final")) {
      if (root.has("survey")) {
        root.problem("survey", "'initial' and 'final' stand beside it", "one survey or two");
      }
      Section initial = root.section("initial");
      Section last = root.section("final");
      surveys.add(SurveyEntry.read("initial", initial, ship, Optional.empty()));
      times.add(SurveyEntry.time(initial, "time"));
      surveys.add(SurveyEntry.read("final", last, ship, Optional.of(surveys.get(0))));
      times.add(SurveyEntry.time(last, "time"));
    } else {
      Section survey = root.section("survey");
      surveys.add(SurveyEntry.read("survey", survey, ship, Optional.empty()));
      times.add(SurveyEntry.time(survey, "time"));
    }
    problems.addAll(file.finish());
    if (!problems.isEmpty()) {
      throw new InvalidConfig(problems);
    }
    return new SurveyFile(
        ship,
        List.copyOf(surveys),
        List.copyOf(times),
        accuracy,
        stated.map(section -> section.has("deductibles-sigma-tonnes")).orElse(false),
        List.copyOf(heading));
  }

  /** In the file itself, or in one of her own with the same keys. */
  private static ShipEntry ship(Section root, List<Problem> problems) {
    if (!root.has("ship-file")) {
      return ShipEntry.read(root.section("ship"));
    }
    if (root.has("ship")) {
      root.problem("ship-file", "'ship' stands beside it", "only one of them may stand");
      return ShipEntry.read(root.section("ship"));
    }
    Path path = root.path("ship-file");
    ConfigFile file = ConfigFile.read(path);
    ShipEntry ship = ShipEntry.read(file.root());
    problems.addAll(file.finish());
    return ship;
  }

  private static SurveyAccuracy accuracy(Optional<Section> stated) {
    if (stated.isEmpty()) {
      return SurveyAccuracy.TYPICAL;
    }
    Section section = stated.get();
    SurveyAccuracy preset =
        section.choice("preset", Preset.class, Preset.TYPICAL) == Preset.GOOD
            ? SurveyAccuracy.GOOD
            : SurveyAccuracy.TYPICAL;
    return new SurveyAccuracy(
        millimetres(section, "draught-sigma-millimetres", preset.sensorSigmaMetres()),
        millimetres(section, "common-bias-millimetres", preset.commonBiasMetres()),
        section.number("density-sigma", 0, 0.05, preset.densitySigmaTonnesPerCubicMetre()),
        section.number("deductibles-sigma-tonnes", 0, 100_000, preset.deductiblesSigmaTonnes()),
        section.number("constant-sigma-tonnes", 0, 100_000, preset.constantSigmaTonnes()));
  }

  private static double millimetres(Section section, String key, double metres) {
    return section.has(key) ? section.number(key, 0, 1000) / 1000 : metres;
  }
}
