package org.plimsoll.shore.port.book;

/** The book cannot be read or written now; nothing was kept. */
public final class BookUnavailable extends Exception {

  private static final long serialVersionUID = 1L;

  BookUnavailable(String message) {
    super(message, null, false, false);
  }
}
