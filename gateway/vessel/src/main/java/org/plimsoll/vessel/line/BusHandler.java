package org.plimsoll.vessel.line;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.ByteBuffer;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.nmea2000.BusReport;
import org.plimsoll.protocol.nmea2000.Ngt1Frame;
import org.plimsoll.protocol.nmea2000.Nmea2000Decoder;
import org.plimsoll.protocol.nmea2000.Nmea2000Decoder.Form;
import org.plimsoll.vessel.line.Dialect.Nmea2000.Gateway;

/**
 * An NMEA 2000 bus through a gateway. The source of a reading is the address of the device and the
 * parameter group. An NGT-1 is told once, when it is opened, to pass everything on; nothing is ever
 * said to the bus. Confined to the line's event loop; one for each opening.
 */
final class BusHandler extends SimpleChannelInboundHandler<ByteBuf> {

  private final Gateway gateway;
  private final Ear ear;
  private final Nmea2000Decoder decoder;
  private final SourceNames sources;

  BusHandler(String line, Dialect.Nmea2000 dialect, Ear ear) {
    this.gateway = dialect.gateway();
    this.ear = ear;
    this.decoder = new Nmea2000Decoder(gateway == Gateway.NGT_1 ? Form.NGT_1 : Form.TEXT);
    this.sources = new SourceNames(line);
  }

  @Override
  public void channelActive(ChannelHandlerContext context) throws Exception {
    if (gateway == Gateway.NGT_1) {
      context.writeAndFlush(Unpooled.wrappedBuffer(Ngt1Frame.receiveAll()));
    }
    super.channelActive(context);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
    for (ByteBuffer buffer : bytes.nioBuffers()) {
      decoder.feed(buffer, this::frame);
    }
  }

  private void frame(Decoded<BusReport> frame) {
    ear.frame(frame);
    if (frame instanceof Decoded.Value<BusReport> good) {
      BusReport report = good.value();
      String device = Integer.toString(report.message().source());
      ear.heard(sources.of(device, Integer.toString(report.message().pgn())), report.readings());
    }
  }
}
