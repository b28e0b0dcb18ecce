package org.plimsoll.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * The right to write below a directory, held by one server of one process; the kernel gives it back
 * when the process dies.
 */
final class DirectoryLock implements AutoCloseable {

  private static final String FILE = "plimsoll.lock";

  private final FileChannel file;

  private DirectoryLock(FileChannel file) {
    this.file = file;
  }

  /**
   * Creates the directory when absent and takes its lock.
   *
   * @param what whose directory it is, for the message
   * @throws IOException if the directory cannot be made or another server holds it
   */
  static DirectoryLock take(Path directory, String what) throws IOException {
    Files.createDirectories(directory);
    FileChannel file =
        FileChannel.open(
            directory.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (lockOf(file) == null) {
      file.close();
      throw new IOException(what + " in " + directory + " is in use by another process");
    }
    return new DirectoryLock(file);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }

  private static @Nullable FileLock lockOf(FileChannel file) throws IOException {
    try {
      return file.tryLock();
    } catch (OverlappingFileLockException e) {
      return null; // held by another server of this process
    }
  }
}
