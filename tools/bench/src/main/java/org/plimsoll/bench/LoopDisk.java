package org.plimsoll.bench;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.plimsoll.simulator.PowerSwitch;

/**
 * A small ext4 of its own in a file, mounted through a loop device, whose power can be cut. Needs
 * root. Confined to the run's thread.
 */
final class LoopDisk implements AutoCloseable {

  private static final int MEBIBYTE = 1 << 20;

  private final Path image;
  private final Path mountPoint;
  private boolean mounted;

  /** Why this machine cannot have one; empty when it can. */
  static Optional<String> whyNot() throws IOException, InterruptedException {
    Path trial = Files.createTempDirectory("plimsoll-mount-");
    try (LoopDisk disk = new LoopDisk(trial.resolve("image"), trial.resolve("disk"), 8)) {
      disk.cut();
      return Optional.empty();
    } catch (IOException refused) {
      return Optional.of(String.valueOf(refused.getMessage()));
    } finally {
      Files.deleteIfExists(trial.resolve("image"));
      Files.deleteIfExists(trial.resolve("disk"));
      Files.deleteIfExists(trial);
    }
  }

  /**
   * Makes the file system and mounts it.
   *
   * @param image the file that it lives in, made anew.
   * @param mountPoint a directory, made when it is not there.
   * @param mebibytes its size, 8 to 4096.
   */
  LoopDisk(Path image, Path mountPoint, int mebibytes) throws IOException, InterruptedException {
    this.image = image;
    this.mountPoint = Files.createDirectories(mountPoint);
    try (RandomAccessFile file = new RandomAccessFile(image.toFile(), "rw")) {
      file.setLength((long) mebibytes * MEBIBYTE);
    }
    command("mkfs.ext4", "-q", "-F", "-m", "0", image.toString());
    mount();
  }

  /** Puts the power back: the kernel replays the journal. */
  void mount() throws IOException, InterruptedException {
    command("mount", "-o", "loop", image.toString(), mountPoint.toString());
    mounted = true;
  }

  /** No file on it may be open. */
  void unmount() throws IOException, InterruptedException {
    command("umount", mountPoint.toString());
    mounted = false;
  }

  /**
   * Cuts the power: from now on nothing reaches the disk, every write and every fsync fails, and
   * what was not flushed is gone at the next mount.
   */
  void cut() throws IOException {
    PowerSwitch.off(mountPoint);
  }

  /** Where it is mounted. */
  Path directory() {
    return mountPoint;
  }

  @Override
  public void close() throws IOException {
    if (mounted) {
      try {
        unmount();
      } catch (InterruptedException interrupted) {
        Thread.currentThread().interrupt();
      }
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
