package org.plimsoll.naval.departure;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.plimsoll.naval.departure.DepartureRecord.Moment;

/**
 * The one byte form of a departure record.
 *
 * <pre>
 * plimsoll-departure-record TAB 1
 * moment   TAB DEPARTURE
 * vessel   TAB imo9876543
 * voyage   TAB text
 * at       TAB 2026-01-15T06:30:00Z
 * method   TAB naval-2
 * persons  TAB 187                       or: unknown
 * figure   TAB group TAB name TAB value TAB unit TAB u95      u95 empty if not stated
 * finding  TAB check TAB outcome TAB text
 * end
 * </pre>
 *
 * <p>ASCII; every line ends in a line feed; figures by group and name, findings by check. Text is
 * escaped, character by character (UTF-16): a backslash is {@code \\}, everything outside space to
 * tilde is a backslash, {@code u} and four lower-case hexadecimal digits. Decimals have the digits
 * of their unit and no exponent. There is exactly one form of a record, and {@link #read} takes no
 * other.
 */
public final class CanonicalForm {

  /** A record is never longer. */
  public static final int MOST_BYTES = 1 << 20;

  private static final int MOST_REASON = 200;
  private static final String FORMAT = "plimsoll-departure-record";
  private static final String VERSION = "1";
  private static final String UNKNOWN = "unknown";
  private static final String[] HEAD = {
    FORMAT, "moment", "vessel", "voyage", "at", "method", "persons"
  };

  private CanonicalForm() {}

  /** What a reading of bytes came to. */
  public sealed interface ReadResult {}

  /** The record. */
  public record Read(DepartureRecord departure) implements ReadResult {}

  /**
   * Not a canonical record.
   *
   * @param reason in words
   */
  public record Refused(String reason) implements ReadResult {}

  static byte[] write(DepartureRecord departure) {
    StringBuilder text = new StringBuilder();
    line(text, FORMAT, VERSION);
    line(text, "moment", departure.moment().name());
    line(text, "vessel", departure.vessel());
    line(text, "voyage", departure.voyage());
    line(text, "at", departure.at().toString());
    line(text, "method", departure.methodVersion());
    OptionalInt persons = departure.persons();
    line(text, "persons", persons.isEmpty() ? UNKNOWN : String.valueOf(persons.getAsInt()));
    for (Figure figure : departure.figures()) {
      line(
          text,
          "figure",
          figure.group().name(),
          figure.name(),
          figure.value().toPlainString(),
          figure.unit().name(),
          figure.u95().map(BigDecimal::toPlainString).orElse(""));
    }
    for (Finding finding : departure.findings()) {
      line(text, "finding", finding.check(), finding.outcome().name(), finding.text());
    }
    line(text, "end");
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }

  /** Reads what {@link DepartureRecord#canonicalBytes} wrote; never throws on what it is given. */
  public static ReadResult read(byte[] bytes) {
    if (bytes.length > MOST_BYTES) {
      return new Refused(bytes.length + " bytes, at most " + MOST_BYTES);
    }
    StringBuilder text = new StringBuilder(bytes.length);
    for (byte octet : bytes) {
      text.append((char) (octet & 0xFF));
    }
    try {
      DepartureRecord departure = parse(text.toString().split("\n", -1));
      return Arrays.equals(write(departure), bytes)
          ? new Read(departure)
          : new Refused("not in canonical form");
    } catch (IllegalArgumentException | DateTimeException e) {
      return new Refused("not a departure record: " + brief(e.getMessage()));
    }
  }

  /** The message may quote all that was read. */
  private static String brief(@Nullable String message) {
    String text = String.valueOf(message);
    return text.length() > MOST_REASON ? text.substring(0, MOST_REASON) + "..." : text;
  }

  private static DepartureRecord parse(String[] lines) {
    String[] head = new String[HEAD.length];
    for (int i = 0; i < HEAD.length; i++) {
      String[] fields = fields(lines, i);
      if (fields.length != 2 || !fields[0].equals(HEAD[i])) {
        throw new IllegalArgumentException("line %d is not %s".formatted(i + 1, HEAD[i]));
      }
      head[i] = fields[1];
    }
    if (!head[0].equals(VERSION)) {
      throw new IllegalArgumentException("version " + head[0]);
    }
    List<Figure> figures = new ArrayList<>();
    List<Finding> findings = new ArrayList<>();
    int line = HEAD.length;
    String[] fields = fields(lines, line);
    while (!fields[0].equals("end")) {
      if (fields[0].equals("figure") && fields.length == 6) {
        figures.add(figure(fields));
      } else if (fields[0].equals("finding") && fields.length == 4) {
        findings.add(new Finding(fields[1], Finding.Outcome.valueOf(fields[2]), fields[3]));
      } else {
        throw new IllegalArgumentException("line %d is not understood".formatted(line + 1));
      }
      fields = fields(lines, ++line);
    }
    return new DepartureRecord(
        Moment.valueOf(head[1]),
        head[2],
        head[3],
        Instant.parse(head[4]),
        head[5],
        head[6].equals(UNKNOWN) ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(head[6])),
        figures,
        findings);
  }

  private static Figure figure(String[] fields) {
    return new Figure(
        Figure.Group.valueOf(fields[1]),
        fields[2],
        decimal(fields[3]),
        Figure.Unit.valueOf(fields[4]),
        fields[5].isEmpty() ? Optional.empty() : Optional.of(decimal(fields[5])));
  }

  /** Without an exponent, which a short text could use to ask for a very long number. */
  private static BigDecimal decimal(String text) {
    if (!text.matches("-?\\d{1,15}(\\.\\d{1,9})?")) {
      throw new IllegalArgumentException("'" + text + "' is not a decimal");
    }
    return new BigDecimal(text);
  }

  private static String[] fields(String[] lines, int line) {
    if (line >= lines.length) {
      throw new IllegalArgumentException("ends after line " + line);
    }
    String[] fields = lines[line].split("\t", -1);
    for (int i = 0; i < fields.length; i++) {
      fields[i] = unescape(fields[i]);
    }
    return fields;
  }

  private static void line(StringBuilder to, String... fields) {
    for (int i = 0; i < fields.length; i++) {
      if (i > 0) {
        to.append('\t');
      }
      escape(to, fields[i]);
    }
    to.append('\n');
  }

  private static void escape(StringBuilder to, String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        to.append("\\\\");
      } else if (c >= ' ' && c <= '~') {
        to.append(c);
      } else {
        to.append("\\u%04x".formatted((int) c));
      }
    }
  }

  private static String unescape(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c != '\\') {
        plain.append(c);
        i++;
      } else if (text.startsWith("\\\\", i)) {
        plain.append('\\');
        i += 2;
      } else if (text.startsWith("\\u", i) && i + 6 <= text.length()) {
        plain.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 6;
      } else {
        throw new IllegalArgumentException("a backslash that escapes nothing");
      }
    }
    return plain.toString();
  }
}
