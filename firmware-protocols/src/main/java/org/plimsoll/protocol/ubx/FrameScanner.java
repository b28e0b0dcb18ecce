package org.plimsoll.protocol.ubx;

import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;

/**
 * Finds UBX and RTCM 3 frames in a stream and hands back every other byte in its order. What looked
 * like a frame but does not sum up is searched again behind its start, so a frame or sentence that
 * a false start had swallowed is still found. Holds at most one frame of each kind. Confined to its
 * decoder.
 */
final class FrameScanner {

  /** What came next. */
  enum Event {
    /** Nothing more until the next byte. */
    NEED_MORE,
    /** One byte outside frames: {@link #other}. */
    OTHER,
    /** A UBX frame, good or not: {@link #frame}. */
    UBX,
    /** A sound RTCM 3 frame: {@link #frame}. */
    RTCM
  }

  /**
   * No class beyond this is in use. Without the bound a frame cut behind its sync bytes would take
   * the next one's sync bytes for its class, and wait for kilobytes.
   */
  private static final int MAX_CLASS = 0x3F;

  private static final int RTCM_PREAMBLE = 0xD3;
  private static final int RTCM_OVERHEAD = 6;
  private static final int CRC_24Q = 0x1864CFB;

  private final byte[] held = new byte[UbxFrame.MAX_BYTES];
  private int from;
  private int to;
  private byte other;
  private Decoded<UbxMessage> frame = Decoded.unsupported("");

  void reset() {
    from = 0;
    to = 0;
  }

  /** Takes one byte; {@link #next} must have said NEED_MORE before. */
  void put(byte next) {
    if (to == held.length) {
      System.arraycopy(held, from, held, 0, to - from);
      to -= from;
      from = 0;
    }
    held[to++] = next;
  }

  Event next() {
    if (from == to) {
      reset();
      return Event.NEED_MORE;
    }
    return switch (at(0)) {
      case UbxFrame.SYNC_1 -> ubx();
      case RTCM_PREAMBLE -> rtcm();
      default -> otherByte();
    };
  }

  byte other() {
    return other;
  }

  Decoded<UbxMessage> frame() {
    return frame;
  }

  private Event ubx() {
    int size = to - from;
    if (size > 1 && at(1) != UbxFrame.SYNC_2 || size > 2 && at(2) > MAX_CLASS) {
      return otherByte();
    }
    if (size < UbxFrame.HEADER) {
      return Event.NEED_MORE;
    }
    int payload = at(4) | at(5) << 8;
    int length = payload + UbxFrame.OVERHEAD;
    if (payload > UbxFrame.MAX_PAYLOAD_BYTES) {
      frame = UbxFrame.overlong(payload);
      from += 2;
      return Event.UBX;
    }
    if (size < length) {
      return Event.NEED_MORE;
    }
    if (UbxFrame.holds(held, from, from + length)) {
      frame = UbxFrame.decode(held, from, from + length);
      from += length;
    } else {
      frame = Decoded.malformed(Reason.CHECKSUM, Foreign.hex(held, from, from + length));
      from += 2;
    }
    return Event.UBX;
  }

  /** D3, six zero bits, ten bits of length, payload, CRC-24Q; D3 alone is too common to report. */
  private Event rtcm() {
    int size = to - from;
    if (size > 1 && (at(1) & 0xFC) != 0) {
      return otherByte();
    }
    if (size < 3) {
      return Event.NEED_MORE;
    }
    int length = ((at(1) & 3) << 8 | at(2)) + RTCM_OVERHEAD;
    if (size < length) {
      return Event.NEED_MORE;
    }
    if (length < RTCM_OVERHEAD + 2 || crc24(from, from + length) != 0) {
      return otherByte();
    }
    frame = Decoded.unsupported("RTCM " + (at(3) << 4 | at(4) >> 4));
    from += length;
    return Event.RTCM;
  }

  private Event otherByte() {
    other = held[from++];
    return Event.OTHER;
  }

  private int at(int offset) {
    return held[from + offset] & 0xFF;
  }

  /** Zero over a whole frame with its CRC. */
  private int crc24(int begin, int end) {
    int crc = 0;
    for (int i = begin; i < end; i++) {
      crc ^= (held[i] & 0xFF) << 16;
      for (int bit = 0; bit < 8; bit++) {
        crc <<= 1;
        if ((crc & 0x1000000) != 0) {
          crc ^= CRC_24Q;
        }
      }
    }
    return crc;
  }
}
