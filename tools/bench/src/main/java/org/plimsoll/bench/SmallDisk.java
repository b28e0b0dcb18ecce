package org.plimsoll.bench;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * A file system of its own with little room (tmpfs), which others can fill. Needs the right to
 * mount. Confined to the run's thread.
 */
final class SmallDisk implements AutoCloseable {

  private final Path directory;

  /**
   * Mounts it.
   *
   * @param directory made when it is not there.
   * @throws IOException if this machine does not allow it; the message says why.
   */
  SmallDisk(Path directory, int mebibytes) throws IOException, InterruptedException {
    this.directory = Files.createDirectories(directory);
    command("mount", "-t", "tmpfs", "-o", "size=" + mebibytes + "m", "plimsoll", directory + "");
  }

  /** Somebody else writes until nothing more fits. */
  void fill() throws IOException {
    byte[] some = new byte[4096];
    try (OutputStream out =
        Files.newOutputStream(others(), StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (true) {
        out.write(some);
      }
    } catch (IOException full) {
      if (Files.getFileStore(directory).getUsableSpace() > some.length) {
        throw full;
      }
    }
  }

  /** Somebody else tidies up. */
  void tidy() throws IOException {
    Files.deleteIfExists(others());
  }

  private Path others() {
    return directory.resolve("log of somebody else");
  }

  @Override
  public void close() throws IOException {
    try {
      command("umount", directory.toString());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static void command(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException(command[0] + " failed: " + said.strip());
    }
  }
}
