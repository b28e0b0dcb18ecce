package org.plimsoll.vessel.pipeline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.plimsoll.vessel.clock.Stamp;
import org.plimsoll.vessel.outbox.ChannelKey;
import org.plimsoll.vessel.state.ChannelState;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every channel of the ship with its latest value; makes the samples. Confined to the pipeline
 * thread.
 */
final class ChannelBook {

  /** Most channels; readings of one more are dropped and counted. */
  static final int MAX_CHANNELS = 1024;

  /** Largest value of a sample, in steps: integers up to here are exact in a double. */
  private static final double MAX_STEPS = 1L << 53;

  private static final Logger log = LoggerFactory.getLogger(ChannelBook.class);

  private final Committer committer;
  private final MinuteDigest digest;
  private final List<String> lineOrder;
  private final Map<String, Map<String, Held>> bySource = new HashMap<>();
  private final Map<String, List<Held>> byPath = new TreeMap<>();
  private int size;
  private boolean full;
  private long thinned;

  /**
   * @param lineOrder names of the lines, the most trusted first
   */
  ChannelBook(Committer committer, List<String> lineOrder) {
    this.committer = committer;
    this.digest = new MinuteDigest(committer);
    this.lineOrder = List.copyOf(lineOrder);
  }

  /** Makes a channel known before it is heard, so that its absence shows. */
  void expect(Quantity quantity, String source, String line) {
    held(quantity, source, line);
  }

  /** Takes a measured value and records it. */
  void hear(
      Quantity quantity,
      String source,
      String line,
      OptionalDouble value,
      Quality quality,
      Stamp stamp,
      long nowNanos) {
    Optional<Held> held = held(quantity, source, line);
    if (held.isPresent()) {
      held.get().hear(value, quality, stamp, nowNanos);
      record(held.get(), value, quality, stamp);
    } else {
      committer.drop(1);
    }
  }

  /**
   * Takes a derived value. A value that cannot be given is recorded once, when that begins, and not
   * at all if it never could.
   *
   * @param everySecond false records every tenth second only, and each change of quality
   */
  void derive(
      Quantity quantity,
      String source,
      OptionalDouble value,
      Quality quality,
      Stamp stamp,
      long nowNanos,
      boolean everySecond) {
    Optional<Held> held = held(quantity, source, "");
    if (held.isEmpty()) {
      committer.drop(1);
      return;
    }
    Quality before = held.get().quality();
    if (before == Quality.ABSENT && value.isEmpty()) {
      return;
    }
    held.get().hear(value, quality, stamp, nowNanos);
    boolean due = everySecond || held.get().isDue(nowNanos);
    if (value.isPresent() && due || before != quality) {
      held.get().recorded(nowNanos);
      record(held.get(), value, quality, stamp);
    }
  }

  /** Marks and records every channel that has just become stale. */
  void age(Stamp stamp, long nowNanos) {
    for (List<Held> channels : byPath.values()) {
      for (Held held : channels) {
        if (!held.line.isEmpty() && held.stales(nowNanos)) {
          record(held, OptionalDouble.empty(), Quality.STALE, stamp);
        }
      }
    }
  }

  private Optional<Held> held(Quantity quantity, String source, String line) {
    Map<String, Held> ofSource = bySource.get(source);
    Held held = ofSource == null ? null : ofSource.get(quantity.path());
    if (held != null) {
      return Optional.of(held);
    }
    if (size == MAX_CHANNELS) {
      if (!full) {
        full = true;
        log.warn("more than {} channels: {} of {} is dropped", size, quantity.path(), source);
      }
      return Optional.empty();
    }
    size++;
    Held fresh = new Held(new ChannelKey(quantity.path(), source), quantity, line);
    bySource.computeIfAbsent(source, first -> new HashMap<>()).put(quantity.path(), fresh);
    byPath.computeIfAbsent(quantity.path(), first -> new ArrayList<>()).add(fresh);
    return Optional.of(fresh);
  }

  private void record(Held held, OptionalDouble value, Quality quality, Stamp stamp) {
    OptionalLong tick = held.nextTick(stamp);
    if (tick.isEmpty()) {
      thinned++;
      return;
    }
    committer.add(stamp.clockEpoch(), held, tick.getAsLong(), quality, steps(held.quantity, value));
    digest.take(held, value, quality);
  }

  /** A second went by; digests of the minute are wanted, or not. */
  void digest(boolean wanted, Stamp stamp) {
    digest.everySecond(wanted, stamp);
  }

  static OptionalLong steps(Quantity quantity, OptionalDouble value) {
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    // 1e-7 is not representable but 1e7 is: multiplying gives the step nearest to the value
    double perUnit = Math.rint(1 / quantity.resolution());
    boolean decimal = perUnit > 1 && Math.abs(perUnit * quantity.resolution() - 1) < 1e-9;
    double steps =
        decimal ? value.getAsDouble() * perUnit : value.getAsDouble() / quantity.resolution();
    return Math.abs(steps) < MAX_STEPS ? OptionalLong.of(Math.round(steps)) : OptionalLong.empty();
  }

  /** The channel that is used for a path: usable before unusable, then in the order of lines. */
  Optional<Held> preferred(String path) {
    return best(path, false);
  }

  /** A loop and no stream: every second asks some forty times. */
  private Optional<Held> best(String path, boolean sensorsOnly) {
    @Nullable Held best = null;
    for (Held held : byPath.getOrDefault(path, List.of())) {
      boolean candidate = !sensorsOnly || !held.line.isEmpty();
      if (candidate && (best == null || isBetter(held, best))) {
        best = held;
      }
    }
    return Optional.ofNullable(best);
  }

  private boolean isBetter(Held one, Held other) {
    int byQuality = rank(one.quality()) - rank(other.quality());
    int byLine = byQuality != 0 ? byQuality : lineRank(one) - lineRank(other);
    return byLine < 0 || byLine == 0 && one.key.source().compareTo(other.key.source()) < 0;
  }

  private static int rank(Quality quality) {
    return switch (quality) {
      case GOOD, MANUAL -> 0;
      case DEGRADED -> 1;
      case STALE -> 2;
      case INVALID -> 3;
      case ABSENT -> 4;
    };
  }

  private int lineRank(Held held) {
    int rank = lineOrder.indexOf(held.line);
    return rank < 0 ? lineOrder.size() : rank;
  }

  /** The channel of a path that is used among those that a line brings. */
  Optional<Held> sensor(String path) {
    return best(path, true);
  }

  /** Every channel, grouped by path. */
  List<ChannelState> states(long nowNanos) {
    List<ChannelState> states = new ArrayList<>(size);
    byPath.forEach(
        (path, channels) -> {
          Held preferred = preferred(path).orElseThrow();
          for (Held held : channels) {
            states.add(held.state(nowNanos, held == preferred));
          }
        });
    return states;
  }

  /** Readings not recorded because their source is faster than the time resolution. */
  long thinned() {
    return thinned;
  }
}
