package org.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.plimsoll.simulator.PseudoTerminal;

/**
 * A device on a pseudo-terminal of its own that speaks at a fixed rate, and can be unplugged,
 * silenced and made to say anything. A symbolic link with a stable name leads to its terminal, as
 * {@code /dev/serial/by-id} does.
 *
 * <p>Its terminal is confined to its own thread; every method may be called from any other.
 */
final class Talker implements AutoCloseable {

  private final Path link;
  private final Speech speech;
  private final AtomicLong turns = new AtomicLong();
  private final AtomicLong bytesLost = new AtomicLong();
  private final ScheduledExecutorService thread;
  private @Nullable PseudoTerminal terminal;
  private boolean silent;

  /**
   * Plugs the device in and lets it speak.
   *
   * @param link where the symbolic link is made; its directory exists.
   * @param every time between two turns.
   */
  Talker(Path link, Duration every, Speech speech) throws IOException {
    this.link = link;
    this.speech = speech;
    thread =
        Executors.newSingleThreadScheduledExecutor(
            task -> {
              Thread talker = new Thread(task, "talker-" + link.getFileName());
              talker.setDaemon(true);
              return talker;
            });
    plugIn();
    thread.scheduleAtFixedRate(this::speak, 0, every.toNanos(), TimeUnit.NANOSECONDS);
  }

  private void speak() {
    PseudoTerminal to = terminal;
    if (to == null || silent) {
      return;
    }
    long turn = turns.getAndIncrement();
    for (String text : speech.at(turn)) {
      send(to, Speech.encode(text));
    }
  }

  private void send(PseudoTerminal to, byte[] bytes) {
    try {
      bytesLost.addAndGet(bytes.length - to.write(bytes));
    } catch (IOException refused) {
      throw new IllegalStateException("the kernel refuses " + to.device(), refused);
    }
  }

  /** Puts the device back, on a new terminal below the same name. */
  void plugIn() throws IOException {
    inThread(
        () -> {
          if (terminal == null) {
            PseudoTerminal opened = PseudoTerminal.open();
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, opened.device());
            terminal = opened;
          }
          return terminal;
        });
  }

  /** Pulls the plug: the terminal and its name are gone. */
  void unplug() throws IOException {
    inThread(
        () -> {
          if (terminal != null) {
            terminal.close();
            terminal = null;
            Files.deleteIfExists(link);
          }
          return link;
        });
  }

  /** Says nothing more, with the plug in, or speaks again. */
  void silence(boolean silent) throws IOException {
    inThread(
        () -> {
          this.silent = silent;
          return silent;
        });
  }

  /** Sends these bytes between two turns. */
  void say(byte[] bytes) throws IOException {
    inThread(
        () -> {
          if (terminal == null) {
            throw new IOException(link + " is unplugged");
          }
          send(terminal, bytes);
          return bytes;
        });
  }

  /** How often it has spoken. */
  long turns() {
    return turns.get();
  }

  /** Bytes for which the kernel had no room because nobody read. */
  long bytesLost() {
    return bytesLost.get();
  }

  Path link() {
    return link;
  }

  private <T> T inThread(Callable<T> change) throws IOException {
    try {
      return thread.submit(change).get();
    } catch (ExecutionException failed) {
      throw new IOException("talker " + link.getFileName(), failed.getCause());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted at talker " + link.getFileName(), interrupted);
    }
  }

  /** Pulls the plug for good. */
  @Override
  public void close() throws IOException {
    unplug();
    thread.shutdownNow();
  }
}
