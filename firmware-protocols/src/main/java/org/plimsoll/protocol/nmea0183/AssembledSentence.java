package org.plimsoll.protocol.nmea0183;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;

/**
 * A sentence put together byte by byte, and whether it can be trusted: with all the leniency that
 * real devices need. Confined to its decoder's thread.
 */
final class AssembledSentence {

  private static final int RMC = SentenceTable.code('R', 'M', 'C');

  final byte[] bytes = new byte[Nmea0183Decoder.MAX_SENTENCE_BYTES];

  private final ChecksumPolicy policy;
  private final Fields usualFields = new Fields(bytes);
  private final Fields longFields = new LongFields(bytes);
  private Fields fields = usualFields;
  private byte start;

  AssembledSentence(ChecksumPolicy policy) {
    this.policy = policy;
  }

  /** The fields of what {@link #fault} judged last. */
  Fields fields() {
    return fields;
  }

  /** How it began that {@link #fault} judged last: {@code $} or {@code !}. */
  byte start() {
    return start;
  }

  /** Why the first so many bytes cannot be trusted as a sentence, or null. */
  @Nullable Decoded<Sentence> fault(int at) {
    fields = at <= FieldBounds.NEAR_BYTES ? usualFields : longFields;
    fields.split(at);
    start = bytes[0];
    boolean unchecked = fields.bodyEnd() == at;
    if (!unchecked && !checksumHolds(fields.bodyEnd() + 1, at)) {
      return Decoded.malformed(
          Reason.CHECKSUM,
          quote(at) + " sums to " + Foreign.hex(new byte[] {(byte) fields.sum()}, 0, 1));
    }
    if (unchecked && policy == ChecksumPolicy.REQUIRED) {
      return Decoded.malformed(Reason.CHECKSUM, "none in " + quote(at));
    }
    if (fields.length(0) == 0 || unchecked && !(addressIsSound() && isPrintable(at))) {
      return Decoded.malformed(Reason.SYNTAX, quote(at));
    }
    if (unchecked && policy != ChecksumPolicy.NEVER_SENT && alwaysHasChecksum()) {
      return Decoded.malformed(Reason.CHECKSUM, "none in " + quote(at));
    }
    return null;
  }

  private boolean alwaysHasChecksum() {
    if (fields.length(0) != SentenceTable.ADDRESS_LENGTH || fields.charAt(0, 0) == 'P') {
      return false;
    }
    int code = fields.formatterCode();
    return code == RMC || SentenceTable.isEncapsulated(code);
  }

  /**
   * Two digits of either case; or one, if the device drops a leading zero and the value holds. What
   * follows, such as a receiver's remarks, is ignored; but not another digit, nor another {@code
   * *}, for then this one is a damaged byte of the body.
   */
  private boolean checksumHolds(int from, int to) {
    int first = from < to ? Character.digit(bytes[from], 16) : -1;
    int second = from + 1 < to ? Character.digit(bytes[from + 1], 16) : -1;
    int rest = second < 0 ? from + 1 : from + 2;
    if (first < 0 || fields.sum() != (second < 0 ? first : first << 4 | second)) {
      return false;
    }
    for (int i = rest; i < to; i++) {
      if (bytes[i] == '*') {
        return false;
      }
    }
    return rest >= to || !Character.isLetterOrDigit(bytes[rest]);
  }

  /**
   * Talker and formatter, or P and a maker: capitals and digits. Asked only where no checksum
   * vouches for the sentence; real devices send stranger addresses.
   */
  private boolean addressIsSound() {
    int size = fields.length(0);
    for (int i = 0; i < size; i++) {
      char c = fields.charAt(0, i);
      if (!(c >= 'A' && c <= 'Z' || c >= '0' && c <= '9')) {
        return false;
      }
    }
    return size == SentenceTable.ADDRESS_LENGTH
        || size >= 2 && size <= 12 && fields.charAt(0, 0) == 'P';
  }

  private boolean isPrintable(int at) {
    for (int i = 0; i < at; i++) {
      if (bytes[i] < ' ' || bytes[i] > '~') {
        return false;
      }
    }
    return true;
  }

  /** The first so many bytes, fit to be shown. */
  String quote(int at) {
    return Foreign.quote(new String(bytes, 0, at, StandardCharsets.ISO_8859_1));
  }
}
