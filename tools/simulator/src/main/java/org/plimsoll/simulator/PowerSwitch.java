package org.plimsoll.simulator;

import com.sun.jna.LastErrorException;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.IntByReference;
import java.io.IOException;
import java.nio.file.Path;

/** Takes the power from a file system, as far as its disk can tell. */
public final class PowerSwitch {

  /** {@code EXT4_IOC_SHUTDOWN}, {@code _IOR('X', 125, __u32)}: Linux, fs/ext4/ext4.h. */
  private static final long SHUTDOWN = 0x8004587dL;

  /** {@code EXT4_GOING_FLAGS_NOLOGFLUSH}: what the journal has not written stays unwritten. */
  private static final int WITHOUT_FLUSHING = 2;

  private PowerSwitch() {}

  /**
   * From now on nothing reaches the disk, every write and every fsync fails, and what was not
   * flushed is gone at the next mount.
   *
   * @param mountPoint where an ext4 or XFS is mounted
   * @throws IOException if the kernel refuses: another file system, or not root
   */
  public static void off(Path mountPoint) throws IOException {
    LibC libc = LibC.load();
    try {
      int descriptor = libc.open(mountPoint.toString(), LibC.O_RDONLY | LibC.O_CLOEXEC, 0);
      try {
        libc.ioctl(descriptor, new NativeLong(SHUTDOWN), new IntByReference(WITHOUT_FLUSHING));
      } finally {
        libc.close(descriptor);
      }
    } catch (LastErrorException refused) {
      throw new IOException(mountPoint + " keeps its power: " + refused.getMessage(), refused);
    }
  }
}
