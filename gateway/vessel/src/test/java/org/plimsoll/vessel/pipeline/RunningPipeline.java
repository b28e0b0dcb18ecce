package org.plimsoll.vessel.pipeline;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.plimsoll.vessel.budget.Spending;
import org.plimsoll.vessel.clock.GatewayClock;
import org.plimsoll.vessel.clock.LastKnown;
import org.plimsoll.vessel.line.Heard;
import org.plimsoll.vessel.line.LineCounts;
import org.plimsoll.vessel.line.LineState;
import org.plimsoll.vessel.line.LineStatus;
import org.plimsoll.vessel.record.RecordBook;
import org.plimsoll.vessel.uplink.LinkStatus;
import org.plimsoll.vocabulary.Reading;

/** A real pipeline thread, in real time, on the reference ferry without devices. */
public final class RunningPipeline implements AutoCloseable {

  private final ShipRules rules = ReferenceShipRules.read();
  private final RecordBook records;
  private final PipelineQueue queue = new PipelineQueue();
  private final OutboxFake outbox = new OutboxFake();
  private PipelineThread thread;

  /** Departure records go to this directory. */
  public RunningPipeline(Path directory) {
    this.records = RecordBook.open(directory);
  }

  public RecordBook records() {
    return records;
  }

  public ShipRules rules() {
    return rules;
  }

  public PipelineQueue queue() {
    return queue;
  }

  public void diskFull(boolean full) {
    outbox.diskFull = full;
  }

  public void start(Consumer<Snapshot> screens) {
    Surroundings surroundings =
        new Surroundings(
            this::lines, RunningPipeline::link, alert -> {}, (line, said) -> {}, screens, records);
    Pipeline pipeline =
        new Pipeline(
            rules,
            queue,
            outbox,
            surroundings,
            new GatewayClock(InstantSource.system(), System::nanoTime, LastKnown.nothing()),
            System::nanoTime);
    thread = new PipelineThread(queue, pipeline, System::nanoTime);
    thread.start();
  }

  private List<LineStatus> lines() {
    return rules.lines().stream()
        .map(
            line ->
                new LineStatus(
                    line.id(),
                    line.dialect().protocol(),
                    line.transport().device(),
                    LineState.GREEN,
                    "",
                    OptionalLong.empty(),
                    new LineCounts(0, 0, 0, 0, 0, Map.of(), 0, 0, 0)))
        .toList();
  }

  private static LinkStatus link() {
    return new LinkStatus(
        LinkStatus.State.DOWN,
        Instant.EPOCH,
        "",
        0,
        0,
        0,
        Optional.empty(),
        0,
        0,
        0,
        0,
        Spending.NOTHING);
  }

  public void hear(String line, String source, Reading... readings) {
    queue.offer(new Heard(line, source, List.of(readings)));
  }

  @Override
  public void close() {
    thread.close();
  }
}
