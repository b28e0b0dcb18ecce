package org.plimsoll.simulator;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A kernel pseudo-terminal, seen from the master: what is written here is read from {@link
 * #device()}, which any program opens like a serial device.
 *
 * <p>It is a wire: nothing here ever blocks, and what is written while no program has the device
 * open goes nowhere. Closing it is pulling the plug: a program that has the device open gets an I/O
 * error at its next read, and the device is gone. Confined to one thread.
 */
public final class PseudoTerminal implements AutoCloseable {

  private static final int NAME_BYTES = 128;

  private final LibC libc;
  private final int master;
  private final Path device;
  private final Memory pollDescriptor;
  private boolean open = true;

  private PseudoTerminal(LibC libc, int master, Path device) {
    this.libc = libc;
    this.master = master;
    this.device = device;
    this.pollDescriptor = new Memory(LibC.POLLFD_BYTES);
  }

  /**
   * Opens a new terminal in raw mode.
   *
   * @throws IOException if the kernel has none to give
   */
  public static PseudoTerminal open() throws IOException {
    LibC libc = LibC.load();
    try {
      int master =
          libc.posix_openpt(LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_NONBLOCK | LibC.O_CLOEXEC);
      try {
        libc.grantpt(master);
        libc.unlockpt(master);
        Path device = deviceOf(libc, master);
        makeRaw(libc, device);
        return new PseudoTerminal(libc, master, device);
      } catch (LastErrorException | IOException failed) {
        libc.close(master);
        throw failed;
      }
    } catch (LastErrorException failed) {
      throw new IOException("no pseudo-terminal: " + failed.getMessage(), failed);
    }
  }

  /** The device that a program opens, {@code /dev/pts/N}. */
  public Path device() {
    return device;
  }

  /** Whether a program has the device open. */
  public boolean isHeard() {
    requireOpen();
    pollDescriptor.setInt(0, master);
    pollDescriptor.setShort(4, LibC.POLLIN);
    pollDescriptor.setShort(6, (short) 0);
    try {
      libc.poll(pollDescriptor, 1, 0);
    } catch (LastErrorException interrupted) {
      if (interrupted.getErrorCode() == LibC.EINTR) {
        return true;
      }
      throw interrupted;
    }
    return (pollDescriptor.getShort(6) & LibC.POLLHUP) == 0;
  }

  /**
   * Takes what has been written to the device.
   *
   * @return number of bytes put into {@code buffer}; 0 when there are none or nobody has it open
   * @throws IOException if the kernel refuses for any other reason
   */
  public int read(byte[] buffer) throws IOException {
    requireOpen();
    try {
      return (int) libc.read(master, buffer, buffer.length);
    } catch (LastErrorException nothing) {
      return nothingOrThrow(nothing);
    }
  }

  /**
   * Sends as much as the kernel takes.
   *
   * @return number of bytes taken from the beginning of {@code bytes}; less than all when the
   *     program at the other end does not read
   * @throws IOException if the kernel refuses for any other reason
   */
  public int write(byte[] bytes) throws IOException {
    requireOpen();
    if (bytes.length == 0) {
      return 0;
    }
    try {
      return (int) libc.write(master, bytes, bytes.length);
    } catch (LastErrorException nothing) {
      return nothingOrThrow(nothing);
    }
  }

  /** Pulls the plug. Closing twice does nothing. */
  @Override
  public void close() {
    if (open) {
      open = false;
      libc.close(master);
    }
  }

  private void requireOpen() {
    if (!open) {
      throw new IllegalStateException(device + " is closed");
    }
  }

  private int nothingOrThrow(LastErrorException error) throws IOException {
    int code = error.getErrorCode();
    if (code == LibC.EAGAIN || code == LibC.EIO || code == LibC.EINTR) {
      return 0;
    }
    throw new IOException(device + ": " + error.getMessage(), error);
  }

  private static Path deviceOf(LibC libc, int master) throws IOException {
    byte[] name = new byte[NAME_BYTES];
    int error = libc.ptsname_r(master, name, name.length);
    if (error != 0) {
      throw new IOException("no name for a pseudo-terminal, error " + error);
    }
    return Path.of(Native.toString(name));
  }

  /**
   * Sets the device raw once; the kernel keeps that while the master is open. The device is closed
   * again: from then on the kernel says whether a program has it open.
   */
  private static void makeRaw(LibC libc, Path device) {
    int slave = libc.open(device.toString(), LibC.O_RDWR | LibC.O_NOCTTY | LibC.O_CLOEXEC, 0);
    try {
      Memory termios = new Memory(LibC.TERMIOS_BYTES);
      termios.clear();
      libc.tcgetattr(slave, termios);
      libc.cfmakeraw(termios);
      libc.tcsetattr(slave, LibC.NOW, termios);
    } finally {
      libc.close(slave);
    }
  }
}
