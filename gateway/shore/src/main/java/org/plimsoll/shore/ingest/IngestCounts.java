package org.plimsoll.shore.ingest;

import java.util.concurrent.atomic.LongAdder;

/** What ingest has done. Any thread; every count only grows. */
public final class IngestCounts {

  /** Blocks that arrived, repetitions included. */
  public final LongAdder blocks = new LongAdder();

  /** Blocks whose content is durable and receipted. */
  public final LongAdder blocksStored = new LongAdder();

  /** Readings written, repetitions included. */
  public final LongAdder readingsWritten = new LongAdder();

  /** Readings written whose row the ledger already held. */
  public final LongAdder duplicateReadings = new LongAdder();

  /** Readings that ships recorded as lost. */
  public final LongAdder gapReadings = new LongAdder();

  /** Blocks refused, repetitions included. */
  public final LongAdder deadLetters = new LongAdder();

  /** Refused blocks and points that found no room in the dead-letter directory. */
  public final LongAdder deadLettersNotKept = new LongAdder();

  /** Single points that the store refused. */
  public final LongAdder pointsRefused = new LongAdder();

  /** Blocks let go without a receipt because their channel table did not come; they come again. */
  public final LongAdder blocksPutBack = new LongAdder();

  /** Attempts to write that failed and were repeated. */
  public final LongAdder storeFailures = new LongAdder();

  /** Receipts published. */
  public final LongAdder receipts = new LongAdder();

  /** Requests for missing rows published. */
  public final LongAdder requests = new LongAdder();

  /** Statuses, channel tables and alerts that were refused. */
  public final LongAdder messagesRefused = new LongAdder();

  /** How often a connection to the broker was lost. */
  public final LongAdder brokerOutages = new LongAdder();
}
