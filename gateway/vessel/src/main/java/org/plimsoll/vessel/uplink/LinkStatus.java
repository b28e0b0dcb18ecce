package org.plimsoll.vessel.uplink;

import java.time.Instant;
import java.util.Optional;
import org.plimsoll.vessel.budget.Spending;

/**
 * The link as the bridge sees it.
 *
 * @param state up when blocks can be sent
 * @param since when the link came up, or when it went down; attempts in between do not count
 * @param detail one line: whom it talks to, or why not
 * @param bytesSent payload bytes handed to the broker since the start
 * @param blocksSent blocks handed to the broker since the start, repetitions included
 * @param blocksInFlight blocks sent and not receipted
 * @param lastReceipt when the last receipt arrived
 * @param outages how often the link went from up to down
 * @param alertsWaiting alert transitions that the broker has not taken yet
 * @param alertsDropped alert transitions dropped because too many were waiting
 * @param refused blocks and messages that the broker, or this side, refused
 * @param spending what the link carries and costs, and what it may
 */
public record LinkStatus(
    State state,
    Instant since,
    String detail,
    long bytesSent,
    long blocksSent,
    int blocksInFlight,
    Optional<Instant> lastReceipt,
    long outages,
    int alertsWaiting,
    long alertsDropped,
    long refused,
    Spending spending) {

  LinkStatus withMoreDropped(long more) {
    return new LinkStatus(
        state,
        since,
        detail,
        bytesSent,
        blocksSent,
        blocksInFlight,
        lastReceipt,
        outages,
        alertsWaiting,
        alertsDropped + more,
        refused,
        spending);
  }

  /** Whether there is a link. */
  public enum State {
    UP,
    CONNECTING,
    DOWN
  }
}
