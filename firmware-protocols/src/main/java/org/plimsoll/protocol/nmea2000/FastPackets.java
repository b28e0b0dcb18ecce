package org.plimsoll.protocol.nmea2000;

import java.util.Arrays;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;

/**
 * Whole messages from the frames of the bus.
 *
 * <pre>
 * frame 0      sequence (3 bits), 0 (5 bits) | length of the data | 6 bytes
 * frame 1..31  sequence (3 bits), number     | 7 bytes
 * </pre>
 *
 * A message is keyed by source, PGN and sequence. A gap, a new beginning under the same key, or
 * {@link #PATIENCE_FRAMES} other frames in between end it unfinished; that is one {@code
 * Malformed}. At most {@link #MAX_OPEN} are open, the oldest makes room. Confined to its decoder.
 */
final class FastPackets {

  /** Messages that are assembled at the same time. */
  static final int MAX_OPEN = 64;

  /** A full bus carries about 1800 frames a second; the norm gives a message 750 ms. */
  static final int PATIENCE_FRAMES = 1500;

  /** Parameter groups that travel as fast packets, as ranges with both ends included. */
  private static final int[][] RANGES = {
    {126208, 126208}, {126464, 126464}, {126720, 126720}, {126983, 126988}, {126996, 126996},
    {126998, 126998}, {127233, 127233}, {127237, 127237}, {127489, 127491}, {127494, 127498},
    {127503, 127504}, {127506, 127507}, {127509, 127514}, {128275, 128275}, {128520, 128520},
    {128538, 128538}, {129029, 129029}, {129038, 129041}, {129044, 129045}, {129284, 129285},
    {129301, 129302}, {129538, 129538}, {129540, 129542}, {129545, 129545}, {129547, 129547},
    {129549, 129549}, {129551, 129551}, {129556, 129556}, {129792, 129810}, {130052, 130054},
    {130060, 130061}, {130064, 130074}, {130320, 130324}, {130330, 130330}, {130561, 130567},
    {130569, 130574}, {130577, 130578}, {130580, 130586}, {130816, 131071},
  };

  /** One message that is not whole yet. */
  private static final class Open {
    final CanId id;
    final int sequence;
    final byte[] data;
    int filled;
    int next = 1;
    long touched;

    /** Reported already; what still comes of it is passed over. */
    boolean broken;

    Open(CanId id, int sequence, int length) {
      this.id = id;
      this.sequence = sequence;
      data = new byte[length];
    }

    boolean isOf(CanId other, int itsSequence) {
      return sequence == itsSequence && id.pgn() == other.pgn() && id.source() == other.source();
    }

    void take(byte[] frame, int from) {
      int size = Math.min(frame.length - from, data.length - filled);
      System.arraycopy(frame, from, data, filled, size);
      filled += size;
    }

    boolean isWhole() {
      return filled == data.length;
    }
  }

  private final @Nullable Open[] open = new Open[MAX_OPEN];
  private long frames;

  static boolean isFast(int pgn) {
    for (int[] range : RANGES) {
      if (pgn >= range[0] && pgn <= range[1]) {
        return true;
      }
    }
    return false;
  }

  void reset() {
    Arrays.fill(open, null);
  }

  /** Takes one frame. */
  void take(BusFrame next, Consumer<? super Decoded<BusMessage>> sink) {
    frames++;
    CanId id = next.id();
    if (!isFast(id.pgn())) {
      sink.accept(Decoded.value(BusMessage.of(id, next.data())));
      return;
    }
    byte[] frame = next.data().bytes();
    if (frame.length < 2) {
      sink.accept(Decoded.malformed(Reason.TRUNCATED, "fast packet frame of " + name(id)));
      return;
    }
    int sequence = (frame[0] & 0xFF) >> 5;
    int number = frame[0] & 0x1F;
    if (number == 0) {
      begin(id, sequence, frame, sink);
    } else {
      go(id, sequence, number, frame, sink);
    }
  }

  private void begin(
      CanId id, int sequence, byte[] frame, Consumer<? super Decoded<BusMessage>> sink) {
    int slot = find(id, sequence);
    if (slot >= 0) {
      abandon(slot, "begun again", sink);
    }
    int length = frame[1] & 0xFF;
    if (length > Payload.MAX_BYTES) {
      sink.accept(
          Decoded.malformed(Reason.OVERLONG, "fast packet of " + length + " bytes, " + name(id)));
      return;
    }
    Open message = new Open(id, sequence, length);
    message.take(frame, 2);
    if (message.isWhole()) {
      sink.accept(Decoded.value(BusMessage.of(id, Payload.of(message.data, 0, length))));
      return;
    }
    if (frame.length < BusFrame.MAX_BYTES) {
      sink.accept(Decoded.malformed(Reason.TRUNCATED, "fast packet frame of " + name(id)));
      return;
    }
    message.touched = frames;
    open[place(sink)] = message;
  }

  private void go(
      CanId id,
      int sequence,
      int number,
      byte[] frame,
      Consumer<? super Decoded<BusMessage>> sink) {
    int slot = find(id, sequence);
    Open message = slot < 0 ? null : open[slot];
    if (message == null) {
      message = new Open(id, sequence, 0);
      message.broken = true;
      open[place(sink)] = message;
      sink.accept(Decoded.malformed(Reason.UNEXPECTED, "middle of fast packet, " + name(id)));
    } else if (!message.broken) {
      go(message, slot, number, frame, sink);
    }
    message.touched = frames;
  }

  private void go(
      Open message,
      int slot,
      int number,
      byte[] frame,
      Consumer<? super Decoded<BusMessage>> sink) {
    message.broken = true;
    if (frames - message.touched > PATIENCE_FRAMES) {
      sink.accept(unfinished(message, "not continued in time"));
    } else if (number != message.next) {
      sink.accept(unfinished(message, "frame " + number + " after " + (message.next - 1)));
    } else {
      message.take(frame, 1);
      message.next++;
      if (message.isWhole()) {
        open[slot] = null;
        sink.accept(
            Decoded.value(
                BusMessage.of(message.id, Payload.of(message.data, 0, message.data.length))));
      } else if (frame.length < BusFrame.MAX_BYTES) {
        sink.accept(unfinished(message, "short frame"));
      } else {
        message.broken = false;
      }
    }
  }

  private int find(CanId id, int sequence) {
    for (int i = 0; i < open.length; i++) {
      Open message = open[i];
      if (message != null && message.isOf(id, sequence)) {
        return i;
      }
    }
    return -1;
  }

  /** A free place; if there is none, the one that was idle longest. */
  private int place(Consumer<? super Decoded<BusMessage>> sink) {
    int oldest = 0;
    long touched = Long.MAX_VALUE;
    for (int i = 0; i < open.length; i++) {
      Open message = open[i];
      if (message == null) {
        return i;
      }
      if (message.touched < touched) {
        touched = message.touched;
        oldest = i;
      }
    }
    abandon(oldest, "never finished", sink);
    return oldest;
  }

  private void abandon(int slot, String why, Consumer<? super Decoded<BusMessage>> sink) {
    Open message = open[slot];
    open[slot] = null;
    if (message != null && !message.broken) {
      sink.accept(unfinished(message, why));
    }
  }

  private static Decoded<BusMessage> unfinished(Open message, String why) {
    return Decoded.malformed(Reason.TRUNCATED, "fast packet of " + name(message.id) + ": " + why);
  }

  private static String name(CanId id) {
    return "PGN " + id.pgn() + " from " + id.source();
  }
}
