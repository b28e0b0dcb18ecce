package org.plimsoll.vessel.line;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.weighing.IndicatorDecoder;
import org.plimsoll.protocol.weighing.MtSicsCommand;
import org.plimsoll.protocol.weighing.MtSicsDecoder;
import org.plimsoll.protocol.weighing.ToledoContinuousDecoder;
import org.plimsoll.protocol.weighing.Weight;
import org.plimsoll.vessel.mapping.WeightPoint;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Reading;

/**
 * A weighing indicator on a line: one that is polled, or one that streams and is thinned to one
 * weight each interval. A weight that settles or starts to move is never thinned. Confined to the
 * line's event loop; one for each opening.
 */
final class WeightHandler extends SimpleChannelInboundHandler<ByteBuf> {

  private final String line;
  private final WeightPoint point;
  private final Ear ear;
  private final LongSupplier nanos;
  private final BiConsumer<ByteBuffer, Consumer<Decoded<Weight>>> decoder;
  private final byte[] command;
  private final long everyNanos;
  private boolean heard;
  private long heardNanos;
  private Quality heardQuality = Quality.ABSENT;

  private WeightHandler(
      String line,
      WeightPoint point,
      Ear ear,
      LongSupplier nanos,
      BiConsumer<ByteBuffer, Consumer<Decoded<Weight>>> decoder,
      byte[] command,
      Duration every) {
    this.line = line;
    this.point = point;
    this.ear = ear;
    this.nanos = nanos;
    this.decoder = decoder;
    this.command = command;
    this.everyNanos = every.toNanos();
  }

  static WeightHandler polled(String line, Dialect.MtSics dialect, Ear ear, LongSupplier nanos) {
    MtSicsDecoder decoder = new MtSicsDecoder();
    return new WeightHandler(
        line,
        dialect.point(),
        ear,
        nanos,
        decoder::feed,
        MtSicsCommand.IMMEDIATE.bytes(),
        dialect.every());
  }

  static WeightHandler streaming(String line, Dialect.Toledo dialect, Ear ear, LongSupplier nanos) {
    ToledoContinuousDecoder decoder = new ToledoContinuousDecoder(dialect.setting());
    return new WeightHandler(
        line, dialect.point(), ear, nanos, decoder::feed, new byte[0], dialect.every());
  }

  static WeightHandler printing(
      String line, Dialect.Indicator dialect, Ear ear, LongSupplier nanos) {
    IndicatorDecoder decoder = new IndicatorDecoder(dialect.profile());
    return new WeightHandler(
        line, dialect.point(), ear, nanos, decoder::feed, new byte[0], dialect.every());
  }

  @Override
  public void channelActive(ChannelHandlerContext context) throws Exception {
    if (command.length > 0) {
      ask(context);
    }
    super.channelActive(context);
  }

  private void ask(ChannelHandlerContext context) {
    if (!context.channel().isActive()) {
      return;
    }
    context.writeAndFlush(Unpooled.wrappedBuffer(command));
    context.executor().schedule(() -> ask(context), everyNanos, TimeUnit.NANOSECONDS);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf bytes) {
    for (ByteBuffer buffer : bytes.nioBuffers()) {
      decoder.accept(buffer, this::frame);
    }
  }

  private void frame(Decoded<Weight> frame) {
    ear.frame(frame);
    if (frame instanceof Decoded.Value<Weight> good) {
      weight(point.reading(good.value()));
    }
  }

  private void weight(Reading reading) {
    long now = nanos.getAsLong();
    boolean due =
        command.length > 0
            || !heard
            || reading.quality() != heardQuality
            || now - heardNanos >= everyNanos;
    if (due) {
      heard = true;
      heardNanos = now;
      heardQuality = reading.quality();
      ear.heard(line, List.of(reading));
    }
  }
}
