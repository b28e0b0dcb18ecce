package org.plimsoll.embedded;

import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Discards what one piece of work prints on its own thread; what other threads print passes.
 *
 * <p>QuestDB announces its log file and its shutdown with {@code println}, below any log
 * configuration. stdout is for data and stderr for our own talk.
 */
final class QuietConsole {

  private QuietConsole() {}

  /** Runs the work on this thread, unheard. */
  static void run(Runnable work) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    System.setOut(new PrintStream(new Others(out, Thread.currentThread()), true));
    System.setErr(new PrintStream(new Others(err, Thread.currentThread()), true));
    try {
      work.run();
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private static final class Others extends OutputStream {
    private final PrintStream console;
    private final Thread quiet;

    Others(PrintStream console, Thread quiet) {
      this.console = console;
      this.quiet = quiet;
    }

    @Override
    public void write(int b) {
      if (Thread.currentThread() != quiet) {
        console.write(b);
      }
    }

    @Override
    public void write(byte[] bytes, int offset, int length) {
      if (Thread.currentThread() != quiet) {
        console.write(bytes, offset, length);
      }
    }

    @Override
    public void flush() {
      console.flush();
    }
  }
}
