package org.plimsoll.protocol.gnss;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.Sentence;

/**
 * A satellite receiver's line that carries NMEA 0183 sentences, UBX, CASIC and RTCM 3 frames in any
 * order and chunking; one may cut another. UBX and CASIC are decoded, RTCM is counted as {@code
 * Unsupported}, every other byte goes to an {@link Nmea0183Decoder}. The bytes of a broken frame
 * are searched again, so a sentence that cut it is read. Never throws; holds one frame and one
 * sentence. Confined to the thread that feeds it.
 */
public final class GnssLineDecoder {

  private static final int CHUNK = 512;

  private final FrameScanner scanner = new FrameScanner();
  private final Nmea0183Decoder sentences;
  private final ByteBuffer text = ByteBuffer.allocate(CHUNK);

  /** A decoder that has heard nothing yet; the policy is that of the sentences. */
  public GnssLineDecoder(ChecksumPolicy policy) {
    sentences = new Nmea0183Decoder(policy);
  }

  /** Sentences longer than the norm allows; see {@link Nmea0183Decoder#overlength}. */
  public long overlength() {
    return sentences.overlength();
  }

  /** Forgets what was begun, as after the line was reopened. */
  public void reset() {
    scanner.reset();
    sentences.reset();
  }

  /**
   * Takes all remaining bytes.
   *
   * @param sink called on this thread, once per frame, sentence or run of noise
   */
  public void feed(ByteBuffer bytes, Consumer<? super Decoded<GnssMessage>> sink) {
    while (bytes.hasRemaining()) {
      scanner.put(bytes.get());
      FrameScanner.Event event = scanner.next();
      while (event != FrameScanner.Event.NEED_MORE) {
        if (event == FrameScanner.Event.OTHER) {
          text.put(scanner.other());
          if (!text.hasRemaining()) {
            flush(sink);
          }
        } else {
          flush(sink);
          sink.accept(scanner.frame());
        }
        event = scanner.next();
      }
    }
    flush(sink);
  }

  /** Hands the bytes between frames over, in their order with the frames. */
  private void flush(Consumer<? super Decoded<GnssMessage>> sink) {
    if (text.position() == 0) {
      return;
    }
    text.flip();
    sentences.feed(
        text, (Decoded<Sentence> sentence) -> sink.accept(sentence.map(GnssMessage.Nmea::new)));
    text.clear();
  }
}
