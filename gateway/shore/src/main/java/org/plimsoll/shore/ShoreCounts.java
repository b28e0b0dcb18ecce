package org.plimsoll.shore;

/**
 * What a station has done since it started. Each number only grows.
 *
 * @param blocks blocks that arrived, repetitions included
 * @param blocksStored blocks whose content is durable in the store and receipted, repetitions
 *     included
 * @param readingsWritten readings written to the store, repetitions included
 * @param duplicateReadings of these, readings whose row the ledger already held; they overwrote
 *     themselves
 * @param gapReadings readings that ships recorded as lost
 * @param deadLetters blocks refused, repetitions included
 * @param deadLettersNotKept of these, blocks that found no room in the dead-letter directory
 * @param pointsRefused single points that the store refused
 * @param storeFailures attempts to write that failed and were repeated
 * @param receipts receipts published
 * @param requests requests for missing ranges published
 * @param messagesRefused statuses, channel tables and alerts that could not be read
 * @param brokerOutages how often the connection to the broker was lost
 */
public record ShoreCounts(
    long blocks,
    long blocksStored,
    long readingsWritten,
    long duplicateReadings,
    long gapReadings,
    long deadLetters,
    long deadLettersNotKept,
    long pointsRefused,
    long storeFailures,
    long receipts,
    long requests,
    long messagesRefused,
    long brokerOutages) {}
