package org.plimsoll.telemetry;

import java.util.HexFormat;
import java.util.Optional;
import java.util.random.RandomGenerator;
import java.util.regex.Pattern;

/**
 * One incarnation of one outbox. Sequence numbers are dense within a stream and mean nothing across
 * streams, so an outbox that was lost or restored never reuses a number ashore.
 *
 * @param hex 128 random bits as 32 lower-case hexadecimal digits
 */
public record StreamId(String hex) {

  /** Length on the wire of a block, in bytes. */
  static final int BYTES = 16;

  private static final HexFormat HEX = HexFormat.of();
  private static final Pattern FORM = Pattern.compile("[0-9a-f]{32}");

  public StreamId {
    if (!FORM.matcher(hex).matches()) {
      throw new IllegalArgumentException("stream \"" + hex + "\": want 32 hexadecimal digits");
    }
  }

  /** A new stream. */
  public static StreamId random(RandomGenerator random) {
    return of(random.nextLong(), random.nextLong());
  }

  /** The identifier, unless the text is none. */
  public static Optional<StreamId> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new StreamId(text)) : Optional.empty();
  }

  static StreamId of(long high, long low) {
    return new StreamId(HEX.toHexDigits(high) + HEX.toHexDigits(low));
  }

  long high() {
    return Long.parseUnsignedLong(hex, 0, 16, 16);
  }

  long low() {
    return Long.parseUnsignedLong(hex, 16, 32, 16);
  }

  @Override
  public String toString() {
    return hex;
  }
}
