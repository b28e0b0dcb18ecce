package org.plimsoll.protocol.weighing;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.weighing.Weight.Condition;
import org.plimsoll.protocol.weighing.Weight.Motion;

/**
 * How one family of indicators prints a weight, as data, so that configuration can add a family
 * without code. Some families are in {@link IndicatorProfiles}.
 *
 * @param name as in configuration
 * @param frame where a print begins and ends
 * @param pattern of the whole print between; its groups {@code sign}, {@code weight}, {@code unit}
 *     and {@code mark1} to {@code mark4} are read, {@code weight} is required
 * @param marks what the texts of the mark groups mean; a blank mark means nothing, any other that
 *     is not here spoils the print
 * @param unit the unit where the print does not tell; null if it must
 */
public record IndicatorProfile(
    String name, Frame frame, Pattern pattern, Map<String, Mark> marks, @Nullable MassUnit unit) {

  /** Where a print begins and ends. */
  public enum Frame {
    /** Ends with CR, LF or both. */
    LINE(-1, -1),
    /** Between STX and ETX. */
    STX_ETX(0x02, 0x03),
    /** Between CR and ETX. */
    CR_ETX(0x0D, 0x03),
    /** Between LF and CR. */
    LF_CR(0x0A, 0x0D);

    final int start;
    final int end;

    Frame(int start, int end) {
      this.start = start;
      this.end = end;
    }
  }

  /** What a mark means. */
  public enum Mark {
    STABLE,
    MOVING,
    GROSS,
    NET,
    OVERLOAD,
    UNDERLOAD,
    FAULT,
    /** Nothing that matters here, such as "at zero". */
    IGNORED
  }

  private static final List<String> MARK_GROUPS = List.of("mark1", "mark2", "mark3", "mark4");
  private static final Map<Character, String> COLUMNS =
      Map.of(
          's', "sign", 'w', "weight", 'u', "unit", '1', "mark1", '2', "mark2", '3', "mark3", '4',
          "mark4");

  public IndicatorProfile {
    marks = Map.copyOf(marks);
    if (!has(pattern, "weight")) {
      throw new IllegalArgumentException("pattern of " + name + " has no group weight");
    }
  }

  /**
   * A profile of fixed columns.
   *
   * @param columns one letter for each column: {@code s} sign, {@code w} weight, {@code u} unit,
   *     {@code 1} to {@code 4} marks, {@code .} anything; {@code swwwwwww1} is a sign, seven places
   *     and a mark
   */
  public static IndicatorProfile ofColumns(
      String name, Frame frame, String columns, Map<String, Mark> marks, @Nullable MassUnit unit) {
    StringBuilder pattern = new StringBuilder();
    int at = 0;
    while (at < columns.length()) {
      char column = columns.charAt(at);
      int end = at;
      while (end < columns.length() && columns.charAt(end) == column) {
        end++;
      }
      String group = COLUMNS.get(column);
      if (group == null && column != '.') {
        throw new IllegalArgumentException("column " + column + " of " + name + " is not known");
      }
      String width = ".{" + (end - at) + "}";
      pattern.append(group == null ? width : "(?<" + group + ">" + width + ")");
      at = end;
    }
    try {
      return new IndicatorProfile(name, frame, Pattern.compile(pattern.toString()), marks, unit);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException("columns of one kind stand apart in " + columns, e);
    }
  }

  /**
   * A profile whose pattern stands in a configuration.
   *
   * @param pattern a regular expression of the whole print, without anchors, references and
   *     repeated groups, so that no print can keep it busy
   * @throws IllegalArgumentException if it cannot be used, with what is wrong
   */
  public static IndicatorProfile ofPattern(
      String name, Frame frame, String pattern, Map<String, Mark> marks, @Nullable MassUnit unit) {
    return new IndicatorProfile(name, frame, PrintPattern.compile(pattern), marks, unit);
  }

  /** Whether its prints have a place for the unit. */
  public boolean tellsUnit() {
    return has(pattern, "unit");
  }

  /** The same family set to a unit that it does not print. */
  public IndicatorProfile withUnit(MassUnit known) {
    return new IndicatorProfile(name, frame, pattern, marks, known);
  }

  /** Reads one print, without the bytes that frame it. */
  Decoded<Weight> decode(String text) {
    Matcher matcher = PrintPattern.matcher(pattern, text);
    if (!PrintPattern.matches(matcher)) {
      return Decoded.malformed(Reason.SYNTAX, Foreign.quote(text));
    }
    Motion motion = Motion.STABLE;
    Condition condition = Condition.OK;
    boolean net = false;
    for (String group : MARK_GROUPS) {
      String shown = group(matcher, group).trim();
      Mark mark = shown.isEmpty() ? Mark.IGNORED : marks.get(shown);
      if (mark == null) {
        return Decoded.malformed(Reason.SYNTAX, "mark " + Foreign.quote(shown) + " in a weight");
      }
      motion = mark == Mark.MOVING ? Motion.MOVING : motion;
      net = net || mark == Mark.NET;
      condition = conditionOf(mark, condition);
    }
    if (condition != Condition.OK) {
      return Decoded.value(
          new Weight(
              OptionalDouble.empty(), Motion.MOVING, condition, net, OptionalDouble.empty()));
    }
    return weight(text, matcher, motion, net);
  }

  private Decoded<Weight> weight(String text, Matcher matcher, Motion motion, boolean net) {
    String digits = group(matcher, "weight").trim();
    String sign = group(matcher, "sign").trim();
    OptionalDouble value = DecimalText.parse(sign + digits);
    if (value.isEmpty()) {
      return Decoded.malformed(Reason.SYNTAX, Foreign.quote(text));
    }
    String symbol = group(matcher, "unit").trim().toLowerCase(Locale.ROOT);
    MassUnit shown = symbol.isEmpty() ? unit : MassUnit.ofSymbol(symbol);
    if (shown == null) {
      return symbol.isEmpty()
          ? Decoded.unsupported("weight without a unit")
          : Decoded.malformed(Reason.SYNTAX, "unit " + Foreign.quote(symbol));
    }
    return Decoded.value(
        new Weight(
            OptionalDouble.of(shown.toKilograms(value.getAsDouble())),
            motion,
            Condition.OK,
            net,
            OptionalDouble.empty()));
  }

  private static Condition conditionOf(Mark mark, Condition before) {
    return switch (mark) {
      case OVERLOAD -> Condition.OVERLOAD;
      case UNDERLOAD -> Condition.UNDERLOAD;
      case FAULT -> Condition.FAULT;
      case STABLE, MOVING, GROSS, NET, IGNORED -> before;
    };
  }

  /** The text of a group; empty if the profile has none or it took no part. */
  private String group(Matcher matcher, String group) {
    String shown = has(pattern, group) ? matcher.group(group) : null;
    return shown == null ? "" : shown;
  }

  private static boolean has(Pattern pattern, String group) {
    return pattern.pattern().contains("(?<" + group + ">");
  }
}
