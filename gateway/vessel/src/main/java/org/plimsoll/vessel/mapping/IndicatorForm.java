package org.plimsoll.vessel.mapping;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plimsoll.configuration.Nearest;
import org.plimsoll.configuration.Section;
import org.plimsoll.protocol.weighing.IndicatorProfile;
import org.plimsoll.protocol.weighing.IndicatorProfile.Frame;
import org.plimsoll.protocol.weighing.IndicatorProfile.Mark;
import org.plimsoll.protocol.weighing.IndicatorProfiles;
import org.plimsoll.protocol.weighing.MassUnit;

/** How an indicator prints its weight: a family known by name, or one that is told here. */
public final class IndicatorForm {

  /** The keys that it is read from. */
  public static final List<String> KEYS =
      List.of("profile", "frame", "columns", "pattern", "marks", "display-unit");

  private IndicatorForm() {}

  /** Reads exactly one of {@code profile}, {@code columns}, {@code pattern}, and what it needs. */
  public static IndicatorProfile read(Section section) {
    long given = Stream.of("profile", "columns", "pattern").filter(section::has).count();
    if (given != 1) {
      section.problem(
          "profile",
          given == 0
              ? "an indicator without profile, columns or pattern"
              : "more than one of profile, columns and pattern",
          "profile names a known family, columns or pattern describe one");
    }
    @Nullable MassUnit unit = DisplayUnit.readOptional(section);
    if (section.has("profile")) {
      IndicatorProfile known = named(section);
      return unit == null ? known : known.withUnit(unit);
    }
    return told(section, unit);
  }

  private static IndicatorProfile named(Section section) {
    String name = section.text("profile");
    Optional<IndicatorProfile> profile = IndicatorProfiles.named(name);
    if (profile.isEmpty()) {
      List<String> known = IndicatorProfiles.all().stream().map(IndicatorProfile::name).toList();
      section.problem(
          "profile",
          "no indicator profile is named '" + name + "'",
          Nearest.of(name, known)
              .map(near -> "did you mean '" + near + "'?")
              .orElse("one of " + String.join(", ", known) + "; or columns or pattern"));
    }
    return profile.orElse(IndicatorProfiles.COMMA);
  }

  private static IndicatorProfile told(Section section, @Nullable MassUnit unit) {
    Frame frame = section.choice("frame", Frame.class, Frame.LINE);
    Map<String, Mark> marks = marks(section);
    String key = section.has("columns") ? "columns" : "pattern";
    String form = section.text(key, "");
    if (form.isEmpty()) {
      return IndicatorProfiles.COMMA;
    }
    try {
      IndicatorProfile profile =
          key.equals("columns")
              ? IndicatorProfile.ofColumns("own", frame, form, marks, unit)
              : IndicatorProfile.ofPattern("own", frame, form, marks, unit);
      if (unit == null && !profile.tellsUnit()) {
        section.problem(key, "nothing tells the unit", "a column u, a group unit or display-unit");
      }
      return profile;
    } catch (IllegalArgumentException refused) {
      section.problem(
          key,
          String.valueOf(refused.getMessage()),
          key.equals("columns")
              ? "columns such as swwwwwww1: s sign, w weight, u unit, 1 to 4 marks, . anything"
              : "groups weight, sign, unit, mark1 to mark4, as in (?<weight>[ .0-9]{7})");
      return IndicatorProfiles.COMMA;
    }
  }

  /** {@code marks}: for each meaning the texts that have it. */
  private static Map<String, Mark> marks(Section section) {
    Map<String, Mark> marks = new LinkedHashMap<>();
    section
        .optionalSection("marks")
        .ifPresent(
            given -> {
              for (Mark mark : Mark.values()) {
                String key = mark.name().toLowerCase(Locale.ROOT);
                for (String shown : given.texts(key)) {
                  if (marks.put(shown.trim(), mark) != null) {
                    given.problem(key, "'" + shown + "' has two meanings", "");
                  }
                }
              }
            });
    return marks;
  }
}
