package org.plimsoll.shore.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was refused, as files: the bytes, and beside them the reason. A letter is named by vessel
 * and content, so the same one that comes again is kept once.
 *
 * <p>Bounded by count and bytes; what finds no room is not kept, and the caller counts it. Any
 * thread, one after the other.
 */
final class DeadLetters {

  private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);

  private static final String REASON = ".reason";
  private static final String PART = ".part";
  private static final int NAME_BYTES = 12;

  private final Path directory;
  private final int maxFiles;
  private final long maxBytes;
  private int files;
  private long bytes;
  private boolean counted;
  private boolean full;

  DeadLetters(IngestConfig config) {
    this.directory = config.deadLetters();
    this.maxFiles = config.deadLetterFiles();
    this.maxBytes = config.deadLetterBytes();
  }

  /**
   * Keeps a letter.
   *
   * @param vessel whose, a name that may stand in a file name
   * @param kind what it is, the end of its file name
   * @return whether it is on disk now, durably
   */
  synchronized boolean keep(String vessel, String kind, byte[] content, String reason) {
    try {
      count();
      Path letter = directory.resolve(vessel + "-" + name(content) + "." + kind);
      if (Files.exists(letter)) {
        return true;
      }
      byte[] why = (reason + "\n").getBytes(StandardCharsets.UTF_8);
      long size = (long) content.length + why.length;
      if (files + 1 > maxFiles || bytes + size > maxBytes) {
        reportFull();
        return false;
      }
      write(letter.resolveSibling(letter.getFileName() + REASON), why);
      write(letter, content);
      files++;
      bytes += size;
      log.warn("dead letter {}: {}", letter.getFileName(), reason);
      return true;
    } catch (IOException e) {
      log.warn("dead letter of {} not kept: {}", vessel, e.toString());
      return false;
    }
  }

  private void reportFull() {
    if (!full) {
      full = true;
      log.warn("{} is full: further dead letters are only counted", directory);
    }
  }

  /** What earlier runs left. */
  private void count() throws IOException {
    if (counted) {
      return;
    }
    Files.createDirectories(directory);
    List<Path> found;
    try (Stream<Path> list = Files.list(directory)) {
      found = list.filter(Files::isRegularFile).toList();
    }
    for (Path file : found) {
      bytes += Files.size(file);
      if (!file.toString().endsWith(REASON) && !file.toString().endsWith(PART)) {
        files++;
      }
    }
    counted = true;
  }

  private static void write(Path file, byte[] content) throws IOException {
    Path part = file.resolveSibling(file.getFileName() + PART);
    try (FileChannel channel =
        FileChannel.open(
            part,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      ByteBuffer buffer = ByteBuffer.wrap(content);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private static String name(byte[] content) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
      return HexFormat.of().formatHex(digest, 0, NAME_BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
