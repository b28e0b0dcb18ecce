package org.plimsoll.protocol.weighing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.weighing.Weight.Condition;
import org.plimsoll.protocol.weighing.Weight.Motion;

/**
 * Replies of an MT-SICS indicator, from a byte stream in any chunking.
 *
 * <pre>
 * S S     100.00 g CR LF      S D     129.07 g CR LF      S + CR LF      ES CR LF
 * | | |          unit         dynamic                     overload       syntax error
 * | | value, 10 places, right-aligned
 * | stable
 * reply to S, SI, SIR, SR
 * </pre>
 *
 * There is no checksum: a value counts only with its status and a known unit, and not with a byte
 * that is not ASCII. Replies to other commands are {@code Unsupported}. Never throws; holds at most
 * {@link #MAX_LINE_BYTES}. Confined to the thread that feeds it.
 */
public final class MtSicsDecoder {

  /** Longest line; the longest known is the reply to I0. */
  public static final int MAX_LINE_BYTES = 128;

  private final byte[] line = new byte[MAX_LINE_BYTES];
  private int length;

  /** What is left of an overlong line is passed over, and counted again after each 128 bytes. */
  private boolean skipping;

  /** Forgets a line begun, as after the line was reopened. */
  public void reset() {
    length = 0;
    skipping = false;
  }

  /**
   * Takes all remaining bytes.
   *
   * @param sink called on this thread, once per line
   */
  public void feed(ByteBuffer bytes, Consumer<? super Decoded<Weight>> sink) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\r' || next == '\n') {
        int end = length;
        boolean wanted = end > 0 && !skipping;
        reset();
        if (wanted) {
          sink.accept(decode(new String(line, 0, end, StandardCharsets.ISO_8859_1)));
        }
      } else {
        if (length == line.length) {
          length = 0;
          skipping = true;
          sink.accept(Decoded.malformed(Reason.OVERLONG, "more than 128 bytes in a line"));
        }
        line[length++] = next;
      }
    }
  }

  private static Decoded<Weight> decode(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return Decoded.malformed(Reason.NOISE, Foreign.quote(text));
      }
    }
    if (text.equals("ES") || text.equals("ET") || text.equals("EL")) {
      return Decoded.value(Weight.none(Condition.FAULT));
    }
    if (!text.startsWith("S ")) {
      return isReply(text)
          ? Decoded.unsupported(identifier(text))
          : Decoded.malformed(Reason.SYNTAX, Foreign.quote(text));
    }
    return decodeWeight(text);
  }

  private static Decoded<Weight> decodeWeight(String text) {
    char status = text.length() > 2 ? text.charAt(2) : ' ';
    String rest = text.length() > 3 ? text.substring(3) : "";
    Condition condition =
        switch (status) {
          case '+' -> Condition.OVERLOAD;
          case '-' -> Condition.UNDERLOAD;
          case 'I', 'L' -> Condition.NOT_EXECUTABLE;
          case 'S', 'D' -> rest.trim().startsWith("Error") ? Condition.FAULT : Condition.OK;
          default -> null;
        };
    if (condition == null) {
      return Decoded.malformed(Reason.SYNTAX, Foreign.quote(text));
    }
    if (condition != Condition.OK) {
      boolean whole = condition == Condition.FAULT || rest.isBlank();
      return whole
          ? Decoded.value(Weight.none(condition))
          : Decoded.malformed(Reason.SYNTAX, Foreign.quote(text));
    }
    OptionalDouble mass = mass(rest);
    if (mass.isEmpty()) {
      return Decoded.malformed(Reason.SYNTAX, Foreign.quote(text));
    }
    return Decoded.value(
        Weight.gross(mass.getAsDouble(), status == 'S' ? Motion.STABLE : Motion.MOVING));
  }

  /** {@code " value unit"} in kilograms, or absent if it is not that. */
  private static OptionalDouble mass(String rest) {
    String text = rest.trim();
    int space = text.indexOf(' ');
    if (!rest.startsWith(" ") || space < 0 || !isDecimal(text.substring(0, space))) {
      return OptionalDouble.empty();
    }
    @Nullable MassUnit unit = MassUnit.ofSymbol(text.substring(space).trim());
    return unit == null
        ? OptionalDouble.empty()
        : OptionalDouble.of(unit.toKilograms(Double.parseDouble(text.substring(0, space))));
  }

  /** Sign, digits, point, digits, at most 12 places; no exponent and no name of a number. */
  private static boolean isDecimal(String text) {
    int digits = 0;
    int points = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.') {
        points++;
      } else if (i > 0 || c != '-' && c != '+') {
        return false;
      }
    }
    return digits > 0 && points <= 1 && text.length() <= 12;
  }

  private static boolean isReply(String text) {
    char first = text.charAt(0);
    String identifier = identifier(text);
    return identifier.length() <= 4
        && identifier.length() < text.length()
        && (first >= 'A' && first <= 'Z' || first == '@');
  }

  private static String identifier(String text) {
    int space = text.indexOf(' ');
    return space < 0 ? text : text.substring(0, space);
  }
}
