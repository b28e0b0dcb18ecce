package org.plimsoll.vessel.pipeline;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.plimsoll.vessel.line.Heard;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The thread {@code pipeline}: takes from the queue, and once a second looks at the whole. */
public final class PipelineThread implements AutoCloseable {

  private static final long SECOND_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Longest wait for what is in the queue to be accepted. */
  private static final long CLOSE_MILLIS = 5000;

  private static final Logger log = LoggerFactory.getLogger(PipelineThread.class);

  private final PipelineQueue queue;
  private final Pipeline pipeline;
  private final LongSupplier nanos;
  private final Thread thread = new Thread(this::run, "pipeline");
  private volatile boolean stopping;

  /** Not started yet. */
  public PipelineThread(PipelineQueue queue, Pipeline pipeline, LongSupplier nanos) {
    this.queue = queue;
    this.pipeline = pipeline;
    this.nanos = nanos;
    thread.setDaemon(true);
  }

  /** Starts taking. */
  public void start() {
    thread.start();
  }

  private void run() {
    long next = nanos.getAsLong();
    long urgent = SECOND_NANOS;
    while (!stopping) {
      try {
        queue.take(Math.min(urgent, next - nanos.getAsLong())).ifPresent(this::take);
        urgent = pipeline.lookWhenUrgent();
        long now = nanos.getAsLong();
        if (now - next >= 0) {
          // After a pause of the process nothing may look silent that waits in the queue.
          takeWhatIsThere();
          next = now - next > SECOND_NANOS ? now + SECOND_NANOS : next + SECOND_NANOS;
          pipeline.everySecond();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (RuntimeException e) {
        log.error("fault of the gateway in the pipeline; it goes on with the next", e);
      }
    }
    finish();
  }

  private void take(Inbound inbound) {
    if (inbound instanceof Inbound.Readings readings) {
      Heard heard = readings.heard();
      pipeline.hear(heard);
    } else if (inbound instanceof Inbound.Command command) {
      pipeline.command(command);
    } else if (inbound instanceof Inbound.SilenceAll all) {
      pipeline.silenceAll(all);
    } else if (inbound instanceof Inbound.Traffic said) {
      pipeline.traffic(said.traffic());
    } else if (inbound instanceof Inbound.Record wish) {
      pipeline.record(wish);
    } else if (!(inbound instanceof Inbound.Wake)) {
      throw new AssertionError(inbound);
    }
  }

  private void takeWhatIsThere() throws InterruptedException {
    for (int i = 0; i < PipelineQueue.CAPACITY; i++) {
      Optional<Inbound> next = queue.take(0);
      if (next.isEmpty()) {
        return;
      }
      take(next.get());
    }
  }

  private void finish() {
    try {
      takeWhatIsThere();
      pipeline.commit();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Takes nothing more, commits what was taken, and ends. */
  @Override
  public void close() {
    queue.close();
    stopping = true;
    queue.wake();
    try {
      thread.join(CLOSE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
