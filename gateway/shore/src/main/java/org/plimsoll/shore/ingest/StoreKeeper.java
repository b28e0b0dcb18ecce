package org.plimsoll.shore.ingest;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.fleet.Latest;
import org.plimsoll.shore.store.Point;
import org.plimsoll.shore.store.Store;
import org.plimsoll.shore.store.StoreUnavailable;
import org.plimsoll.shore.store.WriteOutcome;
import org.plimsoll.telemetry.Backoff;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.VesselId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The store as the lanes of ingest have it: prepared and read before anything is written, left
 * alone for a while when it is away, read again when it may be another one.
 *
 * <p>The lanes take turns, in the order in which they came, a round each: what is in memory of the
 * store is never older than what another lane has just written, and a live block waits for one
 * round of backlog at most. What other stations store is read beside, by the lane that can wait.
 */
final class StoreKeeper {

  private static final Logger log = LoggerFactory.getLogger(StoreKeeper.class);

  /** A store that nothing was written to for so long may be another one now: it is read again. */
  static final long RECHECK_NANOS = TimeUnit.MINUTES.toNanos(5);

  /** Of the time, at most one part in so many goes into reading what other stations stored. */
  private static final int SPARING = 20;

  /** How often channel tables that are missed are looked for in the store, at most. */
  static final long TABLES_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

  private final Store store;
  private final ChannelTables tables;
  private final DeadLetters deadLetters;
  private final Fleet fleet;
  private final IngestCounts counts;
  private final LongSupplier nanos;
  private final Backoff backoff;
  private final ReentrantLock turn = new ReentrantLock(true);
  private final List<StoreRound> rounds = new ArrayList<>();
  private boolean prepared;
  private boolean latestLoaded;

  /**
   * The last round could not be written: that its tables are there does not make the store well.
   */
  private boolean writesFail;

  private long retryNanos;
  private long storedNanos;
  private long catchUpNanos;
  private long readings;
  private long tablesNanos;
  private volatile boolean othersWrite;
  private volatile boolean tableMissed;
  private volatile StoreState state = StoreState.UNKNOWN;

  StoreKeeper(
      Store store,
      ChannelTables tables,
      DeadLetters deadLetters,
      Fleet fleet,
      IngestCounts counts,
      LongSupplier nanos,
      RandomGenerator random) {
    this.store = store;
    this.tables = tables;
    this.deadLetters = deadLetters;
    this.fleet = fleet;
    this.counts = counts;
    this.nanos = nanos;
    this.backoff = new Backoff(FIRST_PAUSE, LONGEST_PAUSE, random);
    this.retryNanos = nanos.getAsLong();
    this.catchUpNanos = retryNanos;
    this.tablesNanos = retryNanos;
  }

  /** For one lane: what fails again and again in it is not excused by what another one writes. */
  StoreRound newRound() {
    StoreRound round = new StoreRound(new PatientWriter(store), tables, deadLetters, fleet, counts);
    turn.lock();
    try {
      rounds.add(round);
    } finally {
      turn.unlock();
    }
    return round;
  }

  /** How the store stands. Any thread. */
  StoreState state() {
    return state;
  }

  /** Another station has stored something: what is known here is not all. Any thread. */
  void othersWrite() {
    othersWrite = true;
  }

  /** A block waits for a channel table, which another station may have stored. Any thread. */
  void tableMissed() {
    tableMissed = true;
  }

  /** Whether it takes readings as far as is known; tries to make it so when it is time to. */
  boolean isReady() {
    turn.lock();
    try {
      long now = nanos.getAsLong();
      if (now - retryNanos < 0) {
        return false;
      }
      if (prepared && now - storedNanos >= RECHECK_NANOS) {
        prepared = false;
      }
      return prepared || prepare();
    } finally {
      turn.unlock();
    }
  }

  /**
   * Adds what other stations have stored, when there is some and it is time to. That may be
   * millions of rows, so it takes no turn: the other lane goes on meanwhile. For one lane.
   */
  void catchUp() {
    learnTables();
    learnLedger();
  }

  private void learnTables() {
    long before = nanos.getAsLong();
    if (!tableMissed || before - tablesNanos < 0 || !isPrepared()) {
      return;
    }
    tableMissed = false;
    try {
      tables.load(store.channels());
    } catch (StoreUnavailable e) {
      log.info("channel tables that are missed could not be read: \"{}\"", e.getMessage());
    }
    long now = nanos.getAsLong();
    tablesNanos = now + Math.max(TABLES_NANOS, SPARING * (now - before));
  }

  private boolean isPrepared() {
    turn.lock();
    try {
      return prepared;
    } finally {
      turn.unlock();
    }
  }

  private void learnLedger() {
    long before = nanos.getAsLong();
    long reading = beginCatchUp(before);
    if (reading < 0) {
      return;
    }
    Optional<List<Point.Ledger>> ledger = Optional.empty();
    try {
      tables.load(store.channels());
      ledger = Optional.of(store.ledger());
    } catch (StoreUnavailable e) {
      log.info("what other stations stored could not be read: \"{}\"", e.getMessage());
      othersWrite = true;
    }
    endCatchUp(reading, ledger, nanos.getAsLong() - before);
  }

  private void endCatchUp(long reading, Optional<List<Point.Ledger>> ledger, long tookNanos) {
    turn.lock();
    try {
      // What was read before the store was looked at anew may be of another store.
      if (reading == readings) {
        ledger.ifPresent(fleet::stored);
      }
      catchUpNanos = nanos.getAsLong() + Math.max(RECHECK_NANOS, SPARING * tookNanos);
    } finally {
      turn.unlock();
    }
  }

  /** The reading of the store that it adds to; negative when there is nothing to do. */
  private long beginCatchUp(long now) {
    turn.lock();
    try {
      if (!prepared || !othersWrite || now - catchUpNanos < 0) {
        return -1;
      }
      // Before the reading: what is stored meanwhile makes the next one necessary.
      othersWrite = false;
      return readings;
    } finally {
      turn.unlock();
    }
  }

  /**
   * Stores the arrivals, whose channel tables are all known.
   *
   * @return what may be receipted; empty when all of it has to be tried again
   */
  Optional<Map<StoreRound.Owned, IntervalSet>> store(StoreRound round, List<Arrival> arrivals) {
    turn.lock();
    try {
      if (!prepared) {
        // The other lane has found it away since.
        return Optional.empty();
      }
      StoreRound.Result result = round.store(arrivals);
      if (result instanceof StoreRound.Result.Later later) {
        writesFail = true;
        pause(later.reason(), later.misconfigured());
        return Optional.empty();
      }
      writesFail = false;
      up();
      return Optional.of(((StoreRound.Result.Stored) result).receipts());
    } finally {
      turn.unlock();
    }
  }

  /** The tables exist and what they hold is known; again whenever the store was away. */
  private boolean prepare() {
    WriteOutcome outcome = store.prepare();
    if (outcome instanceof WriteOutcome.Unavailable away) {
      pause(away.reason(), false);
      return false;
    }
    if (outcome instanceof WriteOutcome.Misconfigured wrong) {
      pause(wrong.reason(), true);
      return false;
    }
    try {
      load();
    } catch (StoreUnavailable e) {
      pause(String.valueOf(e.getMessage()), false);
      return false;
    }
    prepared = true;
    if (!writesFail) {
      up();
    }
    return true;
  }

  private void load() throws StoreUnavailable {
    readings++;
    catchUpNanos = nanos.getAsLong() + RECHECK_NANOS;
    List<Point.ChannelEntry> channels = store.channels();
    tables.load(channels);
    List<Point.Ledger> ledger = store.ledger();
    fleet.reload(ledger);
    if (!latestLoaded) {
      Set<VesselId> vessels = new HashSet<>();
      ledger.forEach(entry -> vessels.add(entry.vessel()));
      for (VesselId vessel : vessels) {
        fleet.reload(vessel, latest(vessel));
      }
      latestLoaded = true;
    }
  }

  private List<Latest> latest(VesselId vessel) throws StoreUnavailable {
    List<Latest> latest = new ArrayList<>();
    for (Point.Reading reading : store.latest(vessel)) {
      channel(reading)
          .ifPresent(
              channel ->
                  latest.add(
                      new Latest(
                          channel,
                          reading.stream(),
                          reading.sequence(),
                          reading.timeMillis(),
                          reading.value(),
                          reading.quality())));
    }
    return latest;
  }

  private Optional<Channel> channel(Point.Reading reading) {
    return tables
        .of(reading.stream())
        .flatMap(
            known ->
                known.table().channels().stream()
                    .filter(channel -> channel.path().equals(reading.path()))
                    .filter(channel -> channel.source().equals(reading.source()))
                    .reduce((first, second) -> second));
  }

  private void pause(String reason, boolean misconfigured) {
    counts.storeFailures.increment();
    StoreState next = misconfigured ? StoreState.MISCONFIGURED : StoreState.DOWN;
    if (state != next) {
      log.warn(
          misconfigured
              ? "the store refuses us, mend its configuration: \"{}\"; nothing is dropped"
              : "the store is away: \"{}\"; nothing is acknowledged until it is back",
          reason);
    }
    state = next;
    prepared = false;
    rounds.forEach(StoreRound::forget);
    retryNanos = nanos.getAsLong() + backoff.next().toNanos();
  }

  private void up() {
    if (state != StoreState.UP) {
      log.info("the store takes readings");
    }
    state = StoreState.UP;
    storedNanos = nanos.getAsLong();
    backoff.reset();
  }
}
