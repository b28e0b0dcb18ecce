package org.plimsoll.protocol.nmea0183;

import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * Bridge alert management (IEC 61162-1 edition 4 and later, IEC 62923), and the older ALR and ACK.
 */
public sealed interface AlertSentence extends Sentence {

  /**
   * Alert sentence: one alert and its state, in one or two sentences; {@link AlertJoiner} joins
   * them.
   *
   * <pre>
   * $--ALF,x,x,x,hhmmss.ss,a,a,a,aaa,x.x,x.x,x.x,x,c--c*hh
   *        1 2 3 4         5 6 7 8   9   10  11  12 13
   *        | | | UTC of    | | | |   |   |   |   | text
   *        | | | the last  | | | |   |   |   |   escalations, 0 to 9
   *        | | | change    | | | |   |   |   revision, 1 to 99
   *        | | |           | | | |   |   instance
   *        | | |           | | | |   identifier
   *        | | |           | | | maker; empty for a standard alert
   *        | | |           | | state
   *        | | |           | priority: E emergency, A alarm, W warning, C caution
   *        | | |           category A, B or C
   *        | | joins the two sentences, 0 to 9
   *        | number of this one
   *        sentences
   * </pre>
   *
   * @param state {@code V} active and unacknowledged, {@code S} silenced, {@code A} acknowledged,
   *     {@code O} responsibility transferred, {@code U} rectified and unacknowledged, {@code N}
   *     normal
   * @param manufacturer three characters, or empty
   * @param text the title in the first sentence, the description in the second
   */
  record Alf(
      String talker,
      OptionalInt total,
      OptionalInt number,
      OptionalInt sequence,
      Optional<LocalTime> time,
      Optional<Character> category,
      Optional<Character> priority,
      Optional<Character> state,
      String manufacturer,
      OptionalInt identifier,
      OptionalInt instance,
      OptionalInt revision,
      OptionalInt escalation,
      String text)
      implements AlertSentence {
    static Alf decode(Fields fields) {
      return new Alf(
          fields.talker(),
          fields.integer(1),
          fields.integer(2),
          fields.integer(3),
          fields.time(4),
          fields.code(5),
          fields.code(6),
          fields.code(7),
          fields.text(8),
          fields.integer(9),
          fields.integer(10),
          fields.integer(11),
          fields.integer(12),
          fields.textToEnd(13));
    }

    void write(FieldWriter out) {
      out.integer(total, 1)
          .integer(number, 1)
          .integer(sequence, 1)
          .time(time)
          .code(category)
          .code(priority)
          .code(state)
          .text(manufacturer)
          .integer(identifier, 1)
          .integer(instance, 1)
          .integer(revision, 1)
          .integer(escalation, 1)
          .text(text);
    }
  }

  /**
   * Cyclic list of all alerts that are not normal, in as many sentences as it takes.
   *
   * <pre>
   * $--ALC,xx,xx,xx,x.x{,aaa,x.x,x.x,x.x}*hh
   *        1  2  3  4    maker, identifier, instance, revision
   *        |  |  |  entries in this sentence
   *        |  |  joins the sentences, 00 to 99
   *        |  number of this one
   *        sentences
   * </pre>
   *
   * @param entries as many as could be read; the sentence's own count is not trusted
   */
  record Alc(
      String talker,
      OptionalInt total,
      OptionalInt number,
      OptionalInt sequence,
      OptionalInt count,
      List<Entry> entries)
      implements AlertSentence {

    private static final int FIRST_ENTRY = 5;
    private static final int ENTRY_FIELDS = 4;

    /**
     * One alert of the list.
     *
     * @param manufacturer three characters, or empty for a standard alert
     */
    public record Entry(
        String manufacturer, OptionalInt identifier, OptionalInt instance, OptionalInt revision) {}

    public Alc {
      entries = List.copyOf(entries);
    }

    static Alc decode(Fields fields) {
      List<Entry> entries = new ArrayList<>(fields.count() / ENTRY_FIELDS);
      for (int i = FIRST_ENTRY; i + 1 <= fields.count(); i += ENTRY_FIELDS) {
        entries.add(
            new Entry(
                fields.text(i),
                fields.integer(i + 1),
                fields.integer(i + 2),
                fields.integer(i + 3)));
      }
      return new Alc(
          fields.talker(),
          fields.integer(1),
          fields.integer(2),
          fields.integer(3),
          fields.integer(4),
          entries);
    }

    /** Refuses what {@link #decode} refuses. */
    static void measure(Fields fields, ReadingOutput out) {
      fields.check("iiii");
      for (int i = FIRST_ENTRY; i + 1 <= fields.count(); i += ENTRY_FIELDS) {
        fields.checkWhole(i + 1, i + 3);
      }
      out.begins(fields, "ALC");
    }

    void write(FieldWriter out) {
      out.integer(total, 2).integer(number, 2).integer(sequence, 2).integer(count, 1);
      for (Entry entry : entries) {
        out.text(entry.manufacturer())
            .integer(entry.identifier(), 1)
            .integer(entry.instance(), 1)
            .integer(entry.revision(), 1);
      }
    }
  }

  /**
   * Alert command ({@code $--ACN,hhmmss.ss,aaa,x.x,x.x,a,C*hh}).
   *
   * @param manufacturer three characters, or empty for a standard alert
   * @param command {@code A} acknowledge, {@code Q} repeat the information, {@code O} transfer the
   *     responsibility, {@code S} silence
   * @param flag always {@code C}, a command
   */
  record Acn(
      String talker,
      Optional<LocalTime> time,
      String manufacturer,
      OptionalInt identifier,
      OptionalInt instance,
      Optional<Character> command,
      Optional<Character> flag)
      implements AlertSentence {
    static Acn decode(Fields fields) {
      return new Acn(
          fields.talker(),
          fields.time(1),
          fields.text(2),
          fields.integer(3),
          fields.integer(4),
          fields.code(5),
          fields.code(6));
    }

    void write(FieldWriter out) {
      out.time(time)
          .text(manufacturer)
          .integer(identifier, 1)
          .integer(instance, 1)
          .code(command)
          .code(flag);
    }
  }

  /**
   * Alert command refused ({@code $--ARC,hhmmss.ss,aaa,x.x,x.x,a*hh}).
   *
   * @param manufacturer three characters, or empty for a standard alert
   * @param command the refused one, as in {@link Acn}
   */
  record Arc(
      String talker,
      Optional<LocalTime> time,
      String manufacturer,
      OptionalInt identifier,
      OptionalInt instance,
      Optional<Character> command)
      implements AlertSentence {
    static Arc decode(Fields fields) {
      return new Arc(
          fields.talker(),
          fields.time(1),
          fields.text(2),
          fields.integer(3),
          fields.integer(4),
          fields.code(5));
    }

    void write(FieldWriter out) {
      out.time(time).text(manufacturer).integer(identifier, 1).integer(instance, 1).code(command);
    }
  }

  /**
   * Heartbeat ({@code $--HBT,x.x,A,x*hh}); missing for more than two intervals, the source is
   * stale.
   *
   * @param intervalSeconds 1 to 999 until the next
   * @param status {@code A} normal operation, {@code V} not
   * @param sequence 0 to 9
   */
  record Hbt(
      String talker,
      OptionalDouble intervalSeconds,
      Optional<Character> status,
      OptionalInt sequence)
      implements AlertSentence {
    static Hbt decode(Fields fields) {
      return new Hbt(fields.talker(), fields.number(1), fields.code(2), fields.integer(3));
    }

    void write(FieldWriter out) {
      out.plain(intervalSeconds).code(status).integer(sequence, 1);
    }
  }

  /**
   * Alarm state, superseded by ALF ({@code $--ALR,hhmmss.ss,xxx,A,A,c--c*hh}).
   *
   * @param condition {@code A} threshold exceeded, {@code V} not
   * @param acknowledged {@code A} acknowledged, {@code V} not
   */
  record Alr(
      String talker,
      Optional<LocalTime> time,
      OptionalInt alarm,
      Optional<Character> condition,
      Optional<Character> acknowledged,
      String text)
      implements AlertSentence {
    static Alr decode(Fields fields) {
      return new Alr(
          fields.talker(),
          fields.time(1),
          fields.integer(2),
          fields.code(3),
          fields.code(4),
          fields.textToEnd(5));
    }

    void write(FieldWriter out) {
      out.time(time).integer(alarm, 3).code(condition).code(acknowledged).text(text);
    }
  }

  /** Acknowledgement of an {@link Alr} ({@code $--ACK,xxx*hh}). */
  record Ack(String talker, OptionalInt alarm) implements AlertSentence {
    static Ack decode(Fields fields) {
      return new Ack(fields.talker(), fields.integer(1));
    }

    void write(FieldWriter out) {
      out.integer(alarm, 3);
    }
  }
}
