package org.plimsoll.vessel.nmea;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.WriteBufferWaterMark;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.util.ReferenceCountUtil;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.nmea0183.SentenceWriter;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.vessel.state.VesselState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The server of sentences; does nothing unless it is configured. A port that another process has is
 * tried again, after {@link #BACKOFF}, then twice as long each time up to {@link #BACKOFF_CAP},
 * each shortened at random by up to a quarter. {@link #say} is called by the pipeline thread; start
 * and close belong to the composition root; clients to the event loop.
 */
public final class NmeaOutput implements AutoCloseable {

  /** Most clients at a time; one more is closed at once and counted. */
  static final int MAX_CLIENTS = 16;

  /**
   * Bytes that may wait for one client, here and about as many in the kernel; beyond, it misses
   * whole seconds, which are counted.
   */
  static final int MAX_QUEUED_BYTES = 16 * 1024;

  /** A client that has missed so many seconds in a row is closed. */
  static final int MAX_MISSED = 60;

  static final Duration BACKOFF = Duration.ofMillis(500);
  static final Duration BACKOFF_CAP = Duration.ofSeconds(10);

  private static final double JITTER = 0.25;
  private static final int CLOSE_MILLIS = 2000;
  private static final Logger log = LoggerFactory.getLogger(NmeaOutput.class);

  private final @Nullable NmeaOutputConfig config;
  private final DataOrigin origin;
  private final RandomGenerator random;
  private final @Nullable EventLoopGroup loop;
  private final Map<Channel, Integer> clients = new LinkedHashMap<>();
  private final AtomicBoolean busy = new AtomicBoolean();
  private final AtomicLong connected = new AtomicLong();
  private final AtomicLong sentences = new AtomicLong();
  private final AtomicLong missed = new AtomicLong();
  private final AtomicLong refused = new AtomicLong();
  private volatile @Nullable Channel server;
  private volatile boolean closed;

  /**
   * Not listening yet.
   *
   * @param config where; empty for no output at all
   * @param origin whether what is said is measured
   */
  public NmeaOutput(Optional<NmeaOutputConfig> config, DataOrigin origin, RandomGenerator random) {
    this.config = config.orElse(null);
    this.origin = origin;
    this.random = random;
    this.loop =
        config.isEmpty()
            ? null
            : new MultiThreadIoEventLoopGroup(1, NmeaOutput::thread, NioIoHandler.newFactory());
  }

  private static Thread thread(Runnable task) {
    Thread thread = new FastThreadLocalThread(task, "nmea-output");
    thread.setDaemon(true);
    return thread;
  }

  /** Opens the socket, now or when its port becomes free. */
  public void start() {
    if (config != null && loop != null) {
      listen(config, loop, BACKOFF.toMillis());
    }
  }

  private void listen(NmeaOutputConfig at, EventLoopGroup group, long delayMillis) {
    new ServerBootstrap()
        .group(group)
        .channel(NioServerSocketChannel.class)
        .option(ChannelOption.SO_REUSEADDR, true)
        .childOption(ChannelOption.TCP_NODELAY, true)
        // or the kernel would keep megabytes, which are hours, for a client that does not read
        .childOption(ChannelOption.SO_SNDBUF, MAX_QUEUED_BYTES)
        .childOption(
            ChannelOption.WRITE_BUFFER_WATER_MARK,
            new WriteBufferWaterMark(MAX_QUEUED_BYTES / 2, MAX_QUEUED_BYTES))
        .childHandler(new Greeting())
        .bind(at.host(), at.tcpPort())
        .addListener(
            bound -> {
              if (bound.isSuccess()) {
                opened(((ChannelFuture) bound).channel());
              } else {
                retry(at, group, delayMillis, bound.cause());
              }
            });
  }

  private void opened(Channel channel) {
    server = channel;
    if (closed) {
      channel.close();
    } else {
      log.info("NMEA 0183 over TCP at {}", channel.localAddress());
    }
  }

  private void retry(NmeaOutputConfig at, EventLoopGroup group, long delayMillis, Throwable why) {
    if (closed || group.isShuttingDown()) {
      return;
    }
    if (delayMillis == BACKOFF.toMillis()) {
      log.warn("no NMEA output at {}:{} yet: {}", at.host(), at.tcpPort(), why.getMessage());
    }
    group.schedule(
        () -> listen(at, group, Math.min(delayMillis * 2, BACKOFF_CAP.toMillis())),
        (long) (delayMillis * (1 - JITTER * random.nextDouble())),
        TimeUnit.MILLISECONDS);
  }

  /** Says a second of the ship to everybody; never waits. */
  public void say(VesselState state) {
    if (loop != null && connected.get() > 0 && busy.compareAndSet(false, true)) {
      loop.execute(() -> tell(state));
    }
  }

  private void tell(VesselState state) {
    busy.set(false);
    StringBuilder text = new StringBuilder();
    int count = 0;
    for (Sentence sentence : Sentences.of(state, origin)) {
      text.append(SentenceWriter.text(sentence));
      count++;
    }
    ByteBuf bytes =
        Unpooled.copiedBuffer(text, java.nio.charset.StandardCharsets.US_ASCII).asReadOnly();
    for (Map.Entry<Channel, Integer> client : clients.entrySet()) {
      Channel channel = client.getKey();
      if (channel.isWritable()) {
        client.setValue(0);
        sentences.addAndGet(count);
        channel.writeAndFlush(bytes.retainedDuplicate());
      } else {
        missed.incrementAndGet();
        client.setValue(client.getValue() + 1);
        if (client.getValue() >= MAX_MISSED) {
          channel.close();
        }
      }
    }
    bytes.release();
  }

  /** Where it listens; empty while it does not. */
  public Optional<InetSocketAddress> address() {
    Channel open = server;
    return open == null || !open.isActive()
        ? Optional.empty()
        : Optional.of((InetSocketAddress) open.localAddress());
  }

  /** Clients that are connected now. */
  public long clients() {
    return connected.get();
  }

  /** Sentences said, to all clients together. */
  public long sentences() {
    return sentences.get();
  }

  /** Seconds that slow clients have missed. */
  public long missed() {
    return missed.get();
  }

  /** Clients that found no place. */
  public long refused() {
    return refused.get();
  }

  @Override
  public void close() {
    closed = true;
    if (loop != null) {
      loop.shutdownGracefully(0, CLOSE_MILLIS, TimeUnit.MILLISECONDS)
          .awaitUninterruptibly(CLOSE_MILLIS);
    }
  }

  /** Every client gets one. Shared: it has no state of its own. */
  private final class Greeting extends ChannelInitializer<SocketChannel> {
    @Override
    protected void initChannel(SocketChannel channel) {
      channel.pipeline().addLast(new Client());
    }
  }

  /** One display; what it says is thrown away. */
  private final class Client extends ChannelInboundHandlerAdapter {
    @Override
    public void channelActive(ChannelHandlerContext context) {
      if (clients.size() >= MAX_CLIENTS) {
        refused.incrementAndGet();
        context.close();
        return;
      }
      clients.put(context.channel(), 0);
      connected.incrementAndGet();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
      if (clients.remove(context.channel()) != null) {
        connected.decrementAndGet();
      }
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ReferenceCountUtil.release(message);
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      if (!(cause instanceof IOException)) {
        log.warn(
            "NMEA output to {} ended: {}", context.channel().remoteAddress(), cause.toString());
      }
      context.close();
    }
  }
}
