package org.plimsoll.bench;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoop;
import io.netty.channel.FixedRecvByteBufAllocator;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The satellite link in miniature: a TCP proxy that forwards bytes and can be slow, far and down.
 *
 * <p>It understands no protocol. It listens on 127.0.0.1 and connects its target for each client.
 * Everything it holds is bounded: {@link #CONNECTIONS} connections (further ones are reset and
 * counted), 64 KiB in flight for each direction of each connection, after which the sender is not
 * read.
 *
 * <p>Every method may be called from any thread but the link's own event loop, which owns all
 * state; a method returns when its effect has begun.
 */
public final class SatelliteLink implements AutoCloseable {

  /** Connections at a time. */
  static final int CONNECTIONS = 256;

  private static final String HOST = "127.0.0.1";
  private static final int CLOSE_TIMEOUT_SECONDS = 5;

  /** Seeds of the losses: the same packet of every run is lost. */
  private static final long LOSSES_SHOREWARD = 1;

  private static final long LOSSES_SHIPWARD = 2;

  private final MultiThreadIoEventLoopGroup group;
  private final EventLoop loop;
  private final InetSocketAddress target;
  private final LinkDirection shoreward;
  private final LinkDirection shipward;
  private final Set<LinkConnection> open = new LinkedHashSet<>();
  private final AtomicInteger openCount = new AtomicInteger();
  private final AtomicLong connections = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private final Channel server;
  private @Nullable Outage outage;

  /**
   * Opens the link.
   *
   * @param tcpPort where it listens on 127.0.0.1; 0 takes a free one.
   * @param target where it connects to, once for each client.
   * @param shape capacity and delay.
   * @throws IOException if it cannot listen there.
   */
  public SatelliteLink(int tcpPort, InetSocketAddress target, LinkShape shape) throws IOException {
    this.target = target;
    group =
        new MultiThreadIoEventLoopGroup(
            1, new DefaultThreadFactory("satellite-link", true), NioIoHandler.newFactory());
    loop = group.next();
    shoreward = new LinkDirection(loop, shape, LOSSES_SHOREWARD);
    shipward = new LinkDirection(loop, shape, LOSSES_SHIPWARD);
    ChannelFuture listening = listen(tcpPort).awaitUninterruptibly();
    if (!listening.isSuccess()) {
      group.shutdownGracefully(0, 0, TimeUnit.SECONDS);
      throw new IOException("the link cannot listen on " + HOST + ":" + tcpPort, listening.cause());
    }
    server = listening.channel();
  }

  private ChannelFuture listen(int tcpPort) {
    return new ServerBootstrap()
        .group(group)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_REUSEADDR, true)
        .option(ChannelOption.SO_RCVBUF, LinkPump.IN_FLIGHT_BYTES)
        .childOption(ChannelOption.AUTO_READ, false)
        .childOption(ChannelOption.TCP_NODELAY, true)
        .childOption(
            ChannelOption.RECVBUF_ALLOCATOR,
            new FixedRecvByteBufAllocator(LinkConnection.CHUNK_BYTES).maxMessagesPerRead(1))
        .childHandler(
            new ChannelInitializer<>() {
              @Override
              protected void initChannel(Channel ship) {
                accept(ship);
              }
            })
        .bind(HOST, tcpPort);
  }

  private void accept(Channel ship) {
    connections.incrementAndGet();
    LinkConnection connection = new LinkConnection(ship, shoreward, shipward, this::forget);
    open.add(connection);
    openCount.incrementAndGet();
    if (outage == Outage.RESET || open.size() > CONNECTIONS) {
      refused.incrementAndGet();
      // After initialisation: only an active channel can be told to close with a reset.
      loop.execute(connection::reset);
    } else if (outage == null) {
      connection.connect(target, refused::incrementAndGet);
    }
  }

  private void forget(LinkConnection closed) {
    if (open.remove(closed)) {
      openCount.decrementAndGet();
    }
  }

  /** The address that clients connect to. */
  public InetSocketAddress address() {
    return (InetSocketAddress) server.localAddress();
  }

  /** The TCP port that clients connect to, on 127.0.0.1. */
  public int tcpPort() {
    return address().getPort();
  }

  /** Takes the link down, or changes how it is down. */
  public void down(Outage how) {
    inLoop(
        () -> {
          outage = how;
          shoreward.up(false);
          shipward.up(false);
          if (how == Outage.RESET) {
            List.copyOf(open).forEach(LinkConnection::reset);
          } else {
            open.forEach(LinkConnection::pump);
          }
        });
  }

  /** Brings the link back. */
  public void up() {
    inLoop(
        () -> {
          outage = null;
          shoreward.up(true);
          shipward.up(true);
          for (LinkConnection connection : new ArrayList<>(open)) {
            if (connection.isStillborn()) {
              refused.incrementAndGet();
              connection.reset();
            } else {
              connection.pump();
            }
          }
        });
  }

  /** Whether the link is up. */
  public boolean isUp() {
    return loop.submit(() -> outage == null).syncUninterruptibly().getNow();
  }

  /** Changes capacity and delay, also of what is under way. */
  public void shape(LinkShape shape) {
    inLoop(
        () -> {
          shoreward.shape(shape);
          shipward.shape(shape);
          open.forEach(LinkConnection::pump);
        });
  }

  /** What it has carried; never waits. */
  public LinkTraffic traffic() {
    return new LinkTraffic(
        shoreward.bytes(), shipward.bytes(), openCount.get(), connections.get(), refused.get());
  }

  private void inLoop(Runnable change) {
    loop.submit(change).syncUninterruptibly();
  }

  /** Resets every connection and stops listening. */
  @Override
  public void close() {
    server.close().syncUninterruptibly();
    inLoop(() -> List.copyOf(open).forEach(LinkConnection::reset));
    group
        .shutdownGracefully(0, CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS)
        .awaitUninterruptibly(CLOSE_TIMEOUT_SECONDS, TimeUnit.SECONDS);
  }
}
