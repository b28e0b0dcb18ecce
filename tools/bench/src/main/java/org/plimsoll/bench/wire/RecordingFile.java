package org.plimsoll.bench.wire;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * Reads a recording: a channel table in comments, {@code # id,path,source,resolution}, then one
 * line per frame, {@code arrival in ms since the start, id:value ...}. Plain, gzip, or xz if the
 * machine has the program of that name.
 */
final class RecordingFile {

  private static final Pattern CHANNEL =
      Pattern.compile("#\\s*(\\d+),([^,]+),([^,]+),([-+.0-9eE]+)\\s*");

  /** Longest recording, in frames: what fits into the memory of a small machine. */
  private static final int MAX_FRAMES = 2_000_000;

  private static final byte[] XZ = {(byte) 0xfd, '7', 'z', 'X', 'Z', 0};
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};

  private RecordingFile() {}

  /**
   * @throws IOException if the file cannot be read or is no recording; the message names the line
   */
  static Recording read(Path file) throws IOException {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file))) {
      raw.mark(XZ.length);
      byte[] magic = raw.readNBytes(XZ.length);
      raw.reset();
      if (startsWith(magic, XZ)) {
        return readXz(file);
      }
      return read(file, startsWith(magic, GZIP) ? new GZIPInputStream(raw) : raw);
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    for (int i = 0; i < magic.length; i++) {
      if (i >= bytes.length || bytes[i] != magic[i]) {
        return false;
      }
    }
    return true;
  }

  private static Recording readXz(Path file) throws IOException {
    Process xz =
        new ProcessBuilder("xz", "--decompress", "--stdout", file.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (InputStream plain = xz.getInputStream()) {
      Recording recording = read(file, plain);
      if (xz.waitFor() != 0) {
        throw new IOException(file + ": xz ended with " + xz.exitValue());
      }
      return recording;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(file + ": interrupted", e);
    } finally {
      xz.destroy();
    }
  }

  private static Recording read(Path file, InputStream in) throws IOException {
    List<Recording.Channel> channels = new ArrayList<>();
    List<Recording.Frame> frames = new ArrayList<>();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.US_ASCII));
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      try {
        if (line.startsWith("#")) {
          Matcher channel = CHANNEL.matcher(line);
          if (channel.matches()) {
            addChannel(channels, channel);
          }
        } else if (!line.isBlank()) {
          frames.add(frame(line, channels.size(), frames));
        }
      } catch (IllegalArgumentException e) {
        throw new IOException(file + ":" + number + ": " + e.getMessage(), e);
      }
    }
    if (frames.isEmpty()) {
      throw new IOException(file + ": no frames");
    }
    return new Recording(file.getFileName().toString(), channels, frames);
  }

  private static void addChannel(List<Recording.Channel> channels, Matcher text) {
    if (Integer.parseInt(text.group(1)) != channels.size()) {
      throw new IllegalArgumentException("channel " + text.group(1) + " out of order");
    }
    channels.add(
        new Recording.Channel(text.group(2), text.group(3), Double.parseDouble(text.group(4))));
  }

  private static Recording.Frame frame(String line, int channels, List<Recording.Frame> before) {
    if (before.size() == MAX_FRAMES) {
      throw new IllegalArgumentException("more than " + MAX_FRAMES + " frames");
    }
    String[] words = line.trim().split("\\s+");
    long millis = Long.parseLong(words[0]);
    long least = before.isEmpty() ? 0 : before.get(before.size() - 1).millis();
    if (millis < least) {
      throw new IllegalArgumentException("time " + millis + " after " + least);
    }
    List<Recording.Reading> readings = new ArrayList<>(words.length - 1);
    for (int i = 1; i < words.length; i++) {
      int colon = words[i].indexOf(':');
      int channel = Integer.parseInt(words[i].substring(0, Math.max(0, colon)));
      if (channel < 0 || channel >= channels) {
        throw new IllegalArgumentException("channel " + channel + " is in no table");
      }
      readings.add(new Recording.Reading(channel, Long.parseLong(words[i].substring(colon + 1))));
    }
    return new Recording.Frame(millis, readings);
  }
}
