package org.plimsoll.cli.terminal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Lets a command end in its own order when the process is told to stop (Ctrl-C, SIGTERM).
 *
 * <p>The JVM's shutdown thread wakes the main thread and waits until that has closed everything, at
 * most {@link #LONGEST_STOP}; then the process ends with the command's exit code. Only one exists
 * in a process at a time.
 */
public final class StopSignal implements AutoCloseable {

  /**
   * Longest orderly stop; a supervisor kills after 90 s or so, and nothing accepted would be lost.
   */
  static final Duration LONGEST_STOP = Duration.ofSeconds(30);

  private final CountDownLatch asked = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Thread hook = new Thread(this::stop, "stop");
  private volatile int code;

  public StopSignal() {
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** Whether the process was told to stop within the time. */
  public boolean await(Duration atMost) throws InterruptedException {
    return asked.await(atMost.toNanos(), TimeUnit.NANOSECONDS);
  }

  /** Waits until the process is told to stop. */
  public void await() throws InterruptedException {
    asked.await();
  }

  public boolean isAsked() {
    return asked.getCount() == 0;
  }

  /** The exit code if the process was told to stop; 0 unless set. */
  public void exitCode(int wanted) {
    code = wanted;
  }

  /** Everything is closed: the process may end. To be called last. */
  @Override
  public void close() {
    closed.countDown();
    if (!isAsked()) {
      Runtime.getRuntime().removeShutdownHook(hook);
    }
  }

  private void stop() {
    asked.countDown();
    try {
      if (!closed.await(LONGEST_STOP.toNanos(), TimeUnit.NANOSECONDS)) {
        System.err.println("plimsoll: did not stop within " + LONGEST_STOP.toSeconds() + " s");
        code = CommandRun.PROBLEM;
      }
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      code = CommandRun.PROBLEM;
    }
    System.out.flush();
    Runtime.getRuntime().halt(code);
  }
}
