package org.plimsoll.vessel.pipeline;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.plimsoll.naval.departure.DepartureRecord;
import org.plimsoll.vessel.alert.AlertCommand;
import org.plimsoll.vessel.alert.AlertReply;
import org.plimsoll.vessel.line.AlertTraffic;
import org.plimsoll.vessel.line.HandOff;
import org.plimsoll.vessel.line.Heard;
import org.plimsoll.vessel.record.RecordOutcome;

/** The way into the pipeline thread. Any thread may offer, the pipeline thread takes. */
public final class PipelineQueue implements HandOff {

  /**
   * Frames that may wait, about 20 s of a busy ship. When it is full the newest is dropped and its
   * readings are counted.
   */
  public static final int CAPACITY = 2048;

  private final BlockingQueue<Inbound> queue = new ArrayBlockingQueue<>(CAPACITY);
  private final AtomicLong offered = new AtomicLong();
  private final AtomicLong dropped = new AtomicLong();
  private volatile boolean closed;

  @Override
  public boolean offer(Heard heard) {
    int readings = heard.readings().size();
    offered.addAndGet(readings);
    if (!closed && queue.offer(new Inbound.Readings(heard))) {
      return true;
    }
    dropped.addAndGet(readings);
    return false;
  }

  @Override
  public boolean offer(AlertTraffic traffic) {
    return !closed && queue.offer(new Inbound.Traffic(traffic));
  }

  /**
   * Hands over what somebody wants of an alert.
   *
   * @return completed by the pipeline thread; refused at once if it is stopped or has no room
   */
  public CompletableFuture<AlertReply> command(AlertCommand command) {
    CompletableFuture<AlertReply> answer = new CompletableFuture<>();
    if (closed || !queue.offer(new Inbound.Command(command, answer))) {
      answer.complete(new AlertReply.Refused("the gateway is stopping or overloaded"));
    }
    return answer;
  }

  /**
   * Hands over that everything is to be silent.
   *
   * @return how many alerts were silenced, by the pipeline thread; failed at once if it is stopped
   *     or has no room
   */
  public CompletableFuture<Integer> silenceAll() {
    CompletableFuture<Integer> answer = new CompletableFuture<>();
    if (closed || !queue.offer(new Inbound.SilenceAll(answer))) {
      answer.completeExceptionally(
          new RejectedExecutionException("the gateway is stopping or overloaded"));
    }
    return answer;
  }

  /**
   * Hands the wish for a departure record over.
   *
   * @return completed by the pipeline thread; refused at once if it is stopped or has no room
   */
  public CompletableFuture<RecordOutcome> record(
      DepartureRecord.Moment moment, String voyage, String by) {
    CompletableFuture<RecordOutcome> answer = new CompletableFuture<>();
    if (closed || !queue.offer(new Inbound.Record(moment, voyage, by, answer))) {
      answer.complete(new RecordOutcome.Refused("the gateway is stopping or overloaded"));
    }
    return answer;
  }

  /** The next, if one comes in time. */
  Optional<Inbound> take(long atMostNanos) throws InterruptedException {
    @Nullable Inbound next = queue.poll(Math.max(0, atMostNanos), TimeUnit.NANOSECONDS);
    return Optional.ofNullable(next);
  }

  /** Takes nothing more; what is in the queue can still be taken. */
  void close() {
    closed = true;
  }

  /** Whoever waits for the next has it at once; with a full queue nobody waits. */
  void wake() {
    queue.offer(new Inbound.Wake());
  }

  /** Readings that lines handed over. */
  long offered() {
    return offered.get();
  }

  /** Readings for which there was no room. */
  long dropped() {
    return dropped.get();
  }
}
