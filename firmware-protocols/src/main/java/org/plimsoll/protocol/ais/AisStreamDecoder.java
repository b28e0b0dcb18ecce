package org.plimsoll.protocol.ais;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.nmea0183.AisSentence;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.Sentence;

/**
 * Messages from the bytes of a receiver, in any chunking. Checksums are required; sentences other
 * than VDM and VDO are {@link Decoded.Unsupported}. Emits one {@link Decoded} per message, per
 * other sentence and per run of noise. Never throws on input. Confined to the thread that feeds it.
 */
public final class AisStreamDecoder {

  private final Nmea0183Decoder sentences = new Nmea0183Decoder(ChecksumPolicy.REQUIRED);
  private final AisDecoder messages = new AisDecoder();

  /** Forgets what was begun, as after the line was reopened. */
  public void reset() {
    sentences.reset();
    messages.reset();
  }

  /**
   * Takes all remaining bytes.
   *
   * @param sink called on this thread
   */
  public void feed(ByteBuffer bytes, Consumer<? super Decoded<AisMessage>> sink) {
    sentences.feed(bytes, decoded -> take(decoded, sink));
  }

  /** Lets the messages begun grow older; to be called about once a second. */
  public void tick(Consumer<? super Decoded<AisMessage>> sink) {
    messages.tick(sink);
  }

  private void take(Decoded<Sentence> decoded, Consumer<? super Decoded<AisMessage>> sink) {
    if (decoded instanceof Decoded.Value<Sentence> value) {
      if (value.value() instanceof AisSentence ais) {
        messages.feed(ais, sink);
      } else {
        sink.accept(Decoded.unsupported(value.value().talker() + value.value().formatter()));
      }
    } else if (decoded instanceof Decoded.Malformed<Sentence> malformed) {
      sink.accept(Decoded.malformed(malformed.reason(), malformed.detail()));
    } else if (decoded instanceof Decoded.Unsupported<Sentence> unsupported) {
      sink.accept(Decoded.unsupported(unsupported.what()));
    }
  }
}
