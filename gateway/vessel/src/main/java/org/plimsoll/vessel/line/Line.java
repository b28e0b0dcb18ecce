package org.plimsoll.vessel.line;

import io.netty.buffer.ByteBuf;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoop;
import io.netty.channel.socket.DatagramPacket;
import io.netty.util.concurrent.Future;
import java.io.IOException;
import java.net.ConnectException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.vocabulary.Reading;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line: opens its device, hands what it says to the pipeline, notices when it is gone and opens
 * it again. An absent device costs four looks at a clock a second and one at the file system each
 * retry. Confined to its event loop, but for {@link #status()}.
 */
final class Line implements Ear {

  /** How often the line is looked after, in milliseconds; part of the 3 s until it is red. */
  static final int TICK_MILLIS = 250;

  private static final Logger log = LoggerFactory.getLogger(Line.class);

  private final LineConfig config;
  private final EventLoop loop;
  private final HandOff handOff;
  private final LongSupplier nanos;
  private final LineWatch watch;
  private final LineCounters counters = new LineCounters();
  private volatile LineStatus status;
  private @Nullable Channel channel;
  private boolean stopped;
  private boolean everOpened;
  private LineState loggedState = LineState.CONNECTING;
  private String loggedDetail = "";

  Line(
      LineConfig config,
      EventLoop loop,
      HandOff handOff,
      LongSupplier nanos,
      RandomGenerator random) {
    this.config = config;
    this.loop = loop;
    this.handOff = handOff;
    this.nanos = nanos;
    this.watch =
        new LineWatch(config.silence(), config.dialect().maySilent(), nanos.getAsLong(), random);
    this.status = snapshot();
  }

  /** The latest status; any thread. */
  LineStatus status() {
    return status;
  }

  String id() {
    return config.id();
  }

  void start() {
    loop.scheduleAtFixedRate(this::tick, 0, TICK_MILLIS, TimeUnit.MILLISECONDS);
  }

  /** Closes the device for good; the future completes when it is closed. */
  Future<?> stop() {
    return loop.submit(
        () -> {
          stopped = true;
          if (channel != null) {
            channel.close();
          }
        });
  }

  private void tick() {
    if (stopped) {
      return;
    }
    Channel open = channel;
    boolean moved = open instanceof SerialChannel serial && watch.isQuiet() && serial.hasMoved();
    switch (watch.tick(nanos.getAsLong(), moved)) {
      case OPEN:
        open();
        break;
      case CLOSE:
        if (open != null) {
          open.close();
        }
        break;
      default:
        break;
    }
    publish();
  }

  private void open() {
    ChannelFuture opening = Connector.open(config.transport(), loop, new Wiring());
    opening.addListener(done -> opened(opening));
  }

  private void opened(ChannelFuture opening) {
    if (!opening.isSuccess()) {
      watch.refused(nanos.getAsLong(), reason(opening.cause()));
      publish();
      return;
    }
    Channel open = opening.channel();
    channel = open;
    if (stopped) {
      open.close();
      return;
    }
    if (everOpened) {
      counters.reopened();
    }
    everOpened = true;
    watch.opened(nanos.getAsLong());
    open.closeFuture().addListener(done -> closed(open));
    publish();
  }

  private void closed(Channel gone) {
    channel = null;
    if (stopped) {
      return;
    }
    String failure = gone instanceof SerialChannel serial ? serial.failure() : null;
    watch.closed(nanos.getAsLong(), failure == null ? "closed by the other side" : failure);
    publish();
  }

  private static String reason(Throwable cause) {
    if (cause instanceof ConnectException) {
      return "connection refused or no route";
    }
    String message = cause.getMessage();
    return message == null ? cause.getClass().getSimpleName() : message;
  }

  /** The same pipeline for every line: count the bytes, frame and decode, hand over. */
  private final class Wiring extends ChannelInitializer<Channel> {
    @Override
    protected void initChannel(Channel fresh) {
      fresh.pipeline().addLast("bytes", new Meter());
      fresh
          .pipeline()
          .addLast(Protocols.handlers(config, Line.this, nanos).toArray(ChannelHandler[]::new));
      fresh.pipeline().addLast("faults", new Faults());
    }
  }

  /** Counts bytes and takes datagrams out of their envelopes. */
  private final class Meter extends ChannelInboundHandlerAdapter {
    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
      ByteBuf bytes =
          message instanceof DatagramPacket packet ? packet.content() : (ByteBuf) message;
      counters.bytes(bytes.readableBytes());
      watch.bytes(nanos.getAsLong());
      context.fireChannelRead(bytes);
    }
  }

  /** An operating fault of the device closes it; the watch opens it again. */
  private static final class Faults extends ChannelInboundHandlerAdapter {
    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
      if (cause instanceof IOException) {
        log.debug("{}: {}", context.channel(), cause.getMessage());
      } else {
        log.error("fault of the gateway on {}", context.channel(), cause);
      }
      context.close();
    }
  }

  @Override
  public void frame(Decoded<?> frame) {
    counters.frame(frame);
    if (!(frame instanceof Decoded.Malformed<?>)) {
      watch.goodFrame(nanos.getAsLong());
    }
  }

  @Override
  public void overlength(long sentences) {
    counters.overlength(sentences);
  }

  @Override
  public void heard(String source, List<Reading> readings, Optional<Instant> utc) {
    Heard heard = new Heard(config.id(), source, readings, utc);
    if (!heard.isEmpty() && !handOff.offer(heard)) {
      counters.dropped(readings.size());
    }
  }

  @Override
  public void remark(String text) {
    watch.remark(text);
  }

  @Override
  public void traffic(AlertTraffic traffic) {
    if (!handOff.offer(traffic)) {
      log.warn("line {}: no room for {}", config.id(), traffic);
    }
  }

  /** Says alert sentences if the device is open; any thread. What is not open hears all later. */
  void say(List<String> sentences) {
    loop.execute(
        () -> {
          Channel open = channel;
          AlertHandler handler = open == null ? null : open.pipeline().get(AlertHandler.class);
          if (handler != null) {
            handler.say(sentences);
          }
        });
  }

  private void publish() {
    status = snapshot();
    LineState state = status.state();
    String detail = status.detail();
    if (state == loggedState && detail.equals(loggedDetail)) {
      return;
    }
    if (state == LineState.RED) {
      log.warn("line {} red, {}: {}", config.id(), config.transport().device(), detail);
    } else if (state == LineState.GREEN) {
      String remark = detail.isEmpty() ? "" : ": " + detail;
      log.info("line {} green, {}{}", config.id(), config.transport().device(), remark);
    }
    loggedState = state;
    loggedDetail = detail;
  }

  private LineStatus snapshot() {
    return new LineStatus(
        config.id(),
        config.dialect().protocol(),
        config.transport().device(),
        watch.state(),
        watch.detail(),
        watch.goodNanos(),
        counters.counts());
  }
}
