package org.plimsoll.vessel.cam;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.plimsoll.protocol.nmea0183.AlertSentence;
import org.plimsoll.protocol.nmea0183.AlertSentence.Ack;
import org.plimsoll.protocol.nmea0183.AlertSentence.Acn;
import org.plimsoll.protocol.nmea0183.AlertSentence.Hbt;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.vessel.alert.Alert;
import org.plimsoll.vessel.alert.AlertBook;
import org.plimsoll.vessel.alert.AlertCommand;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.alert.AlertReply;
import org.plimsoll.vessel.alert.Tick;
import org.plimsoll.vessel.line.Dialect;

/**
 * What is said and heard on one line to the central alert management. Knows no device and no thread
 * but its own: what it returns is to be said. Confined to the pipeline thread.
 */
final class CamTalk {

  /** How often the list of all alerts is repeated. */
  static final Duration LIST_EVERY = Duration.ofSeconds(30);

  /** Heartbeats of the other side that may fail to come, before it is called lost. */
  static final double MISSED = 2.5;

  private static final int SEQUENCES = 10;
  private static final int LIST_SEQUENCES = 100;
  private static final double NANOS = 1e9;

  private final Dialect.BridgeAlerts dialect;
  private final int instance;
  private final String line;
  private final AlertSentences sentences;
  private int alfSequence;
  private int alcSequence;
  private int hbtSequence;
  private boolean begun;
  private long listedNanos;
  private long beatNanos;
  private boolean supervised;
  private boolean well;
  private long heardNanos;
  private double heardInterval;

  /**
   * @param instance number of the line, for the alert on its silence
   */
  CamTalk(String line, int instance, Dialect.BridgeAlerts dialect) {
    this.line = line;
    this.instance = instance;
    this.dialect = dialect;
    this.sentences = new AlertSentences(dialect.talker(), dialect.manufacturer());
  }

  /** Says transitions, and then what there is now. */
  List<String> transitions(List<Alert> changes, List<Alert> active, Tick now) {
    if (changes.isEmpty()) {
      return List.of();
    }
    List<String> said = new ArrayList<>();
    for (Alert alert : changes) {
      said.addAll(alert(alert, isNews(alert)));
    }
    said.addAll(list(active, now));
    return said;
  }

  /** Whether it has a text that has not been said: it is new, came back or got worse. */
  private static boolean isNews(Alert alert) {
    return alert.state() != AlertState.NORMAL
        && alert.unanswered().equals(alert.said().changed())
        && alert.priority() == alert.condition();
  }

  private List<String> alert(Alert alert, boolean described) {
    List<String> said = new ArrayList<>(sentences.alf(alert, described, alfSequence));
    alfSequence = (alfSequence + 1) % SEQUENCES;
    if (dialect.legacy()) {
      said.add(sentences.alr(alert));
    }
    return said;
  }

  private List<String> list(List<Alert> active, Tick now) {
    listedNanos = now.nanos();
    List<String> said = sentences.alc(active, alcSequence);
    alcSequence = (alcSequence + 1) % LIST_SEQUENCES;
    return said;
  }

  /** The line is open: whoever listens hears everything, as after a loss of power. */
  List<String> opened(List<Alert> active, Tick now) {
    List<String> said = new ArrayList<>();
    said.add(beat(now));
    for (Alert alert : active) {
      said.addAll(alert(alert, true));
    }
    said.addAll(list(active, now));
    begun = true;
    return said;
  }

  /** What is due: the list, the heartbeat. */
  List<String> everySecond(List<Alert> active, Tick now) {
    List<String> said = new ArrayList<>();
    if (!begun) {
      return said;
    }
    if (now.nanos() - beatNanos >= dialect.heartbeat().toNanos()) {
      said.add(beat(now));
    }
    if (now.nanos() - listedNanos >= LIST_EVERY.toNanos()) {
      said.addAll(list(active, now));
    }
    return said;
  }

  private String beat(Tick now) {
    beatNanos = now.nanos();
    String said = sentences.hbt(dialect.heartbeat().toSeconds(), hbtSequence);
    hbtSequence = (hbtSequence + 1) % SEQUENCES;
    return said;
  }

  /**
   * Takes a sentence of the other side.
   *
   * @param book carries commands out
   * @param changed receives the alert that a command changed, whose transition everybody is told
   * @return what is said to this line alone
   */
  List<String> hear(AlertSentence sentence, AlertBook book, List<Alert> changed, Tick now) {
    if (sentence instanceof Hbt beat) {
      heartbeat(beat, now);
    } else if (sentence instanceof Acn command) {
      return command(command, book, changed, now);
    } else if (sentence instanceof Ack ack && dialect.legacy() && ack.alarm().isPresent()) {
      acknowledge(ack, book, changed, now);
    }
    return List.of();
  }

  private void heartbeat(Hbt beat, Tick now) {
    if (beat.intervalSeconds().isPresent() && beat.intervalSeconds().getAsDouble() > 0) {
      supervised = true;
      well = beat.status().filter(status -> status == 'A').isPresent();
      heardNanos = now.nanos();
      heardInterval = beat.intervalSeconds().getAsDouble();
    }
  }

  /**
   * What the other side took over before a restart is announced by nobody if it is gone since: its
   * heartbeat is waited for from now on as if it had just been heard, at the pace of our own.
   */
  void expectHeartbeat(Tick now) {
    supervised = true;
    well = true;
    heardNanos = now.nanos();
    heardInterval = dialect.heartbeat().toSeconds();
  }

  /** A sentence without the flag C is no command; one to another maker's alert is not for us. */
  private List<String> command(Acn acn, AlertBook book, List<Alert> changed, Tick now) {
    if (acn.flag().filter(flag -> flag == 'C').isEmpty()
        || !acn.manufacturer().equals(dialect.manufacturer())
        || acn.command().isEmpty()
        || acn.identifier().isEmpty()) {
      return List.of();
    }
    int id = acn.identifier().getAsInt();
    char wanted = acn.command().get();
    if (wanted == 'Q') {
      Optional<Alert> asked = book.find(id, acn.instance());
      return asked.isPresent() ? alert(asked.get(), true) : List.of(refused(acn, now));
    }
    Optional<AlertCommand.Verb> verb = verb(wanted);
    if (verb.isEmpty()) {
      return List.of(refused(acn, now));
    }
    AlertReply reply = book.command(remote(id, acn.instance(), verb.get(), acn.talker()), now);
    if (reply instanceof AlertReply.Done done) {
      changed.add(done.alert());
      return List.of();
    }
    return List.of(refused(acn, now));
  }

  private static Optional<AlertCommand.Verb> verb(char command) {
    return switch (command) {
      case 'A' -> Optional.of(AlertCommand.Verb.ACKNOWLEDGE);
      case 'S' -> Optional.of(AlertCommand.Verb.SILENCE);
      case 'O' -> Optional.of(AlertCommand.Verb.TRANSFER);
      default -> Optional.empty();
    };
  }

  private AlertCommand remote(int id, OptionalInt instance, AlertCommand.Verb verb, String talker) {
    return new AlertCommand(
        id, instance, verb, AlertCommand.Station.REMOTE, line + " " + talker, OptionalLong.empty());
  }

  private String refused(Acn acn, Tick now) {
    return sentences.arc(now.time(), acn.identifier(), acn.instance(), acn.command());
  }

  /** An acknowledgement of ALR is for every alert with these three digits. */
  private void acknowledge(Ack ack, AlertBook book, List<Alert> changed, Tick now) {
    for (Alert alert : book.active()) {
      if (alert.said().id() % AlertSentences.LEGACY == ack.alarm().getAsInt()) {
        AlertReply reply =
            book.command(
                remote(
                    alert.said().id(),
                    OptionalInt.of(alert.said().instance()),
                    AlertCommand.Verb.ACKNOWLEDGE,
                    ack.talker()),
                now);
        if (reply instanceof AlertReply.Done done) {
          changed.add(done.alert());
        }
      }
    }
  }

  /** Whether the other side has let its heart be heard, and does so no more. */
  boolean isLost(Tick now) {
    return supervised && (!well || (now.nanos() - heardNanos) / NANOS > MISSED * heardInterval);
  }

  Optional<AlertCondition> condition(Tick now) {
    return isLost(now)
        ? Optional.of(
            new AlertCondition(
                AlertKind.CAM_LINK,
                instance,
                AlertPriority.CAUTION,
                well
                    ? line + ": no heartbeat of the alert management"
                    : line + " says it is not well"))
        : Optional.empty();
  }

  String line() {
    return line;
  }
}
