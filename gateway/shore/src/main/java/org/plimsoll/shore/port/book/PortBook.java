package org.plimsoll.shore.port.book;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port's book on disk. Any thread asks; one thread, {@code port-book}, has the file. Each
 * question is one transaction, durable when it is answered. After a failure the file is closed and
 * opened again for the next question.
 */
public final class PortBook implements AutoCloseable {

  /** Most questions that wait; one more is refused and counted. */
  static final int MAX_WAITING = 256;

  private static final String FILE = "port.db";
  private static final long CLOSE_SECONDS = 10;

  private static final Logger LOG = LoggerFactory.getLogger(PortBook.class);

  private final Path file;
  private final InstantSource clock;
  private final ThreadPoolExecutor thread;
  private final LongAdder refused = new LongAdder();
  private final LongAdder failures = new LongAdder();
  private final AtomicLong entries = new AtomicLong();
  private volatile boolean up;

  /** Confined to the book's thread. */
  private @Nullable BookFile open;

  /** Confined to the book's thread: whether the trouble was told. */
  private boolean told;

  /**
   * Opens nothing yet.
   *
   * @param directory of the file; made when it is not there
   */
  public PortBook(Path directory, InstantSource clock) {
    this.file = directory.resolve(FILE);
    this.clock = clock;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MAX_WAITING),
            task -> new Thread(task, "port-book"),
            (task, pool) -> {
              refused.increment();
              throw new RejectedExecutionException("the port's book is busy");
            });
  }

  /** A question to the open book. */
  public interface Question<T> {
    T ask(Ledger ledger) throws SQLException;
  }

  /**
   * Asks. The answer comes on the book's thread; it fails with {@link BookUnavailable} when the
   * book is busy, cannot be read or cannot be written, and then nothing was kept.
   */
  public <T> CompletableFuture<T> ask(Question<T> question) {
    CompletableFuture<T> answer = new CompletableFuture<>();
    try {
      thread.execute(() -> answer(question, answer));
    } catch (RejectedExecutionException e) {
      answer.completeExceptionally(new BookUnavailable("the book is busy; try again"));
    }
    return answer;
  }

  private <T> void answer(Question<T> question, CompletableFuture<T> answer) {
    T result;
    try {
      BookFile book = book();
      result = ask(question, book);
      up = true;
      if (told) {
        told = false;
        LOG.info("Port book {} is there again", file);
      }
    } catch (SQLException e) {
      shut();
      up = false;
      failures.increment();
      if (!told) {
        told = true;
        LOG.warn("Port book {} cannot be used: {}", file, e.getMessage());
      }
      answer.completeExceptionally(new BookUnavailable("the book cannot be used now"));
      return;
    } catch (RuntimeException e) {
      // A fault of ours: undo, and let the asker say so.
      shut();
      answer.completeExceptionally(e);
      return;
    }
    answer.complete(result);
  }

  private <T> T ask(Question<T> question, BookFile book) throws SQLException {
    Ledger ledger = new Ledger(book, clock);
    T result = question.ask(ledger);
    entries.set(ledger.entries());
    book.commit();
    return result;
  }

  private BookFile book() throws SQLException {
    BookFile book = open;
    if (book == null) {
      book = BookFile.open(file);
      open = book;
    }
    return book;
  }

  private void shut() {
    BookFile book = open;
    open = null;
    if (book != null) {
      book.close();
    }
  }

  /** Whether the last question could be answered. */
  public boolean isUp() {
    return up;
  }

  /** How many entries there are. */
  public long entries() {
    return entries.get();
  }

  /** Questions refused because too many waited. */
  public long refused() {
    return refused.sum();
  }

  /** Questions that the file could not answer. */
  public long failures() {
    return failures.sum();
  }

  /** Answers what waits, then closes the file. */
  @Override
  public void close() {
    if (thread.isShutdown()) {
      return;
    }
    try {
      thread.execute(this::shut);
    } catch (RejectedExecutionException e) {
      LOG.debug("the file is closed with the process: {}", e.getMessage());
    }
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.warn("Port book {} did not close in {} s", file, CLOSE_SECONDS);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
