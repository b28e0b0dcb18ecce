package org.plimsoll.cli.vectors;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.plimsoll.naval.loadline.AnnexTwo;
import org.plimsoll.naval.loadline.Position;

/** Zone, season and mark of a place on a day. */
final class ZoneCalculation implements Calculation {

  /** Words that tell no area from another. */
  private static final Set<String> NOISE =
      Set.of("ZONE", "AREA", "SEASONAL", "PERIODICAL", "PERIODIC", "THE", "OF", "SEA");

  private final Inputs inputs;

  ZoneCalculation(Inputs inputs) {
    this.inputs = inputs;
  }

  @Override
  public Answer answer(Asked asked) {
    double latitude = degrees("lat", "latitude");
    double longitude = degrees("lon", "longitude", "lng");
    double length = inputs.needMetres("length", "load_line_length", "l", "ship_length");
    String date = inputs.text("date", "on", "day").orElse("");
    if (date.isEmpty()) {
      inputs.needMissing("date");
    }
    if (Double.isNaN(latitude + longitude + length) || date.isEmpty()) {
      return Calculation.unknown();
    }
    LocalDate day;
    try {
      day = LocalDate.parse(date.length() > 10 ? date.substring(0, 10) : date);
    } catch (DateTimeParseException notADate) {
      return new Answer.Refused("'" + date + "' is no date");
    }
    AnnexTwo.Finding found = AnnexTwo.find(new Position(latitude, longitude), day, length);
    return switch (asked.words()) {
      case "zone", "area" -> new Answer.Word(found.area().name());
      case "season", "period" -> new Answer.Word(found.season().name());
      case "mark", "load line", "load line mark" -> new Answer.Word(found.mark().letters());
      default -> Calculation.unknown();
    };
  }

  /** A signed number, or one with a letter: {@code 55.0N}. */
  private double degrees(String... names) {
    String text = inputs.text(names).orElse("").strip().toUpperCase(Locale.ROOT);
    if (!text.matches("[0-9.]+\\s*[NSEW]")) {
      return inputs.need(names);
    }
    double degrees = Double.parseDouble(text.replaceAll("[\\sNSEW]", ""));
    return text.endsWith("S") || text.endsWith("W") ? -degrees : degrees;
  }

  /** Whether two names mean the same, such as {@code SUMMER} and {@code SUMMER_ZONE}. */
  static boolean isSame(String one, String other) {
    return words(one).equals(words(other));
  }

  private static Set<String> words(String name) {
    Set<String> words =
        new TreeSet<>(List.of(name.toUpperCase(Locale.ROOT).strip().split("[^A-Z0-9]+")));
    if (words.size() > 1) {
      words.removeAll(NOISE);
    }
    return words;
  }
}
