package org.plimsoll.vessel.outbox;

/**
 * The disk did not do what was asked: full, unreadable, in use by another process. Nothing of the
 * failed call is kept. The next call opens the store afresh and reads back what it really holds.
 */
public final class OutboxFailure extends Exception {

  private static final long serialVersionUID = 1L;

  public OutboxFailure(String message) {
    super(message);
  }

  public OutboxFailure(String message, Throwable cause) {
    super(message + ": " + cause.getMessage(), cause);
  }
}
