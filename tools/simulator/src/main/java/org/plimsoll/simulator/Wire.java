package org.plimsoll.simulator;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * One serial wire with its name: a pseudo-terminal, a symbolic link to it, and the pace of its baud
 * rate.
 *
 * <p>A device speaks in whole messages. At most {@value #QUEUE_BYTES} bytes wait; a message that
 * does not fit is dropped whole and counted, and what waits while no program listens is lost as on
 * a wire. Confined to the simulator thread.
 */
final class Wire implements Outlet, AutoCloseable {

  /** About half a second at 38,400 baud, more than any burst of the devices here. */
  static final int QUEUE_BYTES = 2048;

  private static final int READ_BYTES = 512;
  private static final double BITS_PER_BYTE = 10;

  /** How often the kernel is asked whether a program has the device open. */
  private static final double ATTENTION_SECONDS = 0.05;

  private final Path link;
  private final double bytesPerSecond;
  private final ByteBuffer queue = ByteBuffer.allocate(QUEUE_BYTES);
  private final byte[] input = new byte[READ_BYTES];
  private @Nullable PseudoTerminal terminal;
  private boolean heard;
  private double unattendedSeconds = ATTENTION_SECONDS;
  private double credit;
  private long droppedMessages;

  Wire(Path link, int baud) {
    this.link = link;
    this.bytesPerSecond = baud / BITS_PER_BYTE;
  }

  /**
   * Opens a terminal and names it; does nothing if plugged.
   *
   * @throws IOException if there is no terminal, or something that is not a link has the name
   */
  void plug() throws IOException {
    if (terminal != null) {
      return;
    }
    if (Files.exists(link, LinkOption.NOFOLLOW_LINKS) && !Files.isSymbolicLink(link)) {
      throw new IOException(link + " is in the way: it is not a link");
    }
    PseudoTerminal opened = PseudoTerminal.open();
    try {
      Files.deleteIfExists(link);
      Files.createSymbolicLink(link, opened.device());
    } catch (IOException unnamed) {
      opened.close();
      throw unnamed;
    }
    terminal = opened;
  }

  /** Pulls the plug: the name is gone, and who has the device open sees it vanish. */
  void unplug() throws IOException {
    if (terminal != null) {
      terminal.close();
      terminal = null;
      heard = false;
      unattendedSeconds = ATTENTION_SECONDS;
      queue.clear();
      Files.deleteIfExists(link);
    }
  }

  /** As of the last {@link #pump}. */
  @Override
  public boolean isHeard() {
    return heard;
  }

  @Override
  public int room() {
    return queue.remaining();
  }

  long droppedMessages() {
    return droppedMessages;
  }

  @Override
  public void say(byte[] message) {
    if (!heard) {
      return;
    }
    if (message.length > queue.remaining()) {
      droppedMessages++;
      return;
    }
    queue.put(message);
  }

  /** Moves as many bytes as the baud rate lets through in {@code stepSeconds}. */
  void pump(double stepSeconds) throws IOException {
    if (terminal == null) {
      return;
    }
    unattendedSeconds += stepSeconds;
    if (unattendedSeconds >= ATTENTION_SECONDS) {
      unattendedSeconds = 0;
      heard = terminal.isHeard();
    }
    if (!heard) {
      queue.clear();
      credit = 0;
      return;
    }
    credit = Math.min(credit + bytesPerSecond * stepSeconds, QUEUE_BYTES);
    int ready = Math.min((int) credit, queue.position());
    if (ready == 0) {
      credit = queue.position() == 0 ? 0 : credit;
      return;
    }
    queue.flip();
    byte[] bytes = new byte[ready];
    queue.get(bytes);
    int taken = terminal.write(bytes);
    queue.position(taken);
    queue.compact();
    credit -= ready;
  }

  /** What the program has written since; at most {@value #READ_BYTES} bytes at a time. */
  ByteBuffer listen() throws IOException {
    int length = terminal == null || !heard ? 0 : terminal.read(input);
    return ByteBuffer.wrap(input, 0, length);
  }

  @Override
  public void close() throws IOException {
    unplug();
  }
}
