package org.plimsoll.protocol.gnss;

import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.casic.CasicFrame;
import org.plimsoll.protocol.ubx.UbxFrame;

/**
 * Finds UBX, CASIC and RTCM 3 frames in a stream and hands back every other byte in its order. What
 * looked like a frame but does not sum up is searched again behind its start, so a frame or
 * sentence that a false start had swallowed is still found. Holds at most one frame of each kind.
 * Confined to its decoder.
 */
final class FrameScanner {

  /** What came next. */
  enum Event {
    /** Nothing more until the next byte. */
    NEED_MORE,
    /** One byte outside frames: {@link #other}. */
    OTHER,
    /** A frame, good or not: {@link #frame}. */
    FRAME
  }

  /** Sync bytes that are given up with a frame that is not sound. */
  private static final int SYNC_BYTES = 2;

  private final byte[] held = new byte[Math.max(UbxFrame.MAX_BYTES, CasicFrame.MAX_BYTES)];
  private int from;
  private int to;
  private byte other;
  private Decoded<GnssMessage> frame = Decoded.unsupported("");

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
    return switch (held[from] & 0xFF) {
      case UbxFrame.SYNC_1 -> ubx();
      case CasicFrame.SYNC_1 -> casic();
      case RtcmFrame.PREAMBLE -> rtcm();
      default -> otherByte();
    };
  }

  byte other() {
    return other;
  }

  Decoded<GnssMessage> frame() {
    return frame;
  }

  private Event ubx() {
    int length = UbxFrame.length(held, from, to);
    if (length < 0) {
      return otherByte();
    }
    if (length > UbxFrame.MAX_BYTES) {
      return giveUp(Reason.OVERLONG, "UBX payload of " + (length - UbxFrame.OVERHEAD) + " bytes");
    }
    if (length == 0 || to - from < length) {
      return Event.NEED_MORE;
    }
    if (!UbxFrame.holds(held, from, from + length)) {
      return giveUp(Reason.CHECKSUM, Foreign.hex(held, from, from + length));
    }
    return take(UbxFrame.decode(held, from, from + length).map(GnssMessage.Ubx::new), length);
  }

  private Event casic() {
    int length = CasicFrame.length(held, from, to);
    if (length < 0) {
      return otherByte();
    }
    if (length > CasicFrame.MAX_BYTES) {
      return giveUp(
          Reason.OVERLONG, "CASIC payload of " + (length - CasicFrame.OVERHEAD) + " bytes");
    }
    if (length == 0 || to - from < length) {
      return Event.NEED_MORE;
    }
    if (!CasicFrame.holds(held, from, from + length)) {
      return giveUp(Reason.CHECKSUM, Foreign.hex(held, from, from + length));
    }
    return take(CasicFrame.decode(held, from, from + length).map(GnssMessage.Casic::new), length);
  }

  /** Its first byte alone is too common to report what does not sum up. */
  private Event rtcm() {
    int length = RtcmFrame.length(held, from, to);
    if (length == 0 || to - from < length) {
      return Event.NEED_MORE;
    }
    if (length < 0 || !RtcmFrame.holds(held, from, from + length)) {
      return otherByte();
    }
    return take(Decoded.unsupported("RTCM " + RtcmFrame.number(held, from)), length);
  }

  private Event take(Decoded<GnssMessage> taken, int length) {
    frame = taken;
    from += length;
    return Event.FRAME;
  }

  private Event giveUp(Reason reason, String detail) {
    return take(Decoded.malformed(reason, detail), SYNC_BYTES);
  }

  private Event otherByte() {
    other = held[from++];
    return Event.OTHER;
  }
}
