package org.plimsoll.protocol.weighing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.weighing.IndicatorProfile.Frame;

/**
 * Weights of an indicator that prints them in one of the forms of {@link IndicatorProfile}, from a
 * byte stream in any chunking. There is no checksum: a print counts only if the whole of it fits.
 * Bit 7 is masked, because many lines are 7E1. A byte that is not printable ends what stood before
 * it. Never throws; holds at most {@link #MAX_PRINT_BYTES}. Confined to the thread that feeds it.
 */
public final class IndicatorDecoder {

  /** Longest print. */
  public static final int MAX_PRINT_BYTES = 64;

  private static final int LOW_BITS = 0x7F;

  private final IndicatorProfile profile;
  private final Frame frame;
  private final byte[] print = new byte[MAX_PRINT_BYTES];
  private int length;
  private boolean inPrint;

  /** The present run of useless bytes was reported. */
  private boolean reported;

  /** A decoder for indicators of this family. */
  public IndicatorDecoder(IndicatorProfile profile) {
    this.profile = profile;
    frame = profile.frame();
    reset();
  }

  /** Forgets a print begun, as after the line was reopened. */
  public void reset() {
    length = 0;
    reported = false;
    inPrint = frame == Frame.LINE;
  }

  /**
   * Takes all remaining bytes.
   *
   * @param sink called on this thread, once per print or run of noise
   */
  public void feed(ByteBuffer bytes, Consumer<? super Decoded<Weight>> sink) {
    while (bytes.hasRemaining()) {
      byte next = (byte) (bytes.get() & LOW_BITS);
      if (isEnd(next)) {
        end(sink);
      } else if (next == frame.start) {
        begin(sink);
      } else if (next != '\r' && next != '\n') {
        take(next, sink);
      }
    }
  }

  private void take(byte next, Consumer<? super Decoded<Weight>> sink) {
    if (next < ' ' || next > '~') {
      useless(Reason.NOISE, "0x" + Foreign.hex(new byte[] {next}, 0, 1) + " in a print", sink);
    } else if (!inPrint) {
      useless(Reason.NOISE, "bytes outside a print", sink);
    } else if (length == print.length) {
      useless(Reason.OVERLONG, "more than 64 bytes in a print", sink);
    } else {
      print[length++] = next;
    }
  }

  private boolean isEnd(byte next) {
    return frame == Frame.LINE ? next == '\r' || next == '\n' : inPrint && next == frame.end;
  }

  private void begin(Consumer<? super Decoded<Weight>> sink) {
    if (inPrint && length > 0) {
      sink.accept(Decoded.malformed(Reason.TRUNCATED, Foreign.quote(text())));
    }
    length = 0;
    inPrint = true;
    reported = false;
  }

  private void end(Consumer<? super Decoded<Weight>> sink) {
    String text = text();
    boolean wasReported = reported;
    reset();
    if (!text.isEmpty()) {
      Decoded<Weight> decoded = profile.decode(text);
      if (!wasReported || decoded instanceof Decoded.Value) {
        sink.accept(decoded);
      }
    }
  }

  /** Forgets what was held: a line may begin behind the noise, a print needs its start byte. */
  private void useless(Reason reason, String detail, Consumer<? super Decoded<Weight>> sink) {
    length = 0;
    inPrint = frame == Frame.LINE;
    if (!reported) {
      reported = true;
      sink.accept(Decoded.malformed(reason, detail));
    }
  }

  private String text() {
    return new String(print, 0, length, StandardCharsets.US_ASCII);
  }
}
