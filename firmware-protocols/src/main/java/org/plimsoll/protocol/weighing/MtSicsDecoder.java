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
 * There is no checksum: a value counts only with its status and a known unit. A byte that is not
 * printable ends what stood before it, so a reply behind noise is read. Replies to other commands
 * are {@code Unsupported}. Never throws; holds at most {@link #MAX_LINE_BYTES}. Confined to the
 * thread that feeds it.
 */
public final class MtSicsDecoder {

  /** Longest line; the longest known is the reply to I0. */
  public static final int MAX_LINE_BYTES = 128;

  private final byte[] line = new byte[MAX_LINE_BYTES];
  private int length;

  /** This line was reported already: only a weight at its end still counts. */
  private boolean reported;

  /** Forgets a line begun, as after the line was reopened. */
  public void reset() {
    length = 0;
    reported = false;
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
        end(sink);
      } else if (next < ' ' || next > '~') {
        interrupt(Reason.NOISE, "0x" + Foreign.hex(new byte[] {next}, 0, 1) + " in a line", sink);
      } else {
        if (length == line.length) {
          interrupt(Reason.OVERLONG, "more than 128 bytes in a line", sink);
        }
        line[length++] = next;
      }
    }
  }

  private void end(Consumer<? super Decoded<Weight>> sink) {
    String text = new String(line, 0, length, StandardCharsets.US_ASCII);
    boolean wasReported = reported;
    reset();
    if (!text.isEmpty()) {
      Decoded<Weight> decoded = decode(text);
      if (!wasReported || decoded instanceof Decoded.Value) {
        sink.accept(decoded);
      }
    }
  }

  /** Forgets what the line held so far: a reply may begin behind the noise. */
  private void interrupt(Reason reason, String detail, Consumer<? super Decoded<Weight>> sink) {
    length = 0;
    if (!reported) {
      reported = true;
      sink.accept(Decoded.malformed(reason, detail));
    }
  }

  private static Decoded<Weight> decode(String text) {
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
