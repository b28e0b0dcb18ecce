package org.plimsoll.vessel.line;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.ByteBuffer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.gnss.FixTime;
import org.plimsoll.protocol.gnss.GnssLineDecoder;
import org.plimsoll.protocol.gnss.GnssMessage;

/**
 * A satellite receiver that says frames of its maker and sentences in any order. Confined to the
 * line's event loop; one for each opening.
 */
final class ReceiverHandler extends SimpleChannelInboundHandler<ByteBuf> {

  private final Ear ear;
  private final GnssLineDecoder decoder;
  private final SourceNames sources;
  private final FixTime time = new FixTime();
  private long overlengthTold;

  ReceiverHandler(String line, Dialect.Gnss dialect, Ear ear) {
    this.ear = ear;
    this.decoder = new GnssLineDecoder(dialect.checksum());
    this.sources = new SourceNames(line);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
    for (ByteBuffer buffer : bytes.nioBuffers()) {
      decoder.feed(buffer, this::frame);
    }
    ear.overlength(decoder.overlength() - overlengthTold);
    overlengthTold = decoder.overlength();
  }

  private void frame(Decoded<GnssMessage> frame) {
    ear.frame(frame);
    if (frame instanceof Decoded.Value<GnssMessage> good) {
      GnssMessage message = good.value();
      ear.heard(sources.of("", message.name()), message.readings(), time.of(message));
    }
  }
}
