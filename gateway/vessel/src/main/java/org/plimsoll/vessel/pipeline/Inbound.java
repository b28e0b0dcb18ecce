package org.plimsoll.vessel.pipeline;

import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import org.plimsoll.naval.departure.DepartureRecord;
import org.plimsoll.vessel.alert.Acknowledgement;
import org.plimsoll.vessel.line.Heard;
import org.plimsoll.vessel.record.RecordOutcome;

/** What other threads hand to the pipeline thread. */
sealed interface Inbound {

  /** A line heard something. */
  record Readings(Heard heard) implements Inbound {}

  /** An officer acknowledges an alert; the answer is completed by the pipeline thread. */
  record Acknowledge(
      int id, OptionalInt instance, String by, CompletableFuture<Acknowledgement> answer)
      implements Inbound {}

  /** An officer records how she lies; the answer is completed by the pipeline thread. */
  record Record(
      DepartureRecord.Moment moment,
      String voyage,
      String by,
      CompletableFuture<RecordOutcome> answer)
      implements Inbound {}
}
