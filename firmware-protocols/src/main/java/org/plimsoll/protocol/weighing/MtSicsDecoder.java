package org.plimsoll.protocol.weighing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.weighing.Weight.Condition;
import org.plimsoll.protocol.weighing.Weight.Motion;

/**
 * Replies of an MT-SICS indicator, from a byte stream in any chunking.
 *
 * <pre>
 * S S     100.00 g CR LF      S D     129.07 g CR LF      S + CR LF      ES CR LF
 * | | |          unit         dynamic                     overload       syntax error
 * | | value, 10 places, right-aligned
 * | stable
 * reply to S, SI, SIR, SR
 * </pre>
 *
 * There is no checksum: a value counts only with its status and a known unit. A byte that is not
 * printable ends what stood before it, so a reply behind noise is read. Replies to other commands
 * are {@code Unsupported}. Never throws; holds at most {@link #MAX_LINE_BYTES}. Confined to the
 * thread that feeds it.
 */
public final class MtSicsDecoder {

  /** Longest line; the longest known is the reply to I0. */
  public static final int MAX_LINE_BYTES = 128;

  private final byte[] line = new byte[MAX_LINE_BYTES];
  private int length;

  /** This line was reported already: only a weight at its end still counts. */
  private boolean reported;

  /** Forgets a line begun, as after the line was reopened. */
  public void reset() {
    length = 0;
    reported = false;
  }

  /**
   * Takes all remaining bytes.
   *
   * @param sink called on this thread, once per line
   */
  public void feed(ByteBuffer bytes, Consumer<? super Decoded<Weight>> sink) {
    feedReplies(bytes, reply -> sink.accept(reply.flatMap(MtSicsDecoder::weight)));
  }

  /** As {@link #feed}, for those who ask for more than weights. */
  public void feedReplies(ByteBuffer bytes, Consumer<? super Decoded<MtSicsReply>> sink) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\r' || next == '\n') {
        end(sink);
      } else if (next < ' ' || next > '~') {
        interrupt(Reason.NOISE, "0x" + Foreign.hex(new byte[] {next}, 0, 1) + " in a line", sink);
      } else {
        if (length == line.length) {
          interrupt(Reason.OVERLONG, "more than 128 bytes in a line", sink);
        }
        line[length++] = next;
      }
    }
  }

  private void end(Consumer<? super Decoded<MtSicsReply>> sink) {
    String text = new String(line, 0, length, StandardCharsets.US_ASCII);
    boolean wasReported = reported;
    reset();
    if (!text.isEmpty()) {
      Decoded<MtSicsReply> decoded = MtSicsReply.of(text);
      if (!wasReported || decoded instanceof Decoded.Value) {
        sink.accept(decoded);
      }
    }
  }

  /** Forgets what the line held so far: a reply may begin behind the noise. */
  private void interrupt(
      Reason reason, String detail, Consumer<? super Decoded<MtSicsReply>> sink) {
    length = 0;
    if (!reported) {
      reported = true;
      sink.accept(Decoded.malformed(reason, detail));
    }
  }

  /** What a reply weighs; a reply to a command other than for weight has no weight. */
  private static Decoded<Weight> weight(MtSicsReply reply) {
    Condition condition =
        switch (reply.outcome()) {
          case STABLE, DYNAMIC -> Condition.OK;
          case ABOVE_RANGE -> Condition.OVERLOAD;
          case BELOW_RANGE -> Condition.UNDERLOAD;
          case NOT_EXECUTABLE, WRONG_PARAMETER -> Condition.NOT_EXECUTABLE;
          case DEVICE_ERROR, SYNTAX_ERROR, TRANSMISSION_ERROR, LOGICAL_ERROR -> Condition.FAULT;
          case DONE, MORE -> null;
        };
    boolean notUnderstood = reply.outcome().compareTo(MtSicsReply.Outcome.SYNTAX_ERROR) >= 0;
    if (condition == null || !notUnderstood && !reply.command().equals("S")) {
      return Decoded.unsupported(reply.command());
    }
    if (condition != Condition.OK) {
      return Decoded.value(Weight.none(condition));
    }
    return Decoded.value(
        Weight.gross(
            reply.kilograms().orElseThrow(),
            reply.outcome() == MtSicsReply.Outcome.STABLE ? Motion.STABLE : Motion.MOVING));
  }
}
