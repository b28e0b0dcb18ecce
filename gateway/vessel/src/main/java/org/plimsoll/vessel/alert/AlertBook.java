package org.plimsoll.vessel.alert;

import static org.plimsoll.telemetry.AlertState.ACTIVE_ACKNOWLEDGED;
import static org.plimsoll.telemetry.AlertState.ACTIVE_UNACKNOWLEDGED;
import static org.plimsoll.telemetry.AlertState.NORMAL;
import static org.plimsoll.telemetry.AlertState.RECTIFIED_UNACKNOWLEDGED;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.telemetry.MessageResult;
import org.plimsoll.telemetry.Messages;

/**
 * Every alert that is not normal, and the latest that became so (MSC.302(87), IEC 62923-1 annex J).
 *
 * <p>An alert is raised at once and rectified when its condition has been absent for {@link
 * #RECTIFIED_AFTER}, so that a value at the limit does not chatter. A condition whose input is
 * silent is neither present nor absent: its alert stays as it is. An alert that becomes more urgent
 * must be acknowledged again. One whose condition becomes less urgent is rectified first, and the
 * lesser one is raised when that is normal: nobody's alarm turns into a caution unseen. A caution
 * needs no acknowledgement. Confined to the pipeline thread.
 */
public final class AlertBook {

  /** How long a condition must be gone. */
  public static final Duration RECTIFIED_AFTER = Duration.ofSeconds(10);

  /** Transitions kept for the page; the oldest goes first, the store ashore has them all. */
  public static final int MAX_HISTORY = 200;

  /** Revision numbers go from 1 to 99 and around, as in {@code ALF}. */
  static final int MAX_REVISION = 99;

  private record Key(int id, int instance) implements Comparable<Key> {
    @Override
    public int compareTo(Key other) {
      return id != other.id
          ? Integer.compare(id, other.id)
          : Integer.compare(instance, other.instance);
    }
  }

  private final Map<Key, AlertMessage> alerts = new TreeMap<>();
  private final Map<Key, Instant> absentSince = new HashMap<>();
  private final Deque<AlertMessage> history = new ArrayDeque<>();
  private long raised;

  /**
   * Takes in what the conditions are now.
   *
   * @param present every condition that is present
   * @param undecided kinds whose checks had no usable input: their alerts stay as they are
   * @return the transitions, in their order
   */
  public List<AlertMessage> update(
      List<AlertCondition> present, Set<AlertKind> undecided, Instant now) {
    List<AlertMessage> changes = new ArrayList<>();
    Set<Key> seen = new HashSet<>();
    for (AlertCondition condition : present) {
      if (!isLessUrgentThanKnown(condition)) {
        seen.add(key(condition));
        absentSince.remove(key(condition));
        present(condition, now).ifPresent(changes::add);
      }
    }
    for (AlertKind kind : undecided) {
      alerts.keySet().stream().filter(key -> key.id() == kind.id()).forEach(seen::add);
    }
    for (AlertMessage alert : List.copyOf(alerts.values())) {
      Key key = new Key(alert.id(), alert.instance());
      if (!seen.contains(key)) {
        absent(key, alert, now).ifPresent(changes::add);
      }
    }
    return changes;
  }

  /** Such a condition does not keep a more urgent alert up; its own turn comes after that. */
  private boolean isLessUrgentThanKnown(AlertCondition condition) {
    AlertMessage known = alerts.get(key(condition));
    return known != null && condition.priority().compareTo(known.priority()) > 0;
  }

  private static Key key(AlertCondition condition) {
    return new Key(condition.kind().id(), condition.instance());
  }

  private Optional<AlertMessage> present(AlertCondition condition, Instant now) {
    AlertMessage known = alerts.get(key(condition));
    AlertState active =
        condition.priority() == AlertPriority.CAUTION ? ACTIVE_ACKNOWLEDGED : ACTIVE_UNACKNOWLEDGED;
    if (known == null) {
      raised++;
      return Optional.of(
          change(
              new AlertMessage(
                  condition.kind().id(),
                  condition.instance(),
                  condition.priority(),
                  active,
                  condition.kind().title(),
                  condition.text(),
                  now,
                  now,
                  Optional.empty(),
                  1)));
    }
    boolean again = known.state() == RECTIFIED_UNACKNOWLEDGED;
    boolean worse = condition.priority().compareTo(known.priority()) < 0;
    if (!again && !worse) {
      return Optional.empty();
    }
    return Optional.of(
        change(
            new AlertMessage(
                known.id(),
                known.instance(),
                worse ? condition.priority() : known.priority(),
                active,
                known.title(),
                condition.text(),
                known.raised(),
                now,
                Optional.empty(),
                next(known.revision()))));
  }

  private Optional<AlertMessage> absent(Key key, AlertMessage alert, Instant now) {
    if (alert.state() == RECTIFIED_UNACKNOWLEDGED) {
      return Optional.empty();
    }
    Instant since = absentSince.computeIfAbsent(key, absent -> now);
    if (Duration.between(since, now).abs().compareTo(RECTIFIED_AFTER) < 0) {
      return Optional.empty();
    }
    absentSince.remove(key);
    AlertState state = alert.state() == ACTIVE_ACKNOWLEDGED ? NORMAL : RECTIFIED_UNACKNOWLEDGED;
    return Optional.of(change(moved(alert, state, alert.acknowledgedBy(), now)));
  }

  /**
   * Acknowledges one alert.
   *
   * @param instance which of several of the kind; may be left out while only one waits
   * @param by who does it
   */
  public Acknowledgement acknowledge(int id, OptionalInt instance, String by, Instant now) {
    List<AlertMessage> found =
        alerts.values().stream()
            .filter(alert -> alert.id() == id)
            .filter(alert -> instance.isEmpty() || instance.getAsInt() == alert.instance())
            .toList();
    if (found.isEmpty()) {
      return new Acknowledgement.Unknown();
    }
    List<AlertMessage> waiting =
        found.stream().filter(alert -> alert.state() != ACTIVE_ACKNOWLEDGED).toList();
    if (waiting.isEmpty()) {
      return new Acknowledgement.Refused(
          found
              .get(0)
              .acknowledgedBy()
              .map(who -> "already acknowledged by " + who)
              .orElse("a caution is not acknowledged"));
    }
    if (waiting.size() > 1) {
      return new Acknowledgement.Refused(
          "several alerts " + id + " wait: name the instance, one of " + instances(waiting));
    }
    AlertMessage alert = waiting.get(0);
    AlertState state = alert.state() == RECTIFIED_UNACKNOWLEDGED ? NORMAL : ACTIVE_ACKNOWLEDGED;
    return new Acknowledgement.Done(change(moved(alert, state, Optional.of(by), now)));
  }

  private static String instances(List<AlertMessage> alerts) {
    return alerts.stream()
        .map(alert -> String.valueOf(alert.instance()))
        .collect(Collectors.joining(", "));
  }

  private static AlertMessage moved(
      AlertMessage alert, AlertState state, Optional<String> by, Instant now) {
    return new AlertMessage(
        alert.id(),
        alert.instance(),
        alert.priority(),
        state,
        alert.title(),
        alert.text(),
        alert.raised(),
        now,
        by,
        next(alert.revision()));
  }

  private static long next(long revision) {
    return revision % MAX_REVISION + 1;
  }

  private AlertMessage change(AlertMessage alert) {
    Key key = new Key(alert.id(), alert.instance());
    if (alert.state() == NORMAL) {
      alerts.remove(key);
    } else {
      alerts.put(key, alert);
    }
    history.addFirst(alert);
    if (history.size() > MAX_HISTORY) {
      history.removeLast();
    }
    return alert;
  }

  /** Every alert that is not normal, the most urgent first. */
  public List<AlertMessage> active() {
    return alerts.values().stream()
        .sorted(
            Comparator.comparing(AlertMessage::priority)
                .thenComparing(AlertMessage::raised, Comparator.reverseOrder()))
        .toList();
  }

  /** The latest transitions, newest first. */
  public List<AlertMessage> history() {
    return List.copyOf(history);
  }

  /** Alerts raised since the start. */
  public long raised() {
    return raised;
  }

  /** What must survive a power cut: one message a line. */
  public String memory() {
    return alerts.values().stream()
        .map(alert -> new String(Messages.toJson(alert), StandardCharsets.UTF_8))
        .collect(Collectors.joining("\n"));
  }

  /**
   * Restores what {@link #memory()} said before the restart.
   *
   * @return lines that could not be read, for the log
   */
  public List<String> restore(String memory) {
    List<String> refused = new ArrayList<>();
    for (String line : memory.lines().toList()) {
      MessageResult<AlertMessage> result =
          Messages.alertFrom(line.getBytes(StandardCharsets.UTF_8));
      if (result instanceof MessageResult.Good<AlertMessage> good) {
        AlertMessage alert = good.message();
        alerts.put(new Key(alert.id(), alert.instance()), alert);
      } else {
        refused.add(line);
      }
    }
    return refused;
  }
}
