package org.plimsoll.cli.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.MarkPositions;
import org.plimsoll.naval.form.FormHydrostatics;
import org.plimsoll.naval.form.FormHydrostatics.Entered;
import org.plimsoll.naval.form.FormHydrostatics.EnteredRow;
import org.plimsoll.naval.form.FormHydrostatics.SideImmersion;
import org.plimsoll.naval.form.FormHydrostatics.SummerImmersion;
import org.plimsoll.naval.form.FormReadings;
import org.plimsoll.naval.form.FormShip;
import org.plimsoll.naval.form.FormSurvey;
import org.plimsoll.naval.form.MeanForm;

/**
 * One draught survey from the inputs of an example. Marks are given as distances from the
 * perpendiculars, + forward, or from the after perpendicular; hydrostatics as rows or by a table.
 */
final class SurveyInputs {

  private static final double SEA_WATER = 1.025;

  private static final String[] LIQUIDS = {
    "ballast",
    "fresh_water",
    "fw",
    "hfo",
    "fo",
    "ifo",
    "mdo",
    "do",
    "mgo",
    "lo",
    "lub_oil",
    "sludge",
    "bilge",
    "stores",
    "others"
  };

  /** A centre of flotation farther than this part of LBP from midship is counted from the AP. */
  private static final double FROM_AP_PART = 0.25;

  private final Inputs inputs;
  private final String conventions;
  private final Optional<TableLibrary.Table> table;

  SurveyInputs(Inputs inputs, String conventions, Optional<TableLibrary.Table> table) {
    this.inputs = inputs;
    this.conventions = conventions.toLowerCase(Locale.ROOT);
    this.table = table;
  }

  Optional<TableLibrary.Table> table() {
    return table;
  }

  boolean statesLengthOrMarks() {
    return statedLength().isPresent()
        || inputs.has("marks_x_from_ap", "marks")
        || inputs.names().stream().anyMatch(name -> name.startsWith("d_"));
  }

  private OptionalDouble statedLength() {
    return inputs.metres("lbp", "lpp", "l", "length_bp", "length");
  }

  double lengthMetres() {
    OptionalDouble stated = statedLength();
    if (stated.isPresent()) {
      return stated.getAsDouble();
    }
    OptionalDouble ofTable =
        table.map(TableLibrary.Table::lengthMetres).orElse(OptionalDouble.empty());
    return ofTable.isPresent() ? ofTable.getAsDouble() : inputs.needMissing("lbp");
  }

  /**
   * The ship.
   *
   * @param marksMatter false where the step does not rest on where the marks are
   */
  FormShip ship(boolean marksMatter) {
    double lbp = marksMatter ? lengthMetres() : 100;
    return new FormShip(
        lbp, marksMatter ? marks(lbp) : new MarkPositions(100, 50, 0), keelMillimetres(), mean());
  }

  private MarkPositions marks(double lbp) {
    Optional<Inputs> fromAp = inputs.below("marks_x_from_ap").or(() -> inputs.below("marks"));
    if (fromAp.isPresent()) {
      Inputs marks = fromAp.get();
      return new MarkPositions(
          marks.needMetres("fwd", "forward", "f"),
          marks.needMetres("mid", "midship", "m"),
          marks.needMetres("aft", "a"));
    }
    return new MarkPositions(
        Decimal.sum(lbp, offset("fwd", "fore", "forward", "f")),
        Decimal.sum(lbp / 2, offset("mid", "midship", "m")),
        offset("aft", "a"));
  }

  /** Of a mark from its perpendicular, + forward; 0 where nothing is said. */
  private double offset(String... stations) {
    for (String station : stations) {
      OptionalDouble found = inputs.metres("d_" + station, "dist_" + station, "pp_" + station);
      if (found.isPresent()) {
        Optional<String> side =
            inputs.text("d_" + station + "_dir", "d_" + station + "_direction", station + "_dir");
        double metres = found.getAsDouble();
        return side.isEmpty()
            ? metres
            : side.get().toUpperCase(Locale.ROOT).startsWith("A")
                ? -Math.abs(metres)
                : Math.abs(metres);
      }
    }
    return 0;
  }

  private double keelMillimetres() {
    OptionalDouble bare = inputs.number("keel", "keel_plate", "keel_thickness");
    if (bare.isPresent()) {
      double value = bare.getAsDouble();
      // A plate is centimetres thick at most: a number above 1 is millimetres.
      return value > 1 ? value : Decimal.times(value, 1000);
    }
    OptionalDouble forward = inputs.metres("keel_fwd");
    OptionalDouble midship = inputs.metres("keel_mid");
    OptionalDouble aft = inputs.metres("keel_aft");
    if (!forward.equals(midship) || !midship.equals(aft)) {
      inputs.needMissing("one keel plate for all marks");
    }
    OptionalDouble metres =
        forward.isPresent() ? forward : inputs.metres("keel", "keel_plate", "keel_thickness");
    return metres.isPresent() ? Decimal.times(metres.getAsDouble(), 1000) : 0;
  }

  private MeanForm mean() {
    String said =
        (inputs
                    .text("mean", "mean_form", "mean_method", "vessel_type", "vessel", "method")
                    .orElse("")
                + " "
                + conventions)
            .toLowerCase(Locale.ROOT)
            .replace(" ", "");
    if (said.contains("barge") || said.contains("3/10") || said.contains("14m")) {
      return MeanForm.BARGE;
    }
    return said.contains("river") || said.contains("4m/6") || said.contains("4*m")
        ? MeanForm.RIVER
        : MeanForm.SEAGOING;
  }

  /** Whether the ends are corrected by the half lengths, which is not done here. */
  boolean isHalfLength() {
    return inputs
        .text("correction_method", "correction", "pp_method")
        .filter(method -> method.toLowerCase(Locale.ROOT).contains("half"))
        .isPresent();
  }

  FormReadings readings() {
    Inputs at = inputs.below("readings").or(() -> inputs.below("draughts")).orElse(inputs);
    double[] forward = station(at, "f", "fwd", "forward", "fore");
    double[] midship = station(at, "m", "mid", "midship");
    double[] aft = station(at, "a", "aft");
    return new FormReadings(forward[0], forward[1], midship[0], midship[1], aft[0], aft[1]);
  }

  /** Port and starboard, which may be given as one mean. */
  private double[] station(Inputs at, String letter, String... names) {
    List<String> port = new ArrayList<>(List.of(letter + "p"));
    List<String> starboard = new ArrayList<>(List.of(letter + "s"));
    List<String> mean = new ArrayList<>(List.of("t_" + letter, "t" + letter));
    for (String name : names) {
      port.addAll(List.of(name + "_port", name + "_p"));
      starboard.addAll(List.of(name + "_stbd", name + "_starboard", name + "_s"));
      mean.addAll(List.of("mean_" + name, "t_" + name, name));
    }
    mean.add(letter);
    OptionalDouble both = at.metres(mean.toArray(String[]::new));
    OptionalDouble onPort = at.metres(port.toArray(String[]::new));
    OptionalDouble onStarboard = at.metres(starboard.toArray(String[]::new));
    if (onPort.isEmpty() && onStarboard.isEmpty() && both.isPresent()) {
      return new double[] {both.getAsDouble(), both.getAsDouble()};
    }
    return new double[] {
      onPort.isPresent() ? onPort.getAsDouble() : inputs.needMissing(letter + "p"),
      onStarboard.isPresent() ? onStarboard.getAsDouble() : inputs.needMissing(letter + "s")
    };
  }

  double waterDensity() {
    return inputs.needDensity("rho", "density", "water_density", "rho_water", "rho_dock");
  }

  /** Rows typed by hand if there are any, otherwise the table that the example names. */
  FormHydrostatics hydrostatics(double meanDraughtMetres) {
    JsonNode rows = inputs.node("hydro");
    if (rows.isMissingNode()) {
      rows = inputs.node("hydrostatics");
    }
    if (rows.isArray()) {
      return entered(rows, meanDraughtMetres);
    }
    if (table.isEmpty()) {
      inputs.needMissing("hydro");
      throw new IllegalArgumentException("no hydrostatics");
    }
    return new FormHydrostatics.EvenKeel(table.get().table());
  }

  private Entered entered(JsonNode rows, double meanDraughtMetres) {
    double lbp = lengthMetres();
    List<EnteredRow> all = new ArrayList<>();
    for (JsonNode row : rows) {
      all.add(row(row, lbp));
    }
    all.sort(Comparator.comparingDouble(EnteredRow::draughtMetres));
    if (all.size() < 2) {
      inputs.needMissing("two rows of hydro");
      throw new IllegalArgumentException(all.size() + " rows of hydrostatics");
    }
    int low = 0;
    while (low < all.size() - 2 && all.get(low + 1).draughtMetres() <= meanDraughtMetres) {
      low++;
    }
    OptionalDouble port = inputs.number("tpc_port", "tpc_p");
    OptionalDouble starboard = inputs.number("tpc_stbd", "tpc_starboard", "tpc_s");
    OptionalDouble summerTpc = inputs.number("summer_tpc", "tpc_summer");
    OptionalDouble summer = inputs.metres("summer_draught", "summer_draft", "t_summer");
    return new Entered(
        all.get(low),
        all.get(low + 1),
        moment("minus", "lower", 0),
        moment("plus", "upper", 1),
        port.isPresent() && starboard.isPresent()
            ? Optional.of(new SideImmersion(port.getAsDouble(), starboard.getAsDouble()))
            : Optional.empty(),
        summerTpc.isPresent() && summer.isPresent()
            ? Optional.of(new SummerImmersion(summer.getAsDouble(), summerTpc.getAsDouble()))
            : Optional.empty(),
        inputs.density("rho_table", "table_density", "density_table").orElse(SEA_WATER));
  }

  private EnteredRow row(JsonNode row, double lbp) {
    if (row.isArray()) {
      return new EnteredRow(
          at(row, 0), at(row, 1), at(row, 2), flotation(at(row, 3), conventions, lbp));
    }
    Inputs named = new Inputs(row);
    OptionalDouble fromAp = named.metres("lcf_from_ap", "lcf_ap");
    OptionalDouble given = named.metres("lcf", "lcf_aft", "lcf_from_midship");
    String said =
        named.text("lcf_direction", "lcf_dir", "direction").map(side -> "lcf " + side).orElse("");
    return new EnteredRow(
        named.metres("draught", "draft", "t").orElseGet(() -> inputs.needMissing("hydro draught")),
        named
            .tonnes("displacement", "disp", "d")
            .orElseGet(() -> inputs.needMissing("hydro displacement")),
        named.number("tpc", "tpc_t_per_cm").orElseGet(() -> inputs.needMissing("hydro tpc")),
        fromAp.isPresent()
            ? Decimal.sum(lbp / 2, -fromAp.getAsDouble())
            : flotation(
                given.orElseGet(() -> inputs.needMissing("hydro lcf")),
                said.isEmpty() ? conventions : said.toLowerCase(Locale.ROOT),
                lbp));
  }

  private double at(JsonNode row, int column) {
    return Inputs.number(row.path(column))
        .orElseGet(() -> inputs.needMissing("column " + (column + 1) + " of hydro"));
  }

  /** + aft of midship, from what the conventions say it is; far from midship it is from the AP. */
  private static double flotation(double given, String said, double lbp) {
    if (said.contains("lcf from ap") || said.equals("lcf ap")) {
      return Decimal.sum(lbp / 2, -given);
    }
    if (given > FROM_AP_PART * lbp) {
      return Decimal.sum(lbp / 2, -given);
    }
    if (said.matches("lcf f(wd|orward)?")) {
      return -Math.abs(given);
    }
    return said.matches(".*lcf from midship,? \\+ f(wd|or).*") ? -given : given;
  }

  private double moment(String sign, String row, int index) {
    OptionalDouble found = inputs.number("mtc_" + sign, "mct_" + sign, "mctc_" + sign);
    if (found.isPresent()) {
      return found.getAsDouble();
    }
    JsonNode pair = inputs.node("mtc").path(index);
    OptionalDouble second =
        pair.isArray() ? Inputs.number(pair.path(pair.size() - 1)) : Inputs.number(pair);
    return second.orElseGet(() -> inputs.need("mtc_" + sign, "mtc_" + row));
  }

  /** What is taken off; noted as missing where {@code whole} wants it all. */
  FormSurvey.Masses masses(boolean whole) {
    List<FormSurvey.Deductible> deductibles = new ArrayList<>();
    JsonNode stated = inputs.node("deductibles");
    if (stated.isObject()) {
      for (Map.Entry<String, JsonNode> one : stated.properties()) {
        deductibles.add(deductible(one.getKey(), one.getValue()));
      }
    } else if (stated.isArray()) {
      for (JsonNode one : stated) {
        deductibles.add(deductible(one.path("name").asText("deductible"), one));
      }
    } else {
      deductibles.add(new FormSurvey.Deductible("deductibles", inputs.needTonnes("deductibles")));
    }
    double lightship = whole ? inputs.needTonnes("lightship", "light_ship") : 0;
    return new FormSurvey.Masses(
        lightship, deductibles, inputs.tonnes("constant", "known_constant"));
  }

  /** Liquids that stand by themselves among the inputs, each a mass or a volume and a density. */
  private void beside(List<FormSurvey.Deductible> deductibles) {
    for (String name : LIQUIDS) {
      OptionalDouble volume = inputs.number(name + "_m3", name + "_volume");
      OptionalDouble density = inputs.density(name + "_rho", name + "_density");
      if (volume.isPresent() && density.isPresent()) {
        deductibles.add(
            new FormSurvey.Deductible(
                name, Decimal.times(volume.getAsDouble(), density.getAsDouble())));
      } else if (inputs.tonnes(name).isPresent()) {
        deductibles.add(new FormSurvey.Deductible(name, inputs.tonnes(name).getAsDouble()));
      }
    }
  }

  private FormSurvey.Deductible deductible(String name, JsonNode value) {
    OptionalDouble bare = Inputs.number(value);
    if (bare.isPresent()) {
      return new FormSurvey.Deductible(name, bare.getAsDouble());
    }
    Inputs given = new Inputs(value);
    OptionalDouble mass = given.tonnes("mass", "weight", "tonnes");
    if (mass.isPresent()) {
      return new FormSurvey.Deductible(name, mass.getAsDouble());
    }
    OptionalDouble volume = given.number("volume", "volume_m3", "m3");
    OptionalDouble density = given.density("density", "rho");
    if (volume.isEmpty() || density.isEmpty()) {
      return new FormSurvey.Deductible(name, inputs.needMissing("mass of " + name));
    }
    return new FormSurvey.Deductible(
        name, Decimal.times(volume.getAsDouble(), density.getAsDouble()));
  }
}
