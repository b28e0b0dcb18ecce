package org.plimsoll.shore.store;

import java.util.List;
import java.util.Locale;
import org.plimsoll.telemetry.Channel;

/**
 * Points as InfluxDB line protocol, with times in milliseconds: one line per point, whatever the
 * names and texts in it.
 *
 * <p>Tags are restricted to characters without a meaning ({@link Names}), so they are never
 * escaped. Texts are quoted; a control character in one becomes a space, so that no text can end
 * its line.
 */
public final class LineProtocol {

  static final String READINGS = "readings";
  static final String LEDGER = "blocks";
  static final String CHANNELS = "channels";

  /** The ledger's measurement beside those of paths. */
  static final String LEDGER_BY_PATH = "plimsoll.blocks";

  /** The channels' measurement beside those of paths. */
  static final String CHANNELS_BY_PATH = "plimsoll.channels";

  private LineProtocol() {}

  /** All points, each ended by a line feed; one table for all paths. */
  public static String of(List<? extends Point> points) {
    return lines(points, false);
  }

  /**
   * All points, each ended by a line feed; a measurement for each path. Measurement, tags and time
   * are the identity there, so an entry of the ledger has its first number for its time, and a
   * channel its id.
   */
  static String byPath(List<? extends Point> points) {
    return lines(points, true);
  }

  private static String lines(List<? extends Point> points, boolean byPath) {
    StringBuilder lines = new StringBuilder(points.size() * 160);
    for (Point point : points) {
      append(lines, point, byPath);
    }
    return lines.toString();
  }

  private static void append(StringBuilder line, Point point, boolean byPath) {
    if (point instanceof Point.Reading reading) {
      append(line, reading, byPath);
    } else if (point instanceof Point.Ledger ledger) {
      append(line, ledger, byPath);
    } else if (point instanceof Point.ChannelEntry entry) {
      append(line, entry, byPath);
    } else {
      throw new AssertionError(point);
    }
    line.append('\n');
  }

  private static void append(StringBuilder line, Point.Reading reading, boolean byPath) {
    if (byPath) {
      line.append(reading.path());
    } else {
      line.append(READINGS);
      tag(line, "path", reading.path());
    }
    tag(line, "vessel", reading.vessel().text());
    tag(line, "source", reading.source());
    tag(line, "epoch", Integer.toString(reading.epoch()));
    line.append(' ');
    if (reading.value().isPresent()) {
      line.append("value=").append(reading.value().getAsDouble()).append(',');
    }
    line.append("quality=");
    text(line, reading.quality().name());
    line.append(",seq=").append(reading.sequence()).append('i');
    line.append(",stream=");
    text(line, reading.stream().hex());
    line.append(' ').append(reading.timeMillis());
  }

  private static void append(StringBuilder line, Point.Ledger ledger, boolean byPath) {
    line.append(byPath ? LEDGER_BY_PATH : LEDGER);
    tag(line, "vessel", ledger.vessel().text());
    tag(line, "stream", ledger.stream().hex());
    tag(line, "kind", ledger.kind().name().toLowerCase(Locale.ROOT));
    line.append(" first=").append(ledger.first()).append('i');
    line.append(",last=").append(ledger.last()).append('i');
    line.append(",readings=").append(ledger.readings()).append('i');
    line.append(",reason=");
    text(line, ledger.reason());
    if (byPath) {
      line.append(",at=").append(ledger.timeMillis()).append('i');
    }
    line.append(' ').append(byPath ? ledger.first() : ledger.timeMillis());
  }

  private static void append(StringBuilder line, Point.ChannelEntry entry, boolean byPath) {
    Channel channel = entry.channel();
    line.append(byPath ? CHANNELS_BY_PATH : CHANNELS);
    tag(line, "vessel", entry.vessel().text());
    tag(line, "stream", entry.stream().hex());
    line.append(" id=").append(channel.id()).append('i');
    line.append(",path=");
    text(line, channel.path());
    line.append(",source=");
    text(line, channel.source());
    line.append(",unit=");
    text(line, channel.unit());
    line.append(",resolution=").append(channel.resolution());
    line.append(",time_resolution=").append(channel.timeResolutionMillis()).append('i');
    line.append(",title=");
    text(line, channel.title());
    // In the one table all have one time: the identity is vessel, stream and id.
    line.append(' ').append(byPath ? channel.id() : 0);
  }

  private static void tag(StringBuilder line, String key, String value) {
    line.append(',').append(key).append('=').append(Names.requireValid(key, value));
  }

  private static void text(StringBuilder line, String value) {
    String plain = plain(value);
    line.append('"');
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == '"' || c == '\\') {
        line.append('\\');
      }
      line.append(c);
    }
    line.append('"');
  }

  /** Without what could end a line or is no text: a space for a control, "?" for half a letter. */
  static String plain(String value) {
    StringBuilder plain = new StringBuilder(value.length());
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (Character.isISOControl(c) || c == '\u2028' || c == '\u2029') {
        plain.append(' ');
      } else {
        plain.append(Character.isSurrogate(c) && !isPaired(value, i) ? '?' : c);
      }
    }
    return plain.toString();
  }

  private static boolean isPaired(String value, int i) {
    return Character.isHighSurrogate(value.charAt(i))
        ? i + 1 < value.length() && Character.isLowSurrogate(value.charAt(i + 1))
        : i > 0 && Character.isHighSurrogate(value.charAt(i - 1));
  }
}
