package org.plimsoll.bench;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.socket.nio.NioSocketChannel;
import java.net.InetSocketAddress;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One client of the link and its connection to the target: two pumps.
 *
 * <p>Confined to the link's event loop.
 */
final class LinkConnection {

  /** The payload of one packet on an ordinary path: what crosses at a time. */
  static final int CHUNK_BYTES = 1_400;

  private static final int CONNECT_TIMEOUT_MILLIS = 5_000;

  private final Channel ship;
  private final LinkPump toShore;
  private final LinkDirection shipward;
  private final Consumer<LinkConnection> onClosed;
  private @Nullable Channel shore;
  private @Nullable LinkPump toShip;

  /**
   * @param ship the client's channel, not yet read.
   * @param onClosed called once, when both ends are closed.
   */
  LinkConnection(
      Channel ship,
      LinkDirection shoreward,
      LinkDirection shipward,
      Consumer<LinkConnection> onClosed) {
    this.ship = ship;
    this.onClosed = onClosed;
    this.shipward = shipward;
    this.toShore = new LinkPump(shoreward, ship);
    ship.pipeline().addLast(toShore);
    ship.closeFuture().addListener(closed -> shipClosed());
  }

  /** Connects the target; {@code onAbsent} runs if that fails. */
  void connect(InetSocketAddress target, Runnable onAbsent) {
    ChannelFuture connecting =
        new Bootstrap()
            .group(ship.eventLoop())
            .channel(NioSocketChannel.class)
            .option(ChannelOption.AUTO_READ, false)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.SO_RCVBUF, LinkPump.IN_FLIGHT_BYTES)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, CONNECT_TIMEOUT_MILLIS)
            .option(
                ChannelOption.RECVBUF_ALLOCATOR,
                new FixedRecvByteBufAllocator(CHUNK_BYTES).maxMessagesPerRead(1))
            .handler(
                new ChannelInitializer<>() {
                  @Override
                  protected void initChannel(Channel channel) {
                    toShip = new LinkPump(shipward, channel);
                    channel.pipeline().addLast(toShip, new Wakes(toShore));
                  }
                })
            .connect(target);
    shore = connecting.channel();
    connecting.channel().closeFuture().addListener(closed -> shoreClosed());
    connecting.addListener(
        done -> {
          if (!done.isSuccess()) {
            onAbsent.run();
            reset();
          } else if (ship.isOpen()) {
            flow();
          } else {
            connecting.channel().close();
          }
        });
  }

  private void flow() {
    Channel target = shore;
    LinkPump back = toShip;
    if (target == null || back == null) {
      throw new IllegalStateException("flow before connect");
    }
    ship.pipeline().addLast(new Wakes(back));
    toShore.flowTo(target);
    back.flowTo(ship);
  }

  /**
   * Whether a target was ever asked for: no means the connection was made while the link was down.
   */
  boolean isStillborn() {
    return shore == null;
  }

  /** The link's state changed: moves on, or stalls. */
  void pump() {
    toShore.pump();
    LinkPump back = toShip;
    if (back != null) {
      back.pump();
    }
  }

  /** Resets both ends at once. */
  void reset() {
    abort(ship);
    Channel target = shore;
    if (target != null) {
      abort(target);
    }
  }

  private static void abort(Channel channel) {
    if (channel.isActive()) {
      channel.config().setOption(ChannelOption.SO_LINGER, 0); // close() then sends RST, not FIN
    }
    channel.close();
  }

  private void shipClosed() {
    LinkPump back = toShip;
    if (back != null) {
      back.stop();
    }
    Channel target = shore;
    if (target == null || !target.isOpen()) {
      toShore.stop();
      onClosed.accept(this);
    }
  }

  private void shoreClosed() {
    toShore.stop();
    if (!ship.isOpen()) {
      onClosed.accept(this);
    }
  }

  /** Wakes the pump that writes into this channel when the channel can take more. */
  private static final class Wakes extends ChannelInboundHandlerAdapter {

    private final LinkPump pump;

    Wakes(LinkPump pump) {
      this.pump = pump;
    }

    @Override
    public void channelWritabilityChanged(ChannelHandlerContext ctx) {
      pump.pump();
      ctx.fireChannelWritabilityChanged();
    }
  }
}
