package org.plimsoll.shore.store;

/** The store did not answer a question; an operating fault, to be asked again later. */
public final class StoreUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message) {
    super(message, null, false, false);
  }
}
