package org.plimsoll.protocol.weighing;

import java.util.OptionalDouble;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;

/**
 * One reply of MT-SICS to any command of levels 0 and 1.
 *
 * @param command what it replies to, such as {@code S}, {@code T} or {@code I4}; {@code ES}, {@code
 *     ET} and {@code EL} reply to what was not understood
 * @param outcome what came of it
 * @param kilograms for STABLE and DYNAMIC only
 * @param text what follows DONE or MORE, without quotes if it is one text in quotes
 */
public record MtSicsReply(String command, Outcome outcome, OptionalDouble kilograms, String text) {

  /** What came of a command. */
  public enum Outcome {
    /** A weight at rest. */
    STABLE,
    /** A weight in motion. */
    DYNAMIC,
    /** Done, or the last line of an answer. */
    DONE,
    /** More lines follow. */
    MORE,
    /** Busy, or no stability in time. */
    NOT_EXECUTABLE,
    /** Not with this parameter. */
    WRONG_PARAMETER,
    /** Above the range of weight, zero or tare. */
    ABOVE_RANGE,
    /** Below the range of weight, zero or tare. */
    BELOW_RANGE,
    /** The indicator shows an error in place of a weight. */
    DEVICE_ERROR,
    /** ES: unknown command. */
    SYNTAX_ERROR,
    /** ET: parity or framing. */
    TRANSMISSION_ERROR,
    /** EL: the command cannot be executed. */
    LOGICAL_ERROR
  }

  private static final int MAX_COMMAND = 4;
  private static final Set<String> FORMS_KNOWN = Set.of("S", "T", "TI", "TA", "TAC", "Z", "ZI");

  /** Reads one line without its end. */
  static Decoded<MtSicsReply> of(String line) {
    Outcome error = errorOf(line);
    if (error != null) {
      return Decoded.value(of(line, error, ""));
    }
    int space = line.indexOf(' ');
    String command = space < 0 ? line : line.substring(0, space);
    if (space < 0 || space + 1 == line.length() || !isCommand(command)) {
      return Decoded.malformed(Reason.SYNTAX, Foreign.quote(line));
    }
    char status = line.charAt(space + 1);
    String rest = line.substring(space + 2);
    if (status == 'S' || status == 'D') {
      return weight(line, command, status, rest);
    }
    if (status == 'A' || status == 'B') {
      return rest.isEmpty() || rest.startsWith(" ")
          ? Decoded.value(of(command, status == 'A' ? Outcome.DONE : Outcome.MORE, rest.trim()))
          : unread(command, line);
    }
    Outcome refusal = refusalOf(status);
    return refusal != null && rest.isBlank()
        ? Decoded.value(of(command, refusal, ""))
        : unread(command, line);
  }

  private static Decoded<MtSicsReply> weight(
      String line, String command, char status, String rest) {
    String text = rest.trim();
    if (text.startsWith("Error")) {
      return Decoded.value(of(command, Outcome.DEVICE_ERROR, text));
    }
    int space = text.indexOf(' ');
    if (!rest.startsWith(" ") || space < 0) {
      return unread(command, line);
    }
    OptionalDouble value = DecimalText.parse(text.substring(0, space));
    @Nullable MassUnit unit = MassUnit.ofSymbol(text.substring(space).trim());
    if (value.isEmpty() || unit == null) {
      return unread(command, line);
    }
    return Decoded.value(
        new MtSicsReply(
            command,
            status == 'S' ? Outcome.STABLE : Outcome.DYNAMIC,
            OptionalDouble.of(unit.toKilograms(value.getAsDouble())),
            ""));
  }

  private static MtSicsReply of(String command, Outcome outcome, String text) {
    boolean quoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    String inner = quoted ? text.substring(1, text.length() - 1) : text;
    boolean single = quoted && inner.indexOf('"') < 0;
    return new MtSicsReply(command, outcome, OptionalDouble.empty(), single ? inner : text);
  }

  private static @Nullable Outcome errorOf(String line) {
    return switch (line) {
      case "ES" -> Outcome.SYNTAX_ERROR;
      case "ET" -> Outcome.TRANSMISSION_ERROR;
      case "EL" -> Outcome.LOGICAL_ERROR;
      default -> null;
    };
  }

  private static @Nullable Outcome refusalOf(char status) {
    return switch (status) {
      case '+' -> Outcome.ABOVE_RANGE;
      case '-' -> Outcome.BELOW_RANGE;
      case 'I' -> Outcome.NOT_EXECUTABLE;
      case 'L' -> Outcome.WRONG_PARAMETER;
      default -> null;
    };
  }

  /** Up to four capitals and digits that begin with a capital, or the sign of a reset. */
  private static boolean isCommand(String text) {
    char first = text.isEmpty() ? ' ' : text.charAt(0);
    return text.length() <= MAX_COMMAND && (first >= 'A' && first <= 'Z' || first == '@');
  }

  /** A known command's reply is broken; others may have forms of their own. */
  private static Decoded<MtSicsReply> unread(String command, String line) {
    return FORMS_KNOWN.contains(command)
        ? Decoded.malformed(Reason.SYNTAX, Foreign.quote(line))
        : Decoded.unsupported(Foreign.quote(command));
  }
}
