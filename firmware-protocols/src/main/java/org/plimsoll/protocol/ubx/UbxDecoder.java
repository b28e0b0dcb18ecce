package org.plimsoll.protocol.ubx;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;

/**
 * UBX frames from a byte stream in any chunking; RTCM 3 frames between them are {@code
 * Unsupported}. Emits one {@link Decoded} per frame and one for a run of bytes between frames.
 * Never throws; holds at most one frame of {@link UbxFrame#MAX_PAYLOAD_BYTES}. Confined to the
 * thread that feeds it.
 */
public final class UbxDecoder {

  private final FrameScanner scanner = new FrameScanner();

  /** Bytes of the present run of noise; one run is counted again after each 8192 bytes. */
  private int noise;

  /** Forgets a frame begun, as after the line was reopened. */
  public void reset() {
    scanner.reset();
    noise = 0;
  }

  /**
   * Takes all remaining bytes.
   *
   * @param sink called on this thread, once per frame or run of noise
   */
  public void feed(ByteBuffer bytes, Consumer<? super Decoded<UbxMessage>> sink) {
    while (bytes.hasRemaining()) {
      scanner.put(bytes.get());
      FrameScanner.Event event = scanner.next();
      while (event != FrameScanner.Event.NEED_MORE) {
        if (event == FrameScanner.Event.OTHER) {
          noise(scanner.other(), sink);
        } else {
          Decoded<UbxMessage> frame = scanner.frame();
          noise = frame instanceof Decoded.Malformed ? 1 : 0;
          sink.accept(frame);
        }
        event = scanner.next();
      }
    }
  }

  private void noise(byte next, Consumer<? super Decoded<UbxMessage>> sink) {
    if (noise++ % UbxFrame.MAX_PAYLOAD_BYTES == 0) {
      String hex = Foreign.hex(new byte[] {next}, 0, 1);
      sink.accept(Decoded.malformed(Reason.NOISE, "0x" + hex + " between frames"));
    }
  }
}
