package org.plimsoll.vessel.line;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.ais.AisDecoder;
import org.plimsoll.protocol.ais.AisMessage;
import org.plimsoll.protocol.gnss.FixTime;
import org.plimsoll.protocol.iec61162.DatagramContent;
import org.plimsoll.protocol.iec61162.DatagramDecoder;
import org.plimsoll.protocol.iec61162.TagBlock;
import org.plimsoll.protocol.iec61162.TaggedDecoder;
import org.plimsoll.protocol.iec61162.TaggedSentence;
import org.plimsoll.protocol.nmea0183.AisSentence;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.vessel.line.Dialect.Protocol;

/**
 * Sentences on a line, as a stream or in datagrams. A source that a TAG block names stands in the
 * channel's source. AIS messages are put together and counted: a sentence that completes one counts
 * as what became of the message, others as themselves; other ships are not this ship's readings.
 * Confined to the line's event loop; one for each opening.
 */
final class SentenceHandler extends SimpleChannelInboundHandler<ByteBuf> {

  private final Dialect.Sentences dialect;
  private final Ear ear;
  private final Consumer<ByteBuf> bytes;
  private final LongSupplier overlength;
  private final AisDecoder messages = new AisDecoder();
  private final SourceNames sources;
  private final FixTime time = new FixTime();
  private boolean concluded;
  private long overlengthTold;
  private @Nullable ScheduledFuture<?> ticking;

  SentenceHandler(String line, Dialect.Sentences dialect, Ear ear) {
    this.dialect = dialect;
    this.ear = ear;
    this.sources = new SourceNames(line);
    if (dialect.spoken() == Protocol.IEC61162_450) {
      DatagramDecoder decoder = new DatagramDecoder(dialect.checksum());
      this.bytes = datagrams(decoder);
      this.overlength = decoder::overlength;
    } else {
      TaggedDecoder decoder = new TaggedDecoder(dialect.checksum());
      this.bytes = stream(decoder);
      this.overlength = decoder::overlength;
    }
  }

  private Consumer<ByteBuf> datagrams(DatagramDecoder decoder) {
    return datagram -> decoder.decode(datagram.nioBuffer(), this::content);
  }

  private Consumer<ByteBuf> stream(TaggedDecoder decoder) {
    return chunk -> {
      for (ByteBuffer buffer : chunk.nioBuffers()) {
        decoder.feed(buffer, this::content);
      }
    };
  }

  @Override
  public void channelActive(ChannelHandlerContext context) throws Exception {
    ticking =
        context
            .executor()
            .scheduleAtFixedRate(() -> messages.tick(this.ear::frame), 1, 1, TimeUnit.SECONDS);
    super.channelActive(context);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    if (ticking != null) {
      ticking.cancel(false);
    }
    super.channelInactive(context);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf chunk) {
    bytes.accept(chunk);
    ear.overlength(overlength.getAsLong() - overlengthTold);
    overlengthTold = overlength.getAsLong();
  }

  private void content(Decoded<? extends DatagramContent> frame) {
    if (frame instanceof Decoded.Value<? extends DatagramContent> good
        && good.value() instanceof TaggedSentence tagged
        && tagged.sentence().isPresent()) {
      sentence(frame, tagged.sentence().get(), who(tagged));
    } else {
      ear.frame(frame);
    }
  }

  private static String who(TaggedSentence tagged) {
    return tagged.tags().flatMap(TagBlock::source).filter(SourceNames::isFair).orElse("");
  }

  private void sentence(Decoded<?> frame, Sentence sentence, String who) {
    if (sentence instanceof AisSentence part) {
      concluded = false;
      messages.feed(who, part, this::message);
      if (!concluded) {
        ear.frame(frame);
      }
      return;
    }
    ear.frame(frame);
    ear.heard(
        sources.of(who, sentence.talker() + sentence.formatter()),
        dialect.mapping().readings(sentence),
        time.of(sentence));
  }

  private void message(Decoded<AisMessage> message) {
    concluded = true;
    ear.frame(message);
  }
}
