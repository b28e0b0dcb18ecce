package org.plimsoll.shore.store;

/** What became of a batch. */
public sealed interface WriteOutcome {

  /** All of it is durable. */
  record Written() implements WriteOutcome {}

  /**
   * A line of it cannot be stored (HTTP 400, 422); perhaps nothing, perhaps a part was written. The
   * batch is to be bisected.
   */
  record Refused(String reason) implements WriteOutcome {}

  /** The batch is too large (HTTP 413): halve it. */
  record TooLarge(String reason) implements WriteOutcome {}

  /**
   * Not now (HTTP 429, 5xx, no connection): the same again later.
   *
   * @param answered whether the store itself answered with an error of its own (HTTP 5xx), which a
   *     poisonous line can cause
   */
  record Unavailable(String reason, boolean answered) implements WriteOutcome {}

  /** The store refuses us (HTTP 401, 403, 404): somebody must act; nothing is dropped meanwhile. */
  record Misconfigured(String reason) implements WriteOutcome {}
}
