package org.plimsoll.vessel.pipeline;

import java.util.concurrent.CompletableFuture;
import org.plimsoll.naval.departure.DepartureRecord;
import org.plimsoll.vessel.alert.AlertCommand;
import org.plimsoll.vessel.alert.AlertReply;
import org.plimsoll.vessel.line.AlertTraffic;
import org.plimsoll.vessel.line.Heard;
import org.plimsoll.vessel.record.RecordOutcome;

/** What other threads hand to the pipeline thread. */
sealed interface Inbound {

  /** A line heard something. */
  record Readings(Heard heard) implements Inbound {}

  /** Somebody wants something of an alert; the answer is completed by the pipeline thread. */
  record Command(AlertCommand command, CompletableFuture<AlertReply> answer) implements Inbound {}

  /**
   * An officer silences everything; the answer, how many it was, comes from the pipeline thread.
   */
  record SilenceAll(CompletableFuture<Integer> answer) implements Inbound {}

  /** A line to an alert management tells something. */
  record Traffic(AlertTraffic traffic) implements Inbound {}

  /** An officer records how she lies; the answer is completed by the pipeline thread. */
  record Record(
      DepartureRecord.Moment moment,
      String voyage,
      String by,
      CompletableFuture<RecordOutcome> answer)
      implements Inbound {}

  /** Nothing but that the pipeline thread looks whether it is to end. */
  record Wake() implements Inbound {}
}
