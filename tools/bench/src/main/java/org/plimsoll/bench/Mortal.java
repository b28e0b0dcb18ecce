package org.plimsoll.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A half that lives a while, is killed, lies dead for a moment and is started again, over and over.
 *
 * <p>After every kill a start has to come that is clean: the same command, no hands, and the half
 * works as before. One start in ten is cut short by a further kill, which does not count as one;
 * the next one has to be clean. Moved on by {@link #look}; confined to the run's thread.
 */
final class Mortal {

  private static final Logger LOG = LoggerFactory.getLogger(Mortal.class);

  private static final long LONGEST_DEATH_MILLIS = 1_000;
  private static final long LATEST_CUT_MILLIS = 3_000;
  private static final int STARTS_TO_A_CUT = 10;

  private enum State {
    ALIVE,
    DEAD,
    STARTING
  }

  private final String name;
  private final ChildProcess process;
  private final Rebirth rebirth;
  private final Duration longestLife;
  private final Duration longestStart;
  private final RandomGenerator random;
  private final LongSupplier nanos;
  private final List<Double> startSeconds = new ArrayList<>();
  private State state = State.ALIVE;
  private long dueNanos;
  private long startedNanos;
  private boolean cutShort;
  private int kills;
  private int cut;

  /** What tells that a started half works as before. */
  interface Rebirth {
    /** A new start is looked at from now on; of what looks at the moment alone that is no news. */
    default void begin() {}

    /** Whether it works; an {@code IOException} means not yet. */
    boolean isClean() throws IOException, InterruptedException;
  }

  /**
   * @param process that lives now.
   * @param longestLife from a clean start to the next kill.
   * @param longestStart after which a start counts as failed.
   */
  Mortal(
      String name,
      ChildProcess process,
      Rebirth rebirth,
      Duration longestLife,
      Duration longestStart,
      RandomGenerator random,
      LongSupplier nanos) {
    this.name = name;
    this.process = process;
    this.rebirth = rebirth;
    this.longestLife = longestLife;
    this.longestStart = longestStart;
    this.random = random;
    this.nanos = nanos;
    live();
  }

  /**
   * Does what is due.
   *
   * @param mayKill whether a further kill is wanted.
   * @throws IOException if the half needs help: it ended by itself, or does not start again.
   */
  void look(boolean mayKill) throws IOException, InterruptedException {
    if (state != State.DEAD && !process.isAlive()) {
      throw new IOException("the " + name + " ended by itself after " + kills + " kills");
    }
    boolean due = nanos.getAsLong() - dueNanos >= 0;
    switch (state) {
      case ALIVE -> {
        if (mayKill && due) {
          kills++;
          kill();
        }
      }
      case DEAD -> {
        if (due) {
          start();
        }
      }
      case STARTING -> await(due);
    }
  }

  private void live() {
    state = State.ALIVE;
    dueNanos = after(longestLife.toMillis());
  }

  private void kill() throws InterruptedException {
    process.kill();
    state = State.DEAD;
    dueNanos = after(LONGEST_DEATH_MILLIS);
  }

  private void start() throws IOException {
    process.restart();
    rebirth.begin();
    state = State.STARTING;
    startedNanos = nanos.getAsLong();
    cutShort = random.nextInt(STARTS_TO_A_CUT) == 0;
    dueNanos = cutShort ? after(LATEST_CUT_MILLIS) : startedNanos + longestStart.toNanos();
  }

  private void await(boolean due) throws IOException, InterruptedException {
    if (isClean()) {
      startSeconds.add((nanos.getAsLong() - startedNanos) / 1e9);
      live();
    } else if (due && cutShort) {
      cut++;
      kill();
    } else if (due) {
      throw new IOException(
          "the " + name + " does not start within " + longestStart.toSeconds() + " s");
    }
  }

  private boolean isClean() throws InterruptedException {
    try {
      return rebirth.isClean();
    } catch (IOException notYet) {
      LOG.trace("{} starts: {}", name, notYet.getMessage());
      return false;
    }
  }

  private long after(long atMostMillis) {
    return nanos.getAsLong() + Duration.ofMillis(random.nextLong(atMostMillis)).toNanos();
  }

  boolean isAlive() {
    return state == State.ALIVE;
  }

  String name() {
    return name;
  }

  /** How long its clean starts took, in words. */
  String starts() {
    return String.format(
        Locale.ROOT,
        "%s median %.1f s, longest %.1f s",
        name,
        medianStartSeconds(),
        longestStartSeconds());
  }

  /** Kills of the living half. */
  int kills() {
    return kills;
  }

  /** Starts after which it worked as before. */
  int cleanStarts() {
    return startSeconds.size();
  }

  /** Starts that were cut short. */
  int cutStarts() {
    return cut;
  }

  /** Median of the time of a clean start, in seconds; 0 without one. */
  double medianStartSeconds() {
    List<Double> sorted = new ArrayList<>(startSeconds);
    Collections.sort(sorted);
    return sorted.isEmpty() ? 0 : sorted.get(sorted.size() / 2);
  }

  /** The longest clean start, in seconds; 0 without one. */
  double longestStartSeconds() {
    return startSeconds.stream().mapToDouble(Double::doubleValue).max().orElse(0);
  }
}
