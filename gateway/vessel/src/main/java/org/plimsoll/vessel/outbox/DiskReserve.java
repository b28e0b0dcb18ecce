package org.plimsoll.vessel.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Space that is held for the moment when the disk is full: even making room inside the outbox's
 * file takes a few megabytes of log. Guarded by the outbox's lock, but for {@link #hold()}, which
 * only the uplink thread calls.
 */
final class DiskReserve {

  /** Twice what the log takes between two checkpoints. */
  static final long BYTES = 8L << 20;

  private static final int STEP_BYTES = 1 << 20;
  private static final Logger LOG = LoggerFactory.getLogger(DiskReserve.class);

  private final Path directory;
  private final Path file;

  DiskReserve(Path directory) {
    this.directory = directory;
    this.file = directory.resolve("reserve");
  }

  /** What the disk has left; plenty when that cannot be told. */
  long usableBytes() {
    try {
      return Files.getFileStore(directory).getUsableSpace();
    } catch (IOException e) {
      LOG.debug("Space of {}: {}", directory, e.getMessage());
      return Long.MAX_VALUE / 2;
    }
  }

  /** Takes the space when there is twice as much. */
  void hold() {
    if (Files.exists(file) || usableBytes() < 2 * BYTES) {
      return;
    }
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
      for (long written = 0; written < BYTES; ) {
        written += channel.write(ByteBuffer.allocate(STEP_BYTES));
      }
      channel.force(true);
    } catch (IOException e) {
      LOG.debug("Reserve: {}", e.getMessage());
      release();
    }
  }

  /** Gives the space back. */
  void release() {
    try {
      if (Files.deleteIfExists(file)) {
        LOG.warn(
            "The disk of {} is full: the reserve is used, the oldest readings make room", file);
      }
    } catch (IOException e) {
      LOG.warn("Reserve {} cannot be given back: {}", file, e.getMessage());
    }
  }
}
