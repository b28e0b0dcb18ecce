package org.plimsoll.vessel.line;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.modbus.RegisterResponse;
import org.plimsoll.vessel.mapping.PolledPoint;
import org.plimsoll.vocabulary.Reading;

/**
 * Asks the points of a Modbus line in turn, one request in flight. A unit that does not answer says
 * nothing: its channel goes stale, the others go on. A unit whose answers arrive damaged is there
 * and cannot be understood: after {@value #DAMAGES} of them in a row its value is invalid. Either
 * is named in the line's detail. Confined to the line's event loop; one for each opening.
 */
final class RegisterHandler extends SimpleChannelInboundHandler<Object> {

  /** Requests in a row without an answer after which a unit is called mute. */
  static final int MISSES = 3;

  /** Damaged answers in a row that are no chance; fewer than make the value stale. */
  static final int DAMAGES = 2;

  /**
   * What went wrong with a unit's answers, one request after the other.
   *
   * @param all without a sound answer
   * @param damaged the latest of these, to which something came that was none
   */
  private record Misses(int all, int damaged) {

    static final Misses NONE = new Misses(0, 0);

    Misses another(boolean isDamaged) {
      return new Misses(all + 1, isDamaged ? damaged + 1 : 0);
    }

    boolean isMute() {
      return all >= MISSES && !isDamaged();
    }

    boolean isDamaged() {
      return damaged >= DAMAGES;
    }
  }

  private final Dialect.Modbus dialect;
  private final Ear ear;
  private final RegisterLink link;
  private final SortedMap<Integer, Misses> misses = new TreeMap<>();
  private String remark = "";
  private final String[] sources;

  private int next;
  private boolean answered;
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
    answered = false;
    link.hear(message, this::frame);
    if (asked && !link.isBusy()) {
      cancelTimeOut();
      if (!answered) {
        missed(true);
      }
      advance(context, link.quietMillis());
    }
  }

  private void frame(Decoded<RegisterResponse> frame) {
    ear.frame(frame);
    if (frame instanceof Decoded.Value<RegisterResponse> answer) {
      answered = true;
      misses.remove(point().request().unit());
      remark();
      ear.heard(sources[next], List.of(point().reading(answer.value())));
    }
  }

  private void giveUp(ChannelHandlerContext context) {
    if (!context.channel().isActive() || !link.isBusy()) {
      return;
    }
    boolean damaged = link.hasHeard();
    ear.frame(link.timeOut());
    missed(damaged);
    advance(context, link.drainMillis());
  }

  private void missed(boolean damaged) {
    int unit = point().request().unit();
    Misses now = misses.getOrDefault(unit, Misses.NONE).another(damaged);
    misses.put(unit, now);
    if (now.isDamaged()) {
      ear.heard(sources[next], List.of(Reading.invalid(point().quantity())));
    }
    remark();
  }

  private void remark() {
    String said =
        Stream.of(
                named("no answer from unit ", Misses::isMute),
                named("damaged answers from unit ", Misses::isDamaged))
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining("; "));
    if (!said.equals(remark)) {
      remark = said;
      ear.remark(said);
    }
  }

  private String named(String words, Predicate<Misses> which) {
    String units =
        misses.entrySet().stream()
            .filter(unit -> which.test(unit.getValue()))
            .map(unit -> unit.getKey().toString())
            .collect(Collectors.joining(", "));
    return units.isEmpty() ? "" : words + units;
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
