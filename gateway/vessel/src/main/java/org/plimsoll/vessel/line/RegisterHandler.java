package org.plimsoll.vessel.line;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.modbus.RegisterResponse;
import org.plimsoll.vessel.mapping.PolledPoint;

/**
 * Asks the points of a Modbus line in turn, one request in flight. A unit that does not answer says
 * nothing: its channel goes stale, the others go on; it is named in the line's detail after {@value
 * #MISSES} requests in a row. Confined to the line's event loop; one for each opening.
 */
final class RegisterHandler extends SimpleChannelInboundHandler<Object> {

  /** Requests in a row without an answer after which a unit is called mute. */
  static final int MISSES = 3;

  private final Dialect.Modbus dialect;
  private final Ear ear;
  private final RegisterLink link;
  private final SortedMap<Integer, Integer> misses = new TreeMap<>();
  private final String[] sources;
  private int next;
  private long cycleStartNanos;
  private @Nullable ScheduledFuture<?> timeOut;

  RegisterHandler(String line, Dialect.Modbus dialect, RegisterLink link, Ear ear) {
    this.dialect = dialect;
    this.link = link;
    this.ear = ear;
    this.sources = dialect.promises(line).map(Dialect.Promise::source).toArray(String[]::new);
  }

  @Override
  public void channelActive(ChannelHandlerContext context) throws Exception {
    if (!dialect.points().isEmpty()) {
      cycleStartNanos = context.executor().ticker().nanoTime();
      ask(context);
    }
    super.channelActive(context);
  }

  private PolledPoint point() {
    return dialect.points().get(next);
  }

  private void ask(ChannelHandlerContext context) {
    if (!context.channel().isActive()) {
      return;
    }
    context.writeAndFlush(link.begin(point().request()));
    timeOut =
        context
            .executor()
            .schedule(() -> giveUp(context), dialect.timeOut().toMillis(), TimeUnit.MILLISECONDS);
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, Object message) {
    boolean asked = link.isBusy();
    link.hear(message, this::frame);
    if (asked && !link.isBusy()) {
      cancelTimeOut();
      advance(context, link.quietMillis());
    }
  }

  private void frame(Decoded<RegisterResponse> frame) {
    ear.frame(frame);
    if (frame instanceof Decoded.Value<RegisterResponse> answer) {
      Integer missed = misses.remove(point().request().unit());
      if (missed != null && missed >= MISSES) {
        remark();
      }
      ear.heard(sources[next], List.of(point().reading(answer.value())));
    }
  }

  private void giveUp(ChannelHandlerContext context) {
    if (!context.channel().isActive() || !link.isBusy()) {
      return;
    }
    ear.frame(link.timeOut());
    if (misses.merge(point().request().unit(), 1, Integer::sum) == MISSES) {
      remark();
    }
    advance(context, link.drainMillis());
  }

  private void remark() {
    String units =
        misses.entrySet().stream()
            .filter(unit -> unit.getValue() >= MISSES)
            .map(unit -> unit.getKey().toString())
            .collect(Collectors.joining(", "));
    ear.remark(units.isEmpty() ? "" : "no answer from unit " + units);
  }

  private void advance(ChannelHandlerContext context, int quietMillis) {
    long delay = TimeUnit.MILLISECONDS.toNanos(quietMillis);
    next = (next + 1) % dialect.points().size();
    if (next == 0) {
      long now = context.executor().ticker().nanoTime();
      cycleStartNanos = Math.max(cycleStartNanos + dialect.every().toNanos(), now);
      delay = Math.max(delay, cycleStartNanos - now);
    }
    context.executor().schedule(() -> ask(context), delay, TimeUnit.NANOSECONDS);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) throws Exception {
    cancelTimeOut();
    super.channelInactive(context);
  }

  private void cancelTimeOut() {
    if (timeOut != null) {
      timeOut.cancel(false);
      timeOut = null;
    }
  }
}
