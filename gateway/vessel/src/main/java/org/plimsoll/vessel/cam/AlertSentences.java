package org.plimsoll.vessel.cam;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.plimsoll.protocol.nmea0183.AlertSentence.Alc;
import org.plimsoll.protocol.nmea0183.AlertSentence.Alf;
import org.plimsoll.protocol.nmea0183.AlertSentence.Alr;
import org.plimsoll.protocol.nmea0183.AlertSentence.Arc;
import org.plimsoll.protocol.nmea0183.AlertSentence.Hbt;
import org.plimsoll.protocol.nmea0183.SentenceWriter;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.vessel.alert.Alert;

/** Alerts as sentences, each of at most 82 characters. Stateless. */
final class AlertSentences {

  /** Identifiers of ALR have three digits. */
  static final int LEGACY = 1000;

  private static final int MAX_SEQUENCE = 100;
  private static final String RESERVED = "!$*\\^~";

  private final String talker;
  private final String manufacturer;

  AlertSentences(String talker, String manufacturer) {
    this.talker = talker;
    this.manufacturer = manufacturer;
  }

  /**
   * ALF, the title and, if wanted, the description in a second sentence.
   *
   * @param sequence 0 to 9
   */
  List<String> alf(Alert alert, boolean described, int sequence) {
    AlertMessage said = alert.said();
    int total = described ? 2 : 1;
    Alf title =
        alf(
            alert,
            total,
            1,
            sequence,
            Optional.of(time(said.changed())),
            Optional.of(alert.category().name().charAt(0)),
            Optional.of(priority(alert.priority())),
            Optional.of(state(alert.state())),
            plain(said.title()));
    if (!described) {
      return List.of(SentenceWriter.text(title));
    }
    Alf empty = description(alert, sequence, "");
    int room = SentenceWriter.MAX_LENGTH - SentenceWriter.text(empty).length();
    String text = plain(said.text());
    return List.of(
        SentenceWriter.text(title),
        SentenceWriter.text(
            description(alert, sequence, text.substring(0, Math.min(room, text.length())))));
  }

  private Alf description(Alert alert, int sequence, String text) {
    return alf(
        alert,
        2,
        2,
        sequence,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        text);
  }

  private Alf alf(
      Alert alert,
      int total,
      int number,
      int sequence,
      Optional<LocalTime> time,
      Optional<Character> category,
      Optional<Character> priority,
      Optional<Character> state,
      String text) {
    return new Alf(
        talker,
        OptionalInt.of(total),
        OptionalInt.of(number),
        OptionalInt.of(sequence),
        time,
        category,
        priority,
        state,
        manufacturer,
        OptionalInt.of(alert.said().id()),
        OptionalInt.of(alert.said().instance()),
        OptionalInt.of((int) alert.said().revision()),
        OptionalInt.of(alert.escalations()),
        text);
  }

  static char priority(AlertPriority priority) {
    return switch (priority) {
      case EMERGENCY_ALARM -> 'E';
      case ALARM -> 'A';
      case WARNING -> 'W';
      case CAUTION -> 'C';
    };
  }

  static char state(AlertState state) {
    return switch (state) {
      case NORMAL -> 'N';
      case ACTIVE_UNACKNOWLEDGED -> 'V';
      case ACTIVE_SILENCED -> 'S';
      case ACTIVE_ACKNOWLEDGED -> 'A';
      case ACTIVE_TRANSFERRED -> 'O';
      case RECTIFIED_UNACKNOWLEDGED -> 'U';
    };
  }

  /** Reserved characters cost three each on the wire; what replaces them costs one. */
  private static String plain(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (char c : text.replace("\u00b1", "+-").replace(',', ';').toCharArray()) {
      out.append(c < ' ' || c > '}' ? '?' : RESERVED.indexOf(c) >= 0 ? ' ' : c);
    }
    return out.toString();
  }

  /**
   * ALC, the list of everything that is not normal; an entry is never split.
   *
   * @param sequence 0 to 99
   */
  List<String> alc(List<Alert> active, int sequence) {
    List<List<Alc.Entry>> parts = new ArrayList<>();
    List<Alc.Entry> part = new ArrayList<>();
    for (Alert alert : active) {
      Alc.Entry entry =
          new Alc.Entry(
              manufacturer,
              OptionalInt.of(alert.said().id()),
              OptionalInt.of(alert.said().instance()),
              OptionalInt.of((int) alert.said().revision()));
      if (!part.isEmpty() && !fits(part, entry)) {
        parts.add(part);
        part = new ArrayList<>();
      }
      part.add(entry);
    }
    parts.add(part);
    List<String> sentences = new ArrayList<>();
    for (int i = 0; i < parts.size(); i++) {
      sentences.add(
          SentenceWriter.text(alc(parts.size(), i + 1, sequence % MAX_SEQUENCE, parts.get(i))));
    }
    return sentences;
  }

  private boolean fits(List<Alc.Entry> part, Alc.Entry entry) {
    int length = SentenceWriter.text(alc(1, 1, 0, part)).length();
    int more =
        1
            + entry.manufacturer().length()
            + digits(entry.identifier())
            + digits(entry.instance())
            + digits(entry.revision());
    return length + more <= SentenceWriter.MAX_LENGTH;
  }

  private static int digits(OptionalInt number) {
    return 1 + String.valueOf(number.orElseThrow()).length();
  }

  private Alc alc(int total, int number, int sequence, List<Alc.Entry> entries) {
    return new Alc(
        talker,
        OptionalInt.of(total),
        OptionalInt.of(number),
        OptionalInt.of(sequence),
        OptionalInt.of(entries.size()),
        entries);
  }

  /** ARC, a command refused. */
  String arc(Instant now, OptionalInt id, OptionalInt instance, Optional<Character> command) {
    return SentenceWriter.text(
        new Arc(talker, Optional.of(time(now)), manufacturer, id, instance, command));
  }

  /** HBT; we are well as long as we say so. */
  String hbt(double intervalSeconds, int sequence) {
    return SentenceWriter.text(
        new Hbt(
            talker,
            OptionalDouble.of(intervalSeconds),
            Optional.of('A'),
            OptionalInt.of(sequence)));
  }

  /** ALR for older displays: the last three digits of the identifier. */
  String alr(Alert alert) {
    AlertMessage said = alert.said();
    boolean exceeded =
        said.state() != AlertState.NORMAL && said.state() != AlertState.RECTIFIED_UNACKNOWLEDGED;
    boolean acknowledged =
        said.state() == AlertState.ACTIVE_ACKNOWLEDGED || said.state() == AlertState.NORMAL;
    String title = plain(said.title());
    return SentenceWriter.text(
        new Alr(
            talker,
            Optional.of(time(said.changed())),
            OptionalInt.of(said.id() % LEGACY),
            Optional.of(exceeded ? 'A' : 'V'),
            Optional.of(acknowledged ? 'A' : 'V'),
            title.substring(0, 1) + title.substring(1).toLowerCase(java.util.Locale.ROOT)));
  }

  private static LocalTime time(Instant instant) {
    return LocalTime.ofInstant(instant, ZoneOffset.UTC);
  }
}
