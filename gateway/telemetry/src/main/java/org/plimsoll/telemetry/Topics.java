package org.plimsoll.telemetry;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The names of the topics, {@code <prefix>/<vessel>/<kind>}, below one prefix. Immutable. */
public final class Topics {

  /** The prefix unless configured otherwise. */
  public static final String DEFAULT_PREFIX = "plimsoll/v1";

  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*");
  private static final int MAX_PREFIX_LENGTH = 128;

  /** What travels on a topic. */
  public enum Kind {
    STATUS,
    CHANNELS,
    BLOCKS,
    BACKLOG,
    ALERTS,
    RECEIPTS,
    REQUESTS;

    /** The last level of the topic. */
    public String level() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final String prefix;

  /**
   * Topics below a prefix.
   *
   * @param prefix levels of letters, digits, {@code _ . -}, separated by single slashes
   */
  public Topics(String prefix) {
    if (!isValidPrefix(prefix)) {
      throw new IllegalArgumentException("topic prefix \"" + prefix + "\"");
    }
    this.prefix = prefix;
  }

  /** Whether a text may be a prefix. */
  public static boolean isValidPrefix(String prefix) {
    return prefix.length() <= MAX_PREFIX_LENGTH && PREFIX.matcher(prefix).matches();
  }

  /** From the ship, retained, also her will: a {@link StatusMessage}. */
  public String status(VesselId vessel) {
    return topic(vessel, Kind.STATUS);
  }

  /** From the ship, retained: her {@link ChannelTable}. */
  public String channels(VesselId vessel) {
    return topic(vessel, Kind.CHANNELS);
  }

  /** From the ship: encoded {@link Block}s of what she measures now. */
  public String blocks(VesselId vessel) {
    return topic(vessel, Kind.BLOCKS);
  }

  /**
   * From the ship: encoded {@link Block}s of what has waited. A topic of their own, so that those
   * of a whole fleet do not stand before what another ship measures now.
   */
  public String backlog(VesselId vessel) {
    return topic(vessel, Kind.BACKLOG);
  }

  /** From the ship: {@link AlertMessage}s, at once. */
  public String alerts(VesselId vessel) {
    return topic(vessel, Kind.ALERTS);
  }

  /** From the shore: a {@link ReceiptMessage} for what its store holds. */
  public String receipts(VesselId vessel) {
    return topic(vessel, Kind.RECEIPTS);
  }

  /** From the shore: a {@link RequestMessage} for what it wants again. */
  public String requests(VesselId vessel) {
    return topic(vessel, Kind.REQUESTS);
  }

  /** One topic of one vessel. */
  public String topic(VesselId vessel, Kind kind) {
    return prefix + "/" + vessel.text() + "/" + kind.level();
  }

  /** The filter for one kind from every vessel. */
  public String filter(Kind kind) {
    return prefix + "/+/" + kind.level();
  }

  /**
   * The filter for one kind from every vessel, shared by a group of subscribers (MQTT 5, 4.8.2).
   */
  public String sharedFilter(String group, Kind kind) {
    return "$share/" + group + "/" + filter(kind);
  }

  /** Whose topic it is; empty when it is none of ours. */
  public Optional<VesselId> vesselOf(String topic) {
    return kindOf(topic).isEmpty() ? Optional.empty() : VesselId.parse(levels(topic)[0]);
  }

  /** What travels on the topic; empty when it is none of ours. */
  public Optional<Kind> kindOf(String topic) {
    String[] levels = levels(topic);
    if (levels.length != 2 || VesselId.parse(levels[0]).isEmpty()) {
      return Optional.empty();
    }
    for (Kind kind : Kind.values()) {
      if (kind.level().equals(levels[1])) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  private String[] levels(String topic) {
    return topic.startsWith(prefix + "/")
        ? topic.substring(prefix.length() + 1).split("/", -1)
        : new String[0];
  }
}
