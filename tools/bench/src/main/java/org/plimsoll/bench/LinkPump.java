package org.plimsoll.bench;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Carries the bytes of one connection in one direction: reads from the channel it sits in, holds
 * them for the delay and the capacity of the {@link LinkDirection}, writes them to the sink.
 *
 * <p>At most {@link #IN_FLIGHT_BYTES} and one read are held; above that the source is not read, so
 * that back-pressure reaches the sender. Owns the buffers it holds and releases them when it stops.
 * Confined to the link's event loop.
 */
final class LinkPump extends ChannelInboundHandlerAdapter {

  static final int IN_FLIGHT_BYTES = 64 * 1024;

  private record Chunk(ByteBuf bytes, long arrivedNanos) {}

  private final LinkDirection direction;
  private final Deque<Chunk> inFlight = new ArrayDeque<>();
  private final Channel source;
  private @Nullable Channel sink;
  private int inFlightBytes;
  private boolean sourceEnded;
  private boolean timerSet;
  private boolean stopped;

  LinkPump(LinkDirection direction, Channel source) {
    this.direction = direction;
    this.source = source;
  }

  /** From now on bytes flow to {@code sink}. */
  void flowTo(Channel sink) {
    if (!stopped) {
      this.sink = sink;
      pump();
    }
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    ByteBuf bytes = (ByteBuf) message;
    if (stopped) {
      bytes.release();
      return;
    }
    inFlight.add(new Chunk(bytes, direction.nowNanos() + direction.stallNanos()));
    inFlightBytes += bytes.readableBytes();
    pump();
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    sourceEnded = true;
    pump();
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    // A reset by either end is an event of the link, not a fault of the proxy.
    ctx.close();
  }

  /** Moves what may move and plans the rest. */
  void pump() {
    Channel to = sink;
    if (to == null || !direction.isUp()) {
      source.config().setAutoRead(false);
      return;
    }
    boolean wrote = false;
    while (!inFlight.isEmpty() && to.isWritable()) {
      long wait = direction.waitNanos(inFlight.element().arrivedNanos());
      if (wait > 0) {
        planAfter(wait);
        break;
      }
      Chunk chunk = inFlight.remove();
      int size = chunk.bytes().readableBytes();
      inFlightBytes -= size;
      direction.carry(size);
      to.write(chunk.bytes(), to.voidPromise());
      wrote = true;
    }
    if (wrote) {
      to.flush();
    }
    if (sourceEnded && inFlight.isEmpty()) {
      to.writeAndFlush(source.alloc().buffer(0)).addListener(ChannelFutureListener.CLOSE);
    } else {
      source.config().setAutoRead(inFlightBytes < IN_FLIGHT_BYTES);
    }
  }

  private void planAfter(long nanos) {
    if (timerSet) {
      return;
    }
    timerSet = true;
    source
        .eventLoop()
        .schedule(
            () -> {
              timerSet = false;
              pump();
            },
            nanos,
            TimeUnit.NANOSECONDS);
  }

  /** Forgets what is in flight. */
  void stop() {
    stopped = true;
    sink = null;
    while (!inFlight.isEmpty()) {
      inFlight.remove().bytes().release();
    }
    inFlightBytes = 0;
  }
}
