package org.plimsoll.protocol.weighing;

/**
 * How a Toledo continuous indicator is set; the frame does not tell.
 *
 * @param checksum whether it sends its check byte
 * @param layout whether it sends the tare
 * @param expansion what the digits of an expanded display mean
 */
public record ToledoSetting(ToledoChecksum checksum, Layout layout, Expansion expansion) {

  /** Which fields a frame has. */
  public enum Layout {
    /** Weight and tare. */
    WITH_TARE,
    /** Weight alone: Cardinal's formats 1 and 3, and Toledo's short form. */
    WITHOUT_TARE
  }

  /** What an expanded display, bit 4 of status C, means. Makers differ. */
  public enum Expansion {
    /** Not known: such frames are unsupported. */
    REFUSED,
    /** The digits count as ever. */
    AS_SHOWN,
    /** The last digit is a further decimal: a tenth of what the digits say. */
    TENTHS
  }

  /** With tare, an expanded display refused. */
  public static ToledoSetting of(ToledoChecksum checksum) {
    return new ToledoSetting(checksum, Layout.WITH_TARE, Expansion.REFUSED);
  }

  /** Place of the CR. */
  int endAt() {
    return layout == Layout.WITH_TARE ? 16 : 10;
  }

  /** Bytes of a frame. */
  int length() {
    return endAt() + (checksum == ToledoChecksum.SENT ? 2 : 1);
  }
}
