package org.plimsoll.vessel.pipeline;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.plimsoll.telemetry.Row;
import org.plimsoll.telemetry.Sample;
import org.plimsoll.vessel.clock.LastKnown;
import org.plimsoll.vessel.clock.Stamp;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Collects samples into commit groups and gives them to the outbox.
 *
 * <p>While the outbox fails, groups wait, at most {@link #MAX_WAITING}; then the oldest is dropped
 * and its readings are counted, and the count travels as a channel of its own. Memory of a dropped
 * group is not lost: it is written with the next. Confined to the pipeline thread.
 */
final class Committer {

  /** Groups that wait for a failing outbox: one minute of them. The oldest is dropped. */
  static final int MAX_WAITING = 60;

  private static final Logger log = LoggerFactory.getLogger(Committer.class);

  private final Outbox outbox;
  private final Deque<CommitGroup> waiting = new ArrayDeque<>();
  private final Map<String, String> committed;
  private final Map<String, String> memory = new HashMap<>();
  private List<Sample> samples = new ArrayList<>();
  private int clockEpoch;
  private long dropped;
  private String failure = "";

  Committer(Outbox outbox) {
    this.outbox = outbox;
    this.committed = new HashMap<>(outbox.memory());
  }

  /** Adds a sample; a change of the clock epoch closes the group before it. */
  void add(int epoch, Sample sample) {
    if (epoch != clockEpoch || samples.size() == Row.MAX_SAMPLES) {
      close();
      clockEpoch = epoch;
    }
    samples.add(sample);
  }

  /** Notes a fact that must survive together with the samples. */
  void remember(String key, String text) {
    if (!text.equals(committed.getOrDefault(key, ""))) {
      memory.put(key, text);
    } else {
      memory.remove(key);
    }
  }

  private void close() {
    if (samples.isEmpty()) {
      return;
    }
    waiting.addLast(new CommitGroup(clockEpoch, samples, Map.of()));
    samples = new ArrayList<>();
    if (waiting.size() > MAX_WAITING) {
      dropped += waiting.removeFirst().samples().size();
    }
  }

  /** Gives everything to the outbox; whatever it refuses waits for the next call. */
  void commit(Stamp newest) {
    close();
    if (waiting.isEmpty() && memory.isEmpty()) {
      return;
    }
    Map<String, String> facts = new HashMap<>(memory);
    facts.putAll(LastKnown.memory(newest));
    if (waiting.isEmpty()) {
      waiting.addLast(new CommitGroup(newest.clockEpoch(), List.of(), Map.of()));
    }
    try {
      while (!waiting.isEmpty()) {
        CommitGroup group = waiting.getFirst();
        boolean last = waiting.size() == 1;
        outbox.append(last ? new CommitGroup(group.clockEpoch(), group.samples(), facts) : group);
        waiting.removeFirst();
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

  /** Notes that the outbox did not do its work; says so once for each reason. */
  void failed(String reason) {
    if (!reason.equals(failure)) {
      log.warn("the outbox does not accept readings: {}", reason);
      failure = reason;
    }
  }

  /** Counts readings that were lost for another reason. */
  void drop(int readings) {
    dropped += readings;
  }

  /** Readings dropped because the outbox failed for too long. */
  long dropped() {
    return dropped;
  }

  /** Why the outbox does not accept readings; empty when it does. */
  String failure() {
    return failure;
  }

  /** Readings that wait to be accepted. */
  long waitingReadings() {
    return samples.size() + waiting.stream().mapToLong(group -> group.samples().size()).sum();
  }
}
