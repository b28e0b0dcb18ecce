package org.plimsoll.cli.vectors;

import static org.plimsoll.naval.loadline.DockWater.SEA_WATER;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.plimsoll.naval.MarkPositions;
import org.plimsoll.naval.form.CompletedForm;
import org.plimsoll.naval.form.FormHydrostatics.Entered;
import org.plimsoll.naval.form.FormHydrostatics.EnteredRow;
import org.plimsoll.naval.form.FormLine;
import org.plimsoll.naval.form.FormReadings;
import org.plimsoll.naval.form.FormResult;
import org.plimsoll.naval.form.FormShip;
import org.plimsoll.naval.form.FormSurvey;
import org.plimsoll.naval.form.MeanForm;
import org.plimsoll.naval.form.Precision;
import org.plimsoll.naval.form.SurveyForm;
import org.plimsoll.naval.loadline.BoxShape;
import org.plimsoll.naval.underkeel.Hull;

/** Boxes and prisms, whose hydrostatics follow from their measures. */
final class ShapeCalculation implements Calculation {

  private static final double LAYER_METRES = 0.5;

  private final Inputs inputs;

  ShapeCalculation(Inputs inputs) {
    this.inputs = inputs;
  }

  /** Whether the inputs describe such a shape and no readings. */
  static boolean fits(Inputs inputs) {
    return inputs.has("tan_alpha")
        || inputs.has("L", "length") && inputs.has("B", "breadth") && !inputs.has("fp", "readings");
  }

  @Override
  public Answer answer(Asked asked) {
    return inputs.has("tan_alpha") ? prism(asked) : box(asked);
  }

  private Answer prism(Asked asked) {
    double length = inputs.needMetres("L", "length");
    double slope = inputs.need("tan_alpha");
    double mean = inputs.needMetres("tm", "mean_draught", "t");
    double trim = inputs.needMetres("trim");
    double density = inputs.density("rho").orElse(SEA_WATER);
    double low = mean - LAYER_METRES;
    double high = mean + LAYER_METRES;
    // Displacement is not straight between the rows: the mean draught is one of them.
    Entered rows =
        new Entered(
            prismRow(length, slope, mean, density),
            prismRow(length, slope, high, density),
            prismMoment(length, slope, low, density),
            prismMoment(length, slope, high, density),
            Optional.empty(),
            Optional.empty(),
            density);
    double half = trim / 2;
    FormReadings readings =
        new FormReadings(mean - half, mean - half, mean, mean, mean + half, mean + half);
    return switch (asked.words()) {
      case "even keel displacement", "displacement even keel" ->
          line(readings, rows, length, MeanForm.SEAGOING, FormLine.TABLE_DISPLACEMENT);
      case "stc" -> line(readings, rows, length, MeanForm.SEAGOING, FormLine.SECOND_TRIM);
      case "ftc" -> line(readings, rows, length, MeanForm.SEAGOING, FormLine.FIRST_TRIM);
      case "displacement" ->
          line(readings, rows, length, MeanForm.SEAGOING, FormLine.DISPLACEMENT_TABLE_WATER);
      default -> Calculation.unknown();
    };
  }

  private static EnteredRow prismRow(double length, double slope, double draught, double density) {
    return new EnteredRow(
        draught,
        density * length * slope * draught * draught,
        density * length * 2 * slope * draught / 100,
        0);
  }

  /** Of the waterplane's inertia, L^3 B / 12. */
  private static double prismMoment(double length, double slope, double draught, double density) {
    double inertia = 2 * slope * draught * Math.pow(length, 3) / 12;
    return density * inertia / (100 * length);
  }

  private Answer box(Asked asked) {
    double length = inputs.needMetres("L", "length");
    double breadth = inputs.needMetres("B", "breadth");
    double density = inputs.density("rho").orElse(SEA_WATER);
    String words = asked.words();
    BoxShape box = new BoxShape(length, breadth);
    if (words.equals("exact displacement")) {
      return inputs.has("m", "mid")
          ? bent(box, density, MeanForm.RIVER)
          : Answer.Figure.of(box.displacementTonnes(inputs.needMetres("t", "tcl"), density), "t");
    }
    if (words.contains("over estimate")) {
      MeanForm form = asked.says("3/14/3") || asked.says("20") ? MeanForm.BARGE : MeanForm.SEAGOING;
      Answer too = bent(box, density, form);
      Answer exact = bent(box, density, MeanForm.RIVER);
      return too instanceof Answer.Figure a && exact instanceof Answer.Figure b
          ? Answer.Figure.of(a.full() - b.full(), "t")
          : too;
    }
    if (words.equals("list angle")
        || words.startsWith("port/stbd")
        || words.contains("list corr")) {
      return heeled(words, box, density);
    }
    if (words.startsWith("deepest draught")) {
      double heel = Math.toRadians(heelDegrees());
      double centre = inputs.needMetres("tcl", "t");
      return Answer.Figure.of(
          new Hull(length, breadth, 1, 1, 1).heeledDraughtMetres(centre, heel), "m");
    }
    return words.equals("displacement")
        ? Answer.Figure.of(box.displacementTonnes(inputs.needMetres("t", "tcl"), density), "t")
        : Calculation.unknown();
  }

  private double heelDegrees() {
    OptionalDouble heel = inputs.number("phi", "heel_deg", "heel", "list_deg");
    return heel.isPresent() ? heel.getAsDouble() : inputs.needMissing("phi");
  }

  private Answer bent(BoxShape box, double density, MeanForm mean) {
    double forward = inputs.needMetres("f", "fwd");
    double midship = inputs.needMetres("m", "mid");
    double aft = inputs.needMetres("a", "aft");
    FormReadings readings = new FormReadings(forward, forward, midship, midship, aft, aft);
    double deepest = Math.max(midship, Math.max(forward, aft));
    return line(
        readings,
        rows(box, deepest, density),
        box.lengthMetres(),
        mean,
        FormLine.DISPLACEMENT_TABLE_WATER);
  }

  private Answer heeled(String words, BoxShape box, double density) {
    double difference = box.breadthMetres() * Math.tan(Math.toRadians(heelDegrees()));
    double centre = inputs.needMetres("tcl", "t");
    double port = centre - difference / 2;
    double starboard = centre + difference / 2;
    FormReadings readings = new FormReadings(port, starboard, port, starboard, port, starboard);
    if (words.contains("list corr")) {
      HydrostaticBox table = new HydrostaticBox(box, density);
      return line(
          readings,
          table.rows(starboard),
          box.lengthMetres(),
          MeanForm.SEAGOING,
          FormLine.LIST_CORRECTION);
    }
    Answer list =
        line(
            readings,
            rows(box, starboard, density),
            box.lengthMetres(),
            MeanForm.SEAGOING,
            FormLine.LIST_DIFFERENCE);
    if (!(list instanceof Answer.Figure metres)) {
      return list;
    }
    double deeper = Math.abs(metres.full());
    return words.equals("list angle")
        ? Answer.Figure.of(Math.toDegrees(Math.atan2(deeper, box.breadthMetres())), "deg")
        : Answer.Figure.of(deeper, "m");
  }

  private static Entered rows(BoxShape box, double deepest, double density) {
    return new HydrostaticBox(box, density).rows(deepest);
  }

  private static Answer line(
      FormReadings readings, Entered rows, double length, MeanForm mean, FormLine line) {
    FormShip ship = new FormShip(length, new MarkPositions(length, length / 2, 0), 0, mean);
    FormResult result =
        new SurveyForm(ship, Precision.FULL)
            .complete(
                new FormSurvey(
                    readings,
                    Optional.of(rows),
                    rows.densityTonnesPerCubicMetre(),
                    Optional.empty()));
    if (result instanceof FormResult.Refused refused) {
      return new Answer.Refused(refused.reason());
    }
    CompletedForm form = ((FormResult.Completed) result).form();
    return form.value(line)
        .<Answer>map(value -> Answer.Figure.of(value.doubleValue(), line.unit()))
        .orElseGet(() -> new Answer.Skipped(String.join("; ", List.copyOf(form.remarks()))));
  }
}
