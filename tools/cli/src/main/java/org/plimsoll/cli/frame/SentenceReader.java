package org.plimsoll.cli.frame;

import java.nio.ByteBuffer;
import java.util.function.Consumer;
import org.plimsoll.protocol.iec61162.TaggedDecoder;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;

/**
 * Sentences with their TAG blocks; the sentence that completes an AIS message carries the message.
 */
final class SentenceReader implements FrameReader {

  private static final byte[] LINE_END = {'\r', '\n'};

  private final TaggedDecoder sentences;
  private final TaggedFrames frames = new TaggedFrames();

  SentenceReader(ChecksumPolicy policy) {
    sentences = new TaggedDecoder(policy);
  }

  @Override
  public void feed(ByteBuffer bytes, Consumer<? super Frame> sink) {
    sentences.feed(bytes, decoded -> sink.accept(Frame.of(decoded, frames::frameOf)));
  }

  @Override
  public void end(Consumer<? super Frame> sink) {
    feed(ByteBuffer.wrap(LINE_END), sink);
  }
}
