package org.plimsoll.cli.demo;

import java.util.ArrayDeque;
import java.util.Deque;

/** What has been started so far, to be closed in reverse if a later part cannot start. */
final class Unwinding {

  private final Deque<AutoCloseable> started = new ArrayDeque<>();

  <T extends AutoCloseable> T with(T part) {
    started.push(part);
    return part;
  }

  /** Closes everything; what goes wrong then is added to the failure that led here. */
  void unwind(Exception failure) {
    for (AutoCloseable part : started) {
      try {
        part.close();
      } catch (Exception e) {
        failure.addSuppressed(e);
      }
    }
  }
}
