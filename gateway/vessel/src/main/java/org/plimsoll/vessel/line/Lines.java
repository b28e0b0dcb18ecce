package org.plimsoll.vessel.line;

import io.netty.channel.DefaultEventLoop;
import io.netty.channel.EventLoop;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.FastThreadLocalThread;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * All lines of the ship. A serial line has an event loop of its own, because its driver may block;
 * network lines share one. Confined to the thread of the composition root, but for {@link
 * #statuses()}.
 */
public final class Lines implements AutoCloseable {

  /** Longest wait for the devices to be closed. */
  static final int CLOSE_MILLIS = 2000;

  private final List<Line> lines = new ArrayList<>();
  private final List<EventLoopGroup> loops = new ArrayList<>();
  private boolean closed;

  /**
   * @param configs the lines, in the order in which their sources are preferred
   * @param handOff takes the readings
   * @param nanos monotonic ticker
   * @param random spreads the retries
   */
  public Lines(
      List<LineConfig> configs, HandOff handOff, LongSupplier nanos, RandomGenerator random) {
    @Nullable EventLoop network = null;
    for (LineConfig config : configs) {
      EventLoop loop;
      if (config.transport() instanceof Transport.Serial) {
        DefaultEventLoop own = new DefaultEventLoop(named("line-" + config.id()));
        loops.add(own);
        loop = own;
      } else {
        if (network == null) {
          EventLoopGroup shared =
              new MultiThreadIoEventLoopGroup(1, named("lines"), NioIoHandler.newFactory());
          loops.add(shared);
          network = shared.next();
        }
        loop = network;
      }
      lines.add(new Line(config, loop, handOff, nanos, random));
    }
  }

  private static ThreadFactory named(String name) {
    return task -> {
      Thread thread = new FastThreadLocalThread(task, name);
      thread.setDaemon(true);
      return thread;
    };
  }

  /** Opens every line; a device that is absent is tried again for ever and stops nothing. */
  public void start() {
    lines.forEach(Line::start);
  }

  /** The state of every line, in the order of the configuration; any thread. */
  public List<LineStatus> statuses() {
    return lines.stream().map(Line::status).toList();
  }

  /** Says alert sentences on the line of this name, without waiting; any thread. */
  public void say(String id, List<String> sentences) {
    lines.stream().filter(line -> line.id().equals(id)).forEach(line -> line.say(sentences));
  }

  /** Closes every device, once; returns when they are closed or after {@value #CLOSE_MILLIS} ms. */
  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    lines.stream()
        .map(Line::stop)
        .toList()
        .forEach(stopped -> stopped.awaitUninterruptibly(CLOSE_MILLIS));
    loops.forEach(loop -> loop.shutdownGracefully(0, CLOSE_MILLIS, TimeUnit.MILLISECONDS));
  }
}
