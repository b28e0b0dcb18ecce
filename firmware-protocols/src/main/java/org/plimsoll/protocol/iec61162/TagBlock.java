package org.plimsoll.protocol.iec61162;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;

/**
 * What the TAG blocks before a sentence say about it (NMEA 4.x, IEC 61162-450).
 *
 * <pre>
 * \s:GP0001,g:1-2-73874,n:157036,c:1241544035*hh\
 *  |        |           |        UNIX time, seconds or milliseconds
 *  |        |           line count, 1 to 999, wraps
 *  |        group: number, total, identifier
 *  source; d destination, r relative time, t or i text, a authentication
 * </pre>
 *
 * @param fields in the order of the line, private keys too; of a repeated key the last one counts
 */
public record TagBlock(List<Field> fields) {

  /**
   * The norm's bound of one block, both backslashes included; longer ones are read all the same.
   */
  public static final int MAX_NORM_LENGTH = 80;

  /** From this value on {@code c} is in milliseconds; in seconds it would be the year 5138. */
  private static final long LEAST_MILLISECONDS = 100_000_000_000L;

  private static final int CHECKSUM_LENGTH = 3;

  /** One key and its value, as sent. */
  public record Field(String key, String value) {}

  /**
   * A sentence's place in its group.
   *
   * @param number from 1
   * @param total sentences of the group
   * @param identifier of the group
   */
  public record Group(int number, int total, String identifier) {}

  public TagBlock {
    fields = List.copyOf(fields);
  }

  /** Reads one block without its backslashes; a block without a sound checksum says nothing. */
  static Decoded<TagBlock> decode(byte[] bytes, int from, int to) {
    int star = to - CHECKSUM_LENGTH;
    String shown = Foreign.quote(new String(bytes, from, to - from, StandardCharsets.ISO_8859_1));
    if (star < from || bytes[star] != '*') {
      return Decoded.malformed(Reason.CHECKSUM, "none in TAG block " + shown);
    }
    int sum = 0;
    for (int i = from; i < star; i++) {
      sum ^= bytes[i];
    }
    int said = Character.digit(bytes[star + 1], 16) << 4 | Character.digit(bytes[star + 2], 16);
    if (said != (sum & 0xFF)) {
      return Decoded.malformed(Reason.CHECKSUM, "TAG block " + shown);
    }
    List<Field> fields = new ArrayList<>();
    String body = new String(bytes, from, star - from, StandardCharsets.ISO_8859_1);
    for (String field : body.split(",")) {
      int colon = field.indexOf(':');
      if (colon <= 0) {
        return Decoded.malformed(Reason.SYNTAX, "TAG block " + shown);
      }
      fields.add(new Field(field.substring(0, colon), field.substring(colon + 1)));
    }
    return Decoded.value(new TagBlock(fields));
  }

  /** This and, behind it, what another block says. */
  TagBlock with(TagBlock later) {
    List<Field> both = new ArrayList<>(fields);
    both.addAll(later.fields);
    return new TagBlock(both);
  }

  /** The value of a key, as sent. */
  public Optional<String> value(String key) {
    for (int i = fields.size() - 1; i >= 0; i--) {
      if (fields.get(i).key().equals(key)) {
        return Optional.of(fields.get(i).value());
      }
    }
    return Optional.empty();
  }

  /** Who says it; in IEC 61162-450 talker and four digits. */
  public Optional<String> source() {
    return value("s");
  }

  /** For whom it is. */
  public Optional<String> destination() {
    return value("d");
  }

  /** Counts the lines of the source. */
  public OptionalInt lineCount() {
    OptionalLong count = whole(value("n"));
    return count.isPresent() && count.getAsLong() <= Integer.MAX_VALUE
        ? OptionalInt.of((int) count.getAsLong())
        : OptionalInt.empty();
  }

  /** When, by the source's clock; seconds and milliseconds are told apart by their size. */
  public Optional<Instant> time() {
    OptionalLong count = whole(value("c"));
    if (count.isEmpty()) {
      return Optional.empty();
    }
    long time = count.getAsLong();
    return Optional.of(
        time >= LEAST_MILLISECONDS ? Instant.ofEpochMilli(time) : Instant.ofEpochSecond(time));
  }

  /** In the source's own unit. */
  public OptionalLong relativeTime() {
    return whole(value("r"));
  }

  /** Free text, key {@code t} or {@code i}. */
  public Optional<String> text() {
    Optional<String> text = value("t");
    return text.isPresent() ? text : value("i");
  }

  /** Edition 2; opaque. */
  public Optional<String> authentication() {
    return value("a");
  }

  /** {@code g:1-2-73874}, or {@code 1G2:73874} as IEC 62320-1 writes it. */
  public Optional<Group> group() {
    Optional<String> group = value("g");
    if (group.isPresent()) {
      String[] parts = group.get().split("-", 3);
      return parts.length == 3 ? group(parts[0], parts[1], parts[2]) : Optional.empty();
    }
    for (Field field : fields) {
      int letter = field.key().indexOf('G');
      if (letter > 0) {
        return group(
            field.key().substring(0, letter), field.key().substring(letter + 1), field.value());
      }
    }
    return Optional.empty();
  }

  private static Optional<Group> group(String number, String total, String identifier) {
    OptionalLong n = whole(Optional.of(number));
    OptionalLong of = whole(Optional.of(total));
    boolean sound =
        n.isPresent()
            && of.isPresent()
            && n.getAsLong() >= 1
            && n.getAsLong() <= of.getAsLong()
            && of.getAsLong() <= Integer.MAX_VALUE;
    return sound
        ? Optional.of(new Group((int) n.getAsLong(), (int) of.getAsLong(), identifier))
        : Optional.empty();
  }

  private static OptionalLong whole(Optional<String> text) {
    String digits = text.orElse("");
    if (digits.isEmpty() || digits.length() > 15) {
      return OptionalLong.empty();
    }
    long value = 0;
    for (int i = 0; i < digits.length(); i++) {
      char c = digits.charAt(i);
      if (c < '0' || c > '9') {
        return OptionalLong.empty();
      }
      value = 10 * value + (c - '0');
    }
    return OptionalLong.of(value);
  }
}
