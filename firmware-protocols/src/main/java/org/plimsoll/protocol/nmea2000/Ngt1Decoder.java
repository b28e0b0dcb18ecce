package org.plimsoll.protocol.nmea2000;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;

/**
 * Frames of an Actisense NGT-1, usually at 115200 baud, from a byte stream in any chunking.
 *
 * <pre>
 * 10 02 | command | length | payload | check | 10 03      10 inside is doubled
 *       |<--- the sum of all these is zero -->|
 * </pre>
 *
 * {@code 10 02} always begins anew. Emits one {@link Decoded} per frame and one for a run of bytes
 * between frames. Never throws; holds at most {@link #MAX_FRAME_BYTES}. Confined to the thread that
 * feeds it.
 */
public final class Ngt1Decoder {

  /** Command, length, 255 bytes and check byte, without doubling. */
  public static final int MAX_FRAME_BYTES = 258;

  private static final int LEAST_FRAME_BYTES = 3;

  private final byte[] frame = new byte[MAX_FRAME_BYTES];
  private int length;
  private boolean inFrame;
  private boolean escaped;

  /** The present run of bytes between frames was reported. */
  private boolean inNoise;

  /** Forgets a frame begun, as after the line was reopened. */
  public void reset() {
    inFrame = false;
    escaped = false;
    inNoise = false;
    length = 0;
  }

  /**
   * Takes all remaining bytes.
   *
   * @param sink called on this thread, once per frame or run of noise
   */
  public void feed(ByteBuffer bytes, Consumer<? super Decoded<Ngt1Frame>> sink) {
    while (bytes.hasRemaining()) {
      int next = bytes.get() & 0xFF;
      if (escaped) {
        escaped = false;
        control(next, sink);
      } else if (next == Ngt1Frame.DLE) {
        escaped = true;
      } else {
        data(next, sink);
      }
    }
  }

  private void control(int next, Consumer<? super Decoded<Ngt1Frame>> sink) {
    if (next == Ngt1Frame.STX) {
      if (inFrame) {
        sink.accept(Decoded.malformed(Reason.TRUNCATED, Foreign.hex(frame, 0, length)));
      }
      inFrame = true;
      inNoise = false;
      length = 0;
    } else if (next == Ngt1Frame.ETX && inFrame) {
      inFrame = false;
      sink.accept(decode());
    } else if (next == Ngt1Frame.DLE) {
      data(next, sink);
    } else {
      defect(Reason.SYNTAX, "10 " + Foreign.hex(new byte[] {(byte) next}, 0, 1), sink);
    }
  }

  private void data(int next, Consumer<? super Decoded<Ngt1Frame>> sink) {
    if (!inFrame) {
      defect(Reason.NOISE, "bytes between frames", sink);
    } else if (length == frame.length) {
      defect(Reason.OVERLONG, "more than 258 bytes in a frame", sink);
    } else {
      frame[length++] = (byte) next;
    }
  }

  /** Ends the frame at hand; the rest of it belongs to the same run. */
  private void defect(Reason reason, String detail, Consumer<? super Decoded<Ngt1Frame>> sink) {
    inFrame = false;
    if (!inNoise) {
      inNoise = true;
      sink.accept(Decoded.malformed(reason, detail));
    }
  }

  private Decoded<Ngt1Frame> decode() {
    if (length < LEAST_FRAME_BYTES) {
      return Decoded.malformed(Reason.TRUNCATED, Foreign.hex(frame, 0, length));
    }
    int sum = 0;
    for (int i = 0; i < length; i++) {
      sum += frame[i];
    }
    if ((sum & 0xFF) != 0) {
      return Decoded.malformed(Reason.CHECKSUM, Foreign.hex(frame, 0, length));
    }
    if ((frame[1] & 0xFF) != length - LEAST_FRAME_BYTES) {
      return Decoded.malformed(
          Reason.SYNTAX, "length " + (frame[1] & 0xFF) + " of " + (length - LEAST_FRAME_BYTES));
    }
    int command = frame[0] & 0xFF;
    Payload payload = Payload.of(frame, 2, length - 1);
    if (command != Ngt1Frame.RECEIVED && command != Ngt1Frame.SENT) {
      return Decoded.value(new Ngt1Frame(command, payload, null));
    }
    @Nullable BusMessage message = Ngt1Frame.messageOf(command, payload);
    return message == null
        ? Decoded.malformed(Reason.SYNTAX, "data length in " + Foreign.hex(frame, 0, length))
        : Decoded.value(new Ngt1Frame(command, payload, message));
  }
}
