package org.plimsoll.protocol.casic;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.Sentence;

/**
 * A receiver's line that carries CASIC frames and NMEA 0183 sentences in any order and chunking;
 * one may cut another. Every byte outside of frames goes to an {@link Nmea0183Decoder}. What looked
 * like a frame but does not sum up is searched again behind its start, so a sentence that cut it is
 * read. Never throws; holds one frame of at most {@link CasicFrame#MAX_PAYLOAD_BYTES} and one
 * sentence. Confined to the thread that feeds it.
 */
public final class CasicLineDecoder {

  /** No class beyond this is in use; so a cut frame waits less for what never comes. */
  private static final int MAX_CLASS = 0x3F;

  private static final int CHUNK = 512;

  private final Nmea0183Decoder sentences;
  private final ByteBuffer text = ByteBuffer.allocate(CHUNK);
  private final byte[] held = new byte[CasicFrame.MAX_BYTES];
  private int from;
  private int to;

  /** A decoder that has heard nothing yet; the policy is that of the sentences. */
  public CasicLineDecoder(ChecksumPolicy policy) {
    sentences = new Nmea0183Decoder(policy);
  }

  /** Forgets what was begun, as after the line was reopened. */
  public void reset() {
    from = 0;
    to = 0;
    sentences.reset();
  }

  /**
   * Takes all remaining bytes.
   *
   * @param sink called on this thread, once per frame, sentence or run of noise
   */
  public void feed(ByteBuffer bytes, Consumer<? super Decoded<CasicLineMessage>> sink) {
    while (bytes.hasRemaining()) {
      if (to == held.length) {
        System.arraycopy(held, from, held, 0, to - from);
        to -= from;
        from = 0;
      }
      held[to++] = bytes.get();
      while (from < to && step(sink)) {
        // one byte or one frame a step
      }
    }
    flush(sink);
  }

  /** Takes what is held one step further; false if the next byte must come first. */
  private boolean step(Consumer<? super Decoded<CasicLineMessage>> sink) {
    int size = to - from;
    if (!mayBeFrame(size)) {
      other(sink);
      return true;
    }
    if (size < CasicFrame.HEADER) {
      return false;
    }
    int payload = at(2) | at(3) << 8;
    int length = payload + CasicFrame.OVERHEAD;
    if (payload > CasicFrame.MAX_PAYLOAD_BYTES) {
      refuse(Reason.OVERLONG, "CASIC payload of " + payload + " bytes", sink);
      return true;
    }
    if (size < length) {
      return false;
    }
    if (CasicFrame.holds(held, from, from + length)) {
      flush(sink);
      sink.accept(map(CasicFrame.decode(held, from, from + length), CasicLineMessage.Casic::new));
      from += length;
    } else {
      refuse(Reason.CHECKSUM, Foreign.hex(held, from, from + length), sink);
    }
    return true;
  }

  /** Sync bytes, whole words and a class, as far as they are here. */
  private boolean mayBeFrame(int size) {
    return at(0) == CasicFrame.SYNC_1
        && (size < 2 || at(1) == CasicFrame.SYNC_2)
        && (size < 3 || at(2) % CasicFrame.WORD == 0)
        && (size < 5 || at(4) <= MAX_CLASS);
  }

  private int at(int offset) {
    return held[from + offset] & 0xFF;
  }

  private void refuse(
      Reason reason, String detail, Consumer<? super Decoded<CasicLineMessage>> sink) {
    flush(sink);
    from += 2;
    sink.accept(Decoded.malformed(reason, detail));
  }

  private void other(Consumer<? super Decoded<CasicLineMessage>> sink) {
    text.put(held[from++]);
    if (!text.hasRemaining()) {
      flush(sink);
    }
  }

  /** Hands the bytes between frames over, in their order with the frames. */
  private void flush(Consumer<? super Decoded<CasicLineMessage>> sink) {
    if (text.position() == 0) {
      return;
    }
    text.flip();
    sentences.feed(
        text,
        (Decoded<Sentence> sentence) -> sink.accept(map(sentence, CasicLineMessage.Nmea::new)));
    text.clear();
  }

  private static <T> Decoded<CasicLineMessage> map(
      Decoded<T> decoded, Function<T, CasicLineMessage> wrapping) {
    if (decoded instanceof Decoded.Value<T> value) {
      return Decoded.value(wrapping.apply(value.value()));
    }
    if (decoded instanceof Decoded.Unsupported<T> unsupported) {
      return Decoded.unsupported(unsupported.what());
    }
    Decoded.Malformed<T> malformed = (Decoded.Malformed<T>) decoded;
    return Decoded.malformed(malformed.reason(), malformed.detail());
  }
}
