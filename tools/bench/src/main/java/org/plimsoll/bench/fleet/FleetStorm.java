package org.plimsoll.bench.fleet;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.mqtt.MqttDecoder;
import io.netty.handler.codec.mqtt.MqttEncoder;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.plimsoll.telemetry.Topics;

/**
 * A fleet whose links go and come back: first every ship has announced herself, one after another,
 * as fleets grow; then all connections end; and when the links are back every ship connects within
 * seconds, has a backlog, and goes on measuring. One event loop has all of them; the questions are
 * for any thread.
 */
public final class FleetStorm implements AutoCloseable {

  private static final Duration TICK = Duration.ofMillis(100);
  private static final long ANNOUNCE_EVERY_MILLIS = 20;
  private static final long CONNECT_WITHIN_MILLIS = 5_000;
  private static final long LEAST_WAIT_MILLIS = 500;
  private static final long MOST_WAIT_MILLIS = 2_000;
  private static final int MAX_PACKET_BYTES = 1 << 20;

  /**
   * @param vessels 1 to 10,000
   * @param channels of each, all of them in every row
   * @param backlog how far back it reaches
   * @param rowEvery between two rows of it
   * @param liveEvery between two live rows, a block each
   */
  public record Options(
      int vessels,
      int channels,
      Duration backlog,
      Duration rowEvery,
      Duration liveEvery,
      long seed) {

    public Options {
      require("vessels", vessels, 1, 10_000);
      require("channels", channels, 1, 100);
      require("seconds of backlog", backlog.toSeconds(), 0, 31 * 86_400);
      require("seconds between rows", rowEvery.toSeconds(), 1, 3_600);
      require("seconds between live rows", liveEvery.toSeconds(), 1, 3_600);
    }
  }

  private static void require(String what, long value, long least, long most) {
    if (value < least || value > most) {
      throw new IllegalArgumentException(
          what + ": " + value + ", allowed " + least + " to " + most);
    }
  }

  /** A ship, her connection, and when she does what next. Confined to the event loop. */
  private static final class Sailing {
    private final FleetShip ship;
    private final InetSocketAddress broker;
    private FleetConnection connection;
    private long connectMillis;
    private long liveMillis;

    Sailing(
        FleetShip ship, FleetConnection connection, InetSocketAddress broker, long connectMillis) {
      this.ship = ship;
      this.connection = connection;
      this.broker = broker;
      this.connectMillis = connectMillis;
    }
  }

  private final List<InetSocketAddress> brokers;
  private final Options options;
  private final InstantSource clock;
  private final FleetCounts counts = new FleetCounts();
  private final SplittableRandom random;
  private final List<Sailing> fleet = new ArrayList<>();
  private final MultiThreadIoEventLoopGroup loop =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final AtomicInteger behind = new AtomicInteger();
  private final AtomicInteger undrained = new AtomicInteger();
  private final AtomicBoolean away = new AtomicBoolean();
  private boolean measuring;
  private boolean linksGo;

  /**
   * @param brokers where ships connect, by turns
   */
  public FleetStorm(List<InetSocketAddress> brokers, Options options, InstantSource clock) {
    this.brokers = List.copyOf(brokers);
    this.options = options;
    this.clock = clock;
    this.random = new SplittableRandom(options.seed());
    long now = clock.millis();
    Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    for (int i = 0; i < options.vessels(); i++) {
      FleetShip ship =
          new FleetShip(
              new SyntheticShip(i, options.channels(), options.seed()),
              topics,
              counts,
              options.backlog().dividedBy(options.rowEvery()),
              options.rowEvery().toMillis(),
              now);
      fleet.add(
          new Sailing(
              ship,
              connection(ship),
              brokers.get(i % brokers.size()),
              now + i * ANNOUNCE_EVERY_MILLIS));
    }
    behind.set(options.vessels());
    undrained.set(options.vessels());
  }

  private FleetConnection connection(FleetShip ship) {
    return new FleetConnection(ship, counts, clock, System::nanoTime);
  }

  /** Lets them announce themselves, one after another; then their links go. */
  public void announce() {
    loop.scheduleAtFixedRate(this::tick, 0, TICK.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Whether all have announced themselves, and have no connection any more. */
  public boolean isAway() {
    return away.get();
  }

  /** The links are back: lets them all come. What was counted before does not count. */
  public void comeBack() {
    loop.submit(this::beginStorm).syncUninterruptibly();
  }

  private void beginStorm() {
    long now = clock.millis();
    counts.startOver();
    linksGo = false;
    measuring = true;
    for (Sailing sailing : fleet) {
      sailing.ship.comesBack();
      sailing.connectMillis = now + random.nextLong(CONNECT_WITHIN_MILLIS);
      sailing.liveMillis = now + random.nextLong(options.liveEvery().toMillis());
    }
  }

  /** They measure nothing more: what was sent until now is all that is sent. */
  public void stopMeasuring() {
    loop.submit(this::endMeasuring).syncUninterruptibly();
  }

  private void endMeasuring() {
    measuring = false;
    fleet.forEach(sailing -> sailing.ship.stopsMeasuring());
    countShips();
  }

  private void tick() {
    long now = clock.millis();
    long nanos = System.nanoTime();
    for (Sailing sailing : fleet) {
      if (sailing.connectMillis <= now) {
        sailing.connectMillis = Long.MAX_VALUE;
        connect(sailing);
      }
      if (measuring && sailing.liveMillis <= now) {
        sailing.liveMillis += options.liveEvery().toMillis();
        sailing.connection.send(List.of(sailing.ship.live(now, nanos)));
      }
      if (sailing.connection.isOpen()) {
        sailing.connection.send(sailing.ship.overdue(nanos));
      }
    }
    countShips();
    if (!measuring && !away.get()) {
      leaveWhenAnnounced();
    }
  }

  private void countShips() {
    int late = 0;
    int left = 0;
    for (Sailing sailing : fleet) {
      late += sailing.ship.isCaughtUp() ? 0 : 1;
      left += sailing.ship.isDrained() ? 0 : 1;
    }
    behind.set(late);
    undrained.set(left);
  }

  private void leaveWhenAnnounced() {
    linksGo |= fleet.stream().allMatch(sailing -> sailing.ship.isAnnounced());
    if (linksGo) {
      fleet.forEach(sailing -> sailing.connection.end());
      away.set(fleet.stream().noneMatch(sailing -> sailing.connection.isOpen()));
    }
  }

  private void connect(Sailing sailing) {
    FleetConnection fresh = connection(sailing.ship);
    sailing.connection = fresh;
    Channel channel =
        new Bootstrap()
            .group(loop)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .handler(
                new ChannelInitializer<Channel>() {
                  @Override
                  protected void initChannel(Channel opened) {
                    opened
                        .pipeline()
                        .addLast(new MqttDecoder(MAX_PACKET_BYTES), MqttEncoder.INSTANCE, fresh);
                  }
                })
            .connect(sailing.broker)
            .channel();
    channel
        .closeFuture()
        .addListener(
            closed -> {
              if (!linksGo) {
                sailing.connectMillis =
                    clock.millis() + random.nextLong(LEAST_WAIT_MILLIS, MOST_WAIT_MILLIS);
              }
            });
  }

  /** Ships whose backlog is not ashore yet. */
  public int behind() {
    return behind.get();
  }

  /** Ships that still hold something, as of the last tick or of the end of measuring. */
  public int undrained() {
    return undrained.get();
  }

  public FleetCounts counts() {
    return counts;
  }

  @Override
  public void close() {
    loop.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
