package org.plimsoll.simulator;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * A recorded NMEA log in the place of the GPS: its lines, byte for byte, once.
 *
 * <p>An epoch, that is the lines up to a change of the time in RMC, GGA or GLL, takes one second,
 * and longer if the baud rate does not carry it. It begins when a program listens, so that nothing
 * of it is lost, and the line falls silent at its end. Comment lines ({@code #}) at the head of the
 * file are the archivist's and not the receiver's: they are not played. A frozen log stands still.
 */
final class GpsLog implements Device, AutoCloseable {

  /** A line longer than this is played in pieces. */
  static final int PIECE_BYTES = 1024;

  private static final double EPOCH_SECONDS = 1;

  /** A program that has just opened a device may still throw its input away. */
  private static final double SETTLING_SECONDS = 0.5;

  private final Path file;
  private final InputStream input;
  private final Voice voice;
  private byte @Nullable [] piece;
  private String epochTime = "";
  private boolean begun;
  private boolean inHeader = true;
  private boolean pieceBeginsLine = true;
  private boolean nextBeginsLine = true;
  private double notBeforeSeconds;
  private boolean ended;

  GpsLog(Path file, Voice voice) throws IOException {
    this.file = file;
    this.voice = voice;
    this.input = new BufferedInputStream(Files.newInputStream(file));
  }

  /** Whether the last line has been said. */
  boolean hasEnded() {
    return ended;
  }

  @Override
  public void tick(Truth now, Outlet out) {
    boolean frozen = voice.seen(now) != now;
    if (ended || frozen || !out.isHeard()) {
      return;
    }
    try {
      play(now, out);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(file + " broke off", unreadable);
    }
  }

  @Override
  public void close() throws IOException {
    input.close();
  }

  private void play(Truth now, Outlet out) throws IOException {
    while (true) {
      if (piece == null) {
        piece = nextPiece();
        if (piece == null) {
          ended = true;
          return;
        }
        paceEpoch(piece, now.elapsedSeconds());
      }
      if (now.elapsedSeconds() < notBeforeSeconds || out.room() < piece.length) {
        return;
      }
      voice.uttered(piece, now).ifPresent(out::say);
      piece = null;
    }
  }

  private void paceEpoch(byte[] next, double seconds) {
    if (!begun) {
      begun = true;
      notBeforeSeconds = seconds + SETTLING_SECONDS;
    }
    String time = pieceBeginsLine ? timeOf(next) : "";
    if (!time.isEmpty() && !time.equals(epochTime)) {
      if (!epochTime.isEmpty()) {
        notBeforeSeconds = Math.max(notBeforeSeconds + EPOCH_SECONDS, seconds);
      }
      epochTime = time;
    }
  }

  private byte @Nullable [] nextPiece() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    pieceBeginsLine = nextBeginsLine;
    int value;
    while ((value = input.read()) >= 0) {
      out.write(value);
      if (value != '\n' && out.size() < PIECE_BYTES) {
        continue;
      }
      nextBeginsLine = value == '\n';
      boolean comment = pieceBeginsLine && out.toByteArray()[0] == '#' || !pieceBeginsLine;
      if (inHeader && comment) {
        out.reset();
        pieceBeginsLine = nextBeginsLine;
        continue;
      }
      inHeader = false;
      return out.toByteArray();
    }
    boolean nothing = out.size() == 0 || inHeader && out.toByteArray()[0] == '#';
    return nothing ? null : out.toByteArray();
  }

  private static String timeOf(byte[] line) {
    String text = new String(line, StandardCharsets.ISO_8859_1);
    int start = text.lastIndexOf('$');
    String[] fields = text.substring(Math.max(0, start)).split(",", 7);
    if (start < 0 || fields[0].length() != 6) {
      return "";
    }
    int field =
        switch (fields[0].substring(3)) {
          case "RMC", "GGA" -> 1;
          case "GLL" -> 5;
          default -> fields.length;
        };
    return field < fields.length ? fields[field] : "";
  }
}
