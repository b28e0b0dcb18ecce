package org.plimsoll.vessel.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.plimsoll.telemetry.GapReason;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.clock.LastKnown;
import org.plimsoll.vessel.clock.Stamp;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vocabulary.Quality;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects samples into commit groups and gives them to the outbox.
 *
 * <p>While the outbox fails, groups wait, at most {@link #MAX_WAITING}; then the oldest is dropped
 * and its readings are counted. What was dropped, here or before, is recorded as a gap as soon as
 * the outbox works, ahead of what waits, so that accepted and gap-recorded readings are together
 * all that were given. Memory of a dropped group is not lost: it is written with the next. Confined
 * to the pipeline thread.
 */
public final class Committer {

  /** Groups that wait for a failing outbox: one minute of them. The oldest is dropped. */
  public static final int MAX_WAITING = 60;

  private static final Logger log = LoggerFactory.getLogger(Committer.class);

  /** A sample whose channel may have no number yet, because that costs a write too. */
  private record Draft(Held channel, long timeMillis, Quality quality, OptionalLong value) {}

  private record Group(int clockEpoch, List<Draft> drafts) {

    /** That the clock was there: the power may go before the next group is written. */
    Map<String, String> clock() {
      OptionalLong newest = drafts.stream().mapToLong(Draft::timeMillis).max();
      return newest.isPresent()
          ? LastKnown.memory(new Stamp(newest.getAsLong(), clockEpoch))
          : Map.of();
    }
  }

  private final Outbox outbox;
  private final Deque<Group> waiting = new ArrayDeque<>();
  private final Map<String, String> committed;
  private final Map<String, String> memory = new HashMap<>();
  private List<Draft> drafts = new ArrayList<>();
  private int clockEpoch;
  private long given;
  private long dropped;
  private long unwritten;
  private long overrun;

  /** Given to the outbox, which failed: what is given again must be the same. */
  private long unwrittenGiven;

  private long overrunGiven;
  private boolean oldestGiven;
  private String failure = "";

  /** A committer that goes on with the outbox's memory. */
  public Committer(Outbox outbox) {
    this.outbox = outbox;
    this.committed = new HashMap<>(outbox.memory());
  }

  /** Adds a sample; a change of the clock epoch closes the group before it. */
  public void add(int epoch, Held channel, long timeMillis, Quality quality, OptionalLong value) {
    if (epoch != clockEpoch || drafts.size() == Row.MAX_SAMPLES) {
      close();
      clockEpoch = epoch;
    }
    given++;
    drafts.add(new Draft(channel, timeMillis, quality, value));
  }

  /** Notes a fact that must survive together with the samples. */
  public void remember(String key, String text) {
    if (!text.equals(committed.getOrDefault(key, ""))) {
      memory.put(key, text);
    } else {
      memory.remove(key);
    }
  }

  /** What is added from here on is in another commit group. */
  public void cut() {
    close();
  }

  private void close() {
    if (drafts.isEmpty()) {
      return;
    }
    waiting.addLast(new Group(clockEpoch, drafts));
    drafts = new ArrayList<>();
    if (waiting.size() > MAX_WAITING) {
      Group oldest = waiting.removeFirst();
      // what was given already may be durable, whatever the outbox said
      Group goes = oldestGiven ? waiting.removeFirst() : oldest;
      if (goes != oldest) {
        waiting.addFirst(oldest);
      }
      int lost = goes.drafts().size();
      dropped += lost;
      unwritten += lost;
    }
  }

  /** Gives everything to the outbox; whatever it refuses waits for the next call. */
  public void commit(Stamp newest) {
    close();
    if (waiting.isEmpty() && memory.isEmpty() && unwritten + overrun == 0) {
      return;
    }
    if (waiting.isEmpty()) {
      waiting.addLast(new Group(newest.clockEpoch(), List.of()));
    }
    Map<String, String> facts = new HashMap<>(memory);
    facts.putAll(LastKnown.memory(newest));
    try {
      recordLosses();
      while (!waiting.isEmpty()) {
        Group group = waiting.getFirst();
        oldestGiven = true;
        outbox.append(
            new CommitGroup(
                group.clockEpoch(),
                numbered(group.drafts()),
                waiting.size() == 1 ? facts : group.clock()));
        waiting.removeFirst();
        oldestGiven = false;
      }
    } catch (OutboxFailure e) {
      failed(e.getMessage());
      return;
    }
    committed.putAll(memory);
    memory.clear();
    if (!failure.isEmpty()) {
      log.info("the outbox accepts readings again");
      failure = "";
    }
  }

  private void recordLosses() throws OutboxFailure {
    if (unwritten > 0) {
      unwrittenGiven = unwrittenGiven == 0 ? unwritten : unwrittenGiven;
      outbox.recordLoss(unwrittenGiven, GapReason.UNWRITTEN);
      unwritten -= unwrittenGiven;
      unwrittenGiven = 0;
    }
    if (overrun > 0) {
      overrunGiven = overrunGiven == 0 ? overrun : overrunGiven;
      outbox.recordLoss(overrunGiven, GapReason.OVERRUN);
      overrun -= overrunGiven;
      overrunGiven = 0;
    }
  }

  private List<Sample> numbered(List<Draft> group) throws OutboxFailure {
    List<Sample> samples = new ArrayList<>(group.size());
    for (Draft draft : group) {
      Held channel = draft.channel();
      if (channel.id == Held.UNNUMBERED) {
        channel.id = outbox.channelId(channel.key, channel.quantity);
      }
      samples.add(new Sample(channel.id, draft.timeMillis(), draft.quality(), draft.value()));
    }
    return samples;
  }

  private void failed(String reason) {
    if (!reason.equals(failure)) {
      log.warn("the outbox does not accept readings: {}", reason);
      failure = reason;
    }
  }

  /** Counts readings that were lost before they came here. */
  public void drop(long readings) {
    given += readings;
    dropped += readings;
    overrun += readings;
  }

  /** Readings that came here or were lost on the way; accepted, gap-recorded, or they wait. */
  public long given() {
    return given;
  }

  /** Readings dropped: before they came here, or because the outbox failed for too long. */
  long dropped() {
    return dropped;
  }

  /** Why the outbox does not accept readings; empty when it does. */
  String failure() {
    return failure;
  }

  /** Readings that wait to be accepted. */
  public long waitingReadings() {
    return unwritten
        + overrun
        + drafts.size()
        + waiting.stream().mapToLong(group -> group.drafts().size()).sum();
  }
}
