package org.plimsoll.shore.store;

import java.util.List;
import java.util.Locale;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.vocabulary.Quality;

/**
 * Points as line protocol for VictoriaMetrics, which keeps numbers alone: texts become labels, the
 * quality a code, and a value that may not be used a series of its own.
 *
 * <p>Its series are {@code <measurement>_<field>}, identified by their labels; a sample is
 * identified by its time besides. So an entry of the ledger has its number for a time, counted from
 * {@link #BASE_MILLIS}, and what is said of a range or of a channel stands in labels at that base.
 */
final class VictoriaLines {

  static final String VALUE = "plimsoll_value";
  static final String DOUBTFUL = "plimsoll_doubtful";
  static final String QUALITY = "plimsoll_quality";
  static final String SEQUENCE = "plimsoll_seq";
  static final String ROWS = "plimsoll_ledger_readings";
  static final String SHELVES = "plimsoll_ledger_shelf";
  static final String LOST = "plimsoll_ledger_lost";
  static final String CHANNELS = "plimsoll_channel_info";

  /** Numbers are milliseconds since 2000-01-01 UTC; nearer to 1970 its range queries find none. */
  static final long BASE_MILLIS = 946_684_800_000L;

  /** Earliest time of a reading: 0 would be taken for "now", and windows may not begin before 0. */
  static final long MIN_TIME_MILLIS = 2 * 86_400_000L;

  private VictoriaLines() {}

  /** All points, each ended by a line feed. */
  static String of(List<? extends Point> points) {
    StringBuilder lines = new StringBuilder(points.size() * 180);
    for (Point point : points) {
      if (point instanceof Point.Reading reading) {
        append(lines, reading);
      } else if (point instanceof Point.Ledger ledger) {
        append(lines, ledger);
      } else if (point instanceof Point.ChannelEntry entry) {
        append(lines, entry);
      } else {
        throw new AssertionError(point);
      }
    }
    return lines.toString();
  }

  private static void append(StringBuilder line, Point.Reading reading) {
    line.append("plimsoll");
    label(line, "path", Names.requireValid("path", reading.path()));
    label(line, "vessel", reading.vessel().text());
    label(line, "source", Names.requireValid("source", reading.source()));
    label(line, "epoch", Integer.toString(reading.epoch()));
    label(line, "stream", reading.stream().hex());
    line.append(' ');
    if (reading.value().isPresent()) {
      line.append(reading.quality().isUsable() ? "value=" : "doubtful=");
      line.append(reading.value().getAsDouble()).append(',');
    }
    line.append("quality=").append(code(reading.quality()));
    line.append(",seq=").append(reading.sequence());
    end(line, reading.timeMillis());
  }

  private static void append(StringBuilder line, Point.Ledger ledger) {
    line.append("plimsoll_ledger");
    label(line, "vessel", ledger.vessel().text());
    label(line, "stream", ledger.stream().hex());
    if (ledger.kind() == Point.Kind.ROW) {
      line.append(" readings=").append(ledger.readings());
      end(line, BASE_MILLIS + ledger.first());
    } else {
      label(line, "kind", ledger.kind().name().toLowerCase(Locale.ROOT));
      label(line, "first", Long.toString(ledger.first()));
      label(line, "last", Long.toString(ledger.last()));
      label(line, "reason", ledger.reason());
      line.append(" lost=").append(ledger.readings());
      end(line, BASE_MILLIS);
    }
  }

  /** That a shelf of the ledger is not empty. */
  static void appendShelf(StringBuilder line, Point.Ledger row, long shelf) {
    line.append("plimsoll_ledger");
    label(line, "vessel", row.vessel().text());
    label(line, "stream", row.stream().hex());
    line.append(" shelf=1");
    end(line, BASE_MILLIS + shelf);
  }

  private static void append(StringBuilder line, Point.ChannelEntry entry) {
    Channel channel = entry.channel();
    line.append("plimsoll_channel");
    label(line, "vessel", entry.vessel().text());
    label(line, "stream", entry.stream().hex());
    label(line, "id", Integer.toString(channel.id()));
    label(line, "path", channel.path());
    label(line, "source", channel.source());
    label(line, "unit", channel.unit());
    label(line, "resolution", Double.toString(channel.resolution()));
    label(line, "time_resolution", Integer.toString(channel.timeResolutionMillis()));
    label(line, "title", channel.title());
    line.append(" info=1");
    end(line, BASE_MILLIS);
  }

  private static void end(StringBuilder line, long timeMillis) {
    line.append(' ').append(timeMillis).append('\n');
  }

  /** An empty label is none; it is read back as empty. */
  private static void label(StringBuilder line, String key, String value) {
    if (value.isEmpty()) {
      return;
    }
    line.append(',').append(key).append('=');
    String plain = LineProtocol.plain(value);
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      if (c == ',' || c == '=' || c == ' ' || c == '\\') {
        line.append('\\');
      }
      line.append(c);
    }
  }

  /** The code of a quality; up to 2 the value may be used. Codes are kept for ever. */
  static int code(Quality quality) {
    return switch (quality) {
      case GOOD -> 0;
      case DEGRADED -> 1;
      case MANUAL -> 2;
      case STALE -> 3;
      case INVALID -> 4;
      case ABSENT -> 5;
    };
  }

  /** The quality of a code; what nobody wrote is no quality to rely on. */
  static Quality quality(double code) {
    for (Quality quality : Quality.values()) {
      if (code(quality) == code) {
        return quality;
      }
    }
    return Quality.INVALID;
  }
}
