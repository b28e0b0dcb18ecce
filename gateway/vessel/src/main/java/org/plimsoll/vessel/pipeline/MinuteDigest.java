package org.plimsoll.vessel.pipeline;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.plimsoll.vessel.clock.Stamp;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.outbox.MinuteChannels;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;

/**
 * Mean, least and most of the usable readings of each channel, minute by minute of the gateway's
 * clock, while they are wanted. They are readings of channels of their own, in a commit group of
 * their own; least and most are left out where they are the mean. What the gateway says of itself
 * is not among them. Confined to the pipeline thread.
 */
final class MinuteDigest {

  private static final long MINUTE_MILLIS = 60_000;
  private static final double FULL_CIRCLE_DEGREES = 360;

  private record Figures(Held mean, Held least, Held most) {}

  private final Committer committer;
  private final Map<Held, Figures> figures = new LinkedHashMap<>();
  private final Map<Held, Sums> sums = new LinkedHashMap<>();
  private long minute = Long.MIN_VALUE;
  private int clockEpoch;
  private boolean active;

  MinuteDigest(Committer committer) {
    this.committer = committer;
  }

  /** A reading was recorded. */
  void take(Held channel, OptionalDouble value, Quality quality) {
    boolean ours =
        channel.quantity.path().startsWith("gateway.")
            || channel.quantity.path().startsWith("notifications.");
    if (active && value.isPresent() && quality.isUsable() && !ours) {
      sums.computeIfAbsent(channel, first -> new Sums(circle(first.quantity)))
          .add(value.getAsDouble(), quality);
    }
  }

  /**
   * A second went by. A minute of which the clock was set back within is left out.
   *
   * @param wanted whether the next minute's are wanted
   */
  void everySecond(boolean wanted, Stamp stamp) {
    long now = Math.floorDiv(stamp.epochMillis(), MINUTE_MILLIS);
    if (now == minute && stamp.clockEpoch() == clockEpoch) {
      return;
    }
    if (!sums.isEmpty() && stamp.clockEpoch() == clockEpoch) {
      committer.cut();
      sums.forEach((channel, of) -> say(channel, of, stamp));
      committer.cut();
    }
    sums.clear();
    minute = now;
    active = wanted && stamp.clockEpoch() == clockEpoch; // else it is not a whole minute
    clockEpoch = stamp.clockEpoch();
  }

  private void say(Held channel, Sums of, Stamp stamp) {
    Quantity quantity = channel.quantity;
    if (!MinuteChannels.haveRoom(quantity)) {
      return;
    }
    Figures to =
        figures.computeIfAbsent(
            channel,
            first ->
                new Figures(
                    held(first, MinuteChannels.mean(quantity)),
                    held(first, MinuteChannels.least(quantity)),
                    held(first, MinuteChannels.most(quantity))));
    OptionalLong mean = steps(quantity, of.mean());
    OptionalLong least = steps(quantity, of.least);
    OptionalLong most = steps(quantity, of.most);
    add(to.mean(), mean, of.quality, stamp);
    if (!least.equals(mean) || !most.equals(mean)) {
      add(to.least(), least, of.quality, stamp);
      add(to.most(), most, of.quality, stamp);
    }
  }

  private static Held held(Held of, Quantity quantity) {
    return new Held(new ChannelKey(quantity.path(), of.key.source()), quantity, "");
  }

  private static OptionalLong steps(Quantity quantity, double value) {
    double circle = circle(quantity);
    double within =
        circle == 0 ? value : value - circle * Math.floor((value - quantity.minimum()) / circle);
    return ChannelBook.steps(quantity, OptionalDouble.of(within));
  }

  private void add(Held to, OptionalLong value, Quality quality, Stamp stamp) {
    OptionalLong tick = to.nextTick(stamp);
    if (tick.isPresent() && value.isPresent()) {
      committer.add(stamp.clockEpoch(), to, tick.getAsLong(), quality, value);
    }
  }

  /** After how much a direction is the same again; 0 for what is none. */
  private static double circle(Quantity quantity) {
    double range = quantity.maximum() - quantity.minimum();
    double circle =
        switch (quantity.unit()) {
          case RADIAN -> 2 * Math.PI;
          case DEGREE -> FULL_CIRCLE_DEGREES;
          default -> 0;
        };
    return circle > 0 && Math.abs(range - circle) < circle / 1000 ? circle : 0;
  }

  /** Of one channel. A direction is followed around, so that 359 and 1 degrees are near. */
  private static final class Sums {
    private final double circle;
    private long count;
    private double total;
    private double last;
    private double least = Double.POSITIVE_INFINITY;
    private double most = Double.NEGATIVE_INFINITY;
    private Quality quality = Quality.GOOD;

    Sums(double circle) {
      this.circle = circle;
    }

    void add(double value, Quality judged) {
      double near =
          circle == 0 || count == 0 ? value : last + Math.IEEEremainder(value - last, circle);
      quality = count == 0 || judged == quality ? judged : Quality.DEGRADED;
      count++;
      total += near;
      last = near;
      least = Math.min(least, near);
      most = Math.max(most, near);
    }

    double mean() {
      return total / count;
    }
  }
}
