package org.plimsoll.protocol.nmea2000;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;

/**
 * Messages of the bus from gateways that say them as lines of text, in any mixture.
 *
 * <pre>
 * 16:29:27.082 R 09F8017F 50 C3 B8 13 47 D8 2B C6    Yacht Devices RAW: frames of the bus
 * $MXPGN,01F801,2801,C1308AC40C5DE343*19             ShipModul: frames, data from last to first
 * $PCDIN,01F119,00000000,0F,2AAF00D1067414FF*59      SeaSmart: whole messages
 * 2016-02-28T19:57:02.364Z,2,127250,7,255,8,ff,10,.. canboat: whole messages, for logs
 * </pre>
 *
 * {@code $} and {@code !} begin anew, CR, LF or both end, any byte that is not printable ends what
 * stood before it. RAW and canboat lines have no checksum, so their form must be exact. Other
 * sentences are {@code Unsupported}. Emits one {@link Decoded} per message; the parts of a fast
 * packet are silent until it is whole. Never throws; holds one line of {@link #MAX_LINE_BYTES} and
 * {@link FastPackets#MAX_OPEN} messages. Confined to the thread that feeds it.
 */
public final class TextGatewayDecoder {

  /** Longest line; 223 bytes with commas in canboat's form take about 710. */
  public static final int MAX_LINE_BYTES = 1024;

  private final FastPackets packets = new FastPackets();
  private final byte[] line = new byte[MAX_LINE_BYTES];
  private int length;

  /** This line was reported already; what is left of it does not count. */
  private boolean broken;

  /** Forgets what was begun, as after the line was reopened. */
  public void reset() {
    packets.reset();
    length = 0;
    broken = false;
  }

  /**
   * Takes all remaining bytes.
   *
   * @param sink called on this thread, once per message or broken line
   */
  public void feed(ByteBuffer bytes, Consumer<? super Decoded<BusMessage>> sink) {
    while (bytes.hasRemaining()) {
      byte next = bytes.get();
      if (next == '\r' || next == '\n') {
        end(sink);
      } else if (next == '$' || next == '!') {
        if (length > 0 && !broken) {
          sink.accept(Decoded.malformed(Reason.TRUNCATED, Foreign.quote(text())));
        }
        broken = false;
        line[0] = next;
        length = 1;
      } else if (next < ' ' || next > '~') {
        defect(Reason.NOISE, "0x" + Foreign.hex(new byte[] {next}, 0, 1) + " in a line", sink);
      } else if (length == line.length) {
        defect(Reason.OVERLONG, "more than 1024 bytes in a line", sink);
      } else if (!broken) {
        line[length++] = next;
      }
    }
  }

  private void end(Consumer<? super Decoded<BusMessage>> sink) {
    if (length > 0 && !broken) {
      decode(text(), sink);
    }
    length = 0;
    broken = false;
  }

  private void defect(Reason reason, String detail, Consumer<? super Decoded<BusMessage>> sink) {
    length = 0;
    if (!broken) {
      broken = true;
      sink.accept(Decoded.malformed(reason, detail));
    }
  }

  private void decode(String text, Consumer<? super Decoded<BusMessage>> sink) {
    char first = text.charAt(0);
    if (first == '$' || first == '!') {
      GatewaySentence.decode(text, packets, sink);
    } else if (text.indexOf(',') >= 0) {
      sink.accept(CanboatLine.decode(text));
    } else {
      raw(BusFrame.ofRawLine(text), sink);
    }
  }

  private void raw(Decoded<BusFrame> frame, Consumer<? super Decoded<BusMessage>> sink) {
    if (frame instanceof Decoded.Value<BusFrame> value) {
      packets.take(value.value(), sink);
    } else if (frame instanceof Decoded.Malformed<BusFrame> malformed) {
      sink.accept(Decoded.malformed(malformed.reason(), malformed.detail()));
    }
  }

  private String text() {
    return new String(line, 0, length, StandardCharsets.US_ASCII);
  }
}
