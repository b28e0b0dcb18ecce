package org.plimsoll.vessel.outbox;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps a second process out of the directory; ends with the process, however that ends. */
final class DirectoryLock implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(DirectoryLock.class);

  private final FileChannel channel;

  private DirectoryLock(FileChannel channel) {
    this.channel = channel;
  }

  /** Makes the directory when it is not there, and locks it. */
  static DirectoryLock of(Path directory) throws OutboxFailure {
    FileChannel channel;
    try {
      Files.createDirectories(directory);
      channel =
          FileChannel.open(
              directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new OutboxFailure("outbox directory " + directory + " cannot be used", e);
    }
    DirectoryLock lock = new DirectoryLock(channel);
    if (tryLock(channel) == null) {
      lock.close();
      throw new OutboxFailure(
          "outbox directory "
              + directory
              + " is in use by another process; one vessel, one outbox");
    }
    return lock;
  }

  private static @Nullable FileLock tryLock(FileChannel channel) {
    try {
      return channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // held by this very process
      return null;
    } catch (IOException e) {
      LOG.warn("Locking failed: {}", e.getMessage());
      return null;
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      LOG.debug("Lock file: {}", e.getMessage());
    }
  }
}
