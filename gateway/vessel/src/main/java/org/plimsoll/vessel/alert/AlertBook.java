package org.plimsoll.vessel.alert;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Every alert that is not normal, and the latest that became so (MSC.302(87), IEC 62923-1).
 *
 * <p>What may follow what is decided by {@link AlertTransitions}, when by {@link AlertRule}; the
 * book knows which alerts there are and counts their time. A condition whose input is silent is
 * neither present nor absent: its alert stays as it is. An alert that becomes more urgent must be
 * acknowledged again. One whose condition becomes less urgent is rectified first, and the lesser
 * one is raised when that is normal: nobody's alarm turns into a caution unseen. Confined to the
 * pipeline thread.
 */
public final class AlertBook {

  /** How long a silenced alert makes no sound, MSC.302(87) 7.3.5. */
  public static final Duration SILENCE = Duration.ofSeconds(30);

  /** Most alerts at a time; the conditions of one more are counted and not raised. */
  public static final int MAX_ALERTS = 256;

  private static final Logger log = LoggerFactory.getLogger(AlertBook.class);

  private final AlertRules rules;
  private final Map<AlertKey, Alert> alerts = new TreeMap<>();
  private final Map<AlertKey, AlertClock> clocks = new HashMap<>();
  private final AlertHistory history = new AlertHistory();
  private long raised;
  private long refused;
  private boolean changed = true;

  public AlertBook(AlertRules rules) {
    this.rules = rules;
  }

  /**
   * Takes in what the conditions are now, and how much time has passed.
   *
   * @param conditions every condition that is present or lingers
   * @param undecided kinds whose checks had no usable input: their alerts stay as they are
   * @return the transitions, in their order
   */
  public List<Alert> update(List<AlertCondition> conditions, Set<AlertKind> undecided, Tick now) {
    List<Alert> changes = new ArrayList<>();
    Present present = new Present(conditions);
    present.worst.forEach((key, condition) -> occur(key, condition, now).ifPresent(changes::add));
    for (Alert alert : List.copyOf(alerts.values())) {
      AlertKey key = alert.key();
      boolean held =
          undecided.stream().anyMatch(kind -> kind.id() == key.id()) || present.holds(alert);
      if (held) {
        clock(key).absent = AlertClock.STOPPED;
      } else {
        absent(alert, present.lingers(alert), now).ifPresent(changes::add);
      }
    }
    clocks
        .entrySet()
        .removeIf(
            entry ->
                !alerts.containsKey(entry.getKey()) && !present.worst.containsKey(entry.getKey()));
    timed(now, changes);
    return changes;
  }

  private Optional<Alert> occur(AlertKey key, AlertCondition condition, Tick now) {
    Alert known = alerts.get(key);
    boolean worse =
        known != null
            && (known.state() == AlertState.RECTIFIED_UNACKNOWLEDGED
                ? condition.priority().compareTo(known.condition()) <= 0
                : condition.priority().compareTo(known.condition()) < 0);
    AlertClock clock = clock(key);
    if (known != null && !worse) {
      clock.pending = AlertClock.STOPPED;
      return Optional.empty();
    }
    AlertRule rule = rules.of(condition.kind());
    if (clock.pending == AlertClock.STOPPED) {
      clock.pending = now.nanos();
    }
    if (now.nanos() - clock.pending < rule.delay().toNanos()) {
      return Optional.empty();
    }
    clock.pending = AlertClock.STOPPED;
    if (known == null) {
      return raise(condition, rule, now);
    }
    return AlertTransitions.after(
            known.state(), AlertEvent.OCCURS, condition.priority(), known.category())
        .map(state -> change(known.again(condition, state, now.time()), now));
  }

  private Optional<Alert> raise(AlertCondition condition, AlertRule rule, Tick now) {
    if (alerts.size() == MAX_ALERTS) {
      if (refused++ == 0) {
        log.warn("more than {} alerts: {} is not raised", MAX_ALERTS, condition);
      }
      return Optional.empty();
    }
    raised++;
    return AlertTransitions.after(
            AlertState.NORMAL, AlertEvent.OCCURS, condition.priority(), rule.category())
        .map(state -> change(Alert.raised(condition, rule.category(), state, now.time()), now));
  }

  private Optional<Alert> absent(Alert alert, boolean lingers, Tick now) {
    Optional<AlertState> next = after(alert, AlertEvent.RECTIFIED);
    if (next.isEmpty()) {
      return Optional.empty();
    }
    AlertRule rule = rules.of(alert.said().id());
    AlertClock clock = clock(alert.key());
    if (clock.absent == AlertClock.STOPPED) {
      clock.absent = now.nanos();
    }
    Duration needed = lingers ? longer(rule.lingers(), rule.clearsAfter()) : rule.clearsAfter();
    if (now.nanos() - clock.absent < needed.toNanos()) {
      return Optional.empty();
    }
    clock.absent = AlertClock.STOPPED;
    return Optional.of(change(alert.moved(next.get(), now.time()), now));
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  /** Ends silences and escalates warnings. */
  private void timed(Tick now, List<Alert> changes) {
    for (Alert alert : List.copyOf(alerts.values())) {
      AlertClock clock = clock(alert.key());
      Optional<Duration> limit = rules.of(alert.said().id()).escalatesAfter();
      if (alert.priority() == AlertPriority.WARNING
          && AlertTransitions.isWaiting(alert.state())
          && limit.isPresent()
          && now.nanos() - clock.unanswered >= limit.get().toNanos()) {
        after(alert, AlertEvent.ESCALATES)
            .ifPresent(
                state -> {
                  clock.unanswered = now.nanos();
                  changes.add(change(alert.escalated(state, now.time()), now));
                });
      } else if (alert.state() == AlertState.ACTIVE_SILENCED
          && now.nanos() - clock.silenced >= SILENCE.toNanos()) {
        after(alert, AlertEvent.SILENCE_ENDS)
            .ifPresent(state -> changes.add(change(alert.moved(state, now.time()), now)));
      }
    }
  }

  private static Optional<AlertState> after(Alert alert, AlertEvent event) {
    return AlertTransitions.after(alert.state(), event, alert.priority(), alert.category());
  }

  /** Does what an officer or another system wants of one alert. */
  public AlertReply command(AlertCommand command, Tick now) {
    List<Alert> found =
        alerts.values().stream()
            .filter(alert -> alert.said().id() == command.id())
            .filter(
                alert ->
                    command.instance().isEmpty()
                        || command.instance().getAsInt() == alert.said().instance())
            .toList();
    if (found.isEmpty()) {
      return new AlertReply.Unknown();
    }
    List<Alert> able =
        found.stream().filter(alert -> after(alert, command.verb().event()).isPresent()).toList();
    if (able.size() > 1) {
      return new AlertReply.Refused(
          "several alerts " + command.id() + " wait: name the instance, one of " + names(able));
    }
    Alert alert = able.isEmpty() ? found.get(0) : able.get(0);
    Optional<String> objection = Objections.to(command, alert, rules.of(command.id()));
    if (objection.isPresent()) {
      return new AlertReply.Refused(objection.get());
    }
    AlertState next = after(alert, command.verb().event()).orElseThrow();
    Optional<String> by =
        command.verb() == AlertCommand.Verb.ACKNOWLEDGE
            ? Optional.of(command.by())
            : alert.said().acknowledgedBy();
    return new AlertReply.Done(change(alert.moved(next, by, now.time()), now));
  }

  private static String names(List<Alert> able) {
    return able.stream()
        .map(alert -> String.valueOf(alert.said().instance()))
        .collect(Collectors.joining(", "));
  }

  /** Silences everything that sounds, with one action. */
  public List<Alert> silenceAll(Tick now) {
    return all(AlertEvent.SILENCED, (alert, state) -> alert.moved(state, now.time()), now);
  }

  /** The system that took over alerts is gone: they are announced here again. */
  public List<Alert> returnAll(Tick now) {
    return all(AlertEvent.RETURNED, (alert, state) -> alert.returned(state, now.time()), now);
  }

  private List<Alert> all(AlertEvent event, BiFunction<Alert, AlertState, Alert> move, Tick now) {
    List<Alert> changes = new ArrayList<>();
    for (Alert alert : List.copyOf(alerts.values())) {
      after(alert, event).ifPresent(state -> changes.add(change(move.apply(alert, state), now)));
    }
    return changes;
  }

  private Alert change(Alert alert, Tick now) {
    AlertKey key = alert.key();
    if (alert.state() == AlertState.NORMAL) {
      alerts.remove(key);
      clocks.remove(key);
    } else {
      alerts.put(key, alert);
      clock(key).entered(alert, now);
    }
    history.add(alert);
    changed = true;
    return alert;
  }

  private AlertClock clock(AlertKey key) {
    return clocks.computeIfAbsent(key, fresh -> new AlertClock());
  }

  /** Every alert that is not normal, the most urgent first. */
  public List<Alert> active() {
    return alerts.values().stream()
        .sorted(
            Comparator.comparing(Alert::priority)
                .thenComparing(alert -> alert.said().raised(), Comparator.reverseOrder()))
        .toList();
  }

  /** One that is not normal. */
  public Optional<Alert> find(int id, OptionalInt instance) {
    return alerts.values().stream()
        .filter(alert -> alert.said().id() == id)
        .filter(alert -> instance.isEmpty() || instance.getAsInt() == alert.said().instance())
        .findFirst();
  }

  /** The latest transitions, newest first. */
  public List<Alert> history() {
    return history.newestFirst();
  }

  /** Alerts raised since the start. */
  public long raised() {
    return raised;
  }

  /** What must survive a power cut and has changed since the last call. */
  public Map<String, String> memory() {
    if (!changed) {
      return Map.of();
    }
    changed = false;
    Map<String, String> memory = new HashMap<>(AlertMemory.active(alerts.values()));
    memory.putAll(history.memory());
    return memory;
  }

  /**
   * Restores what {@link #memory()} said before the restart. Silences and escalations go on where
   * they were; whatever the clock says, no silence is longer for it.
   *
   * @return lines that could not be read, for the log
   */
  public List<String> restore(Map<String, String> memory, Tick now) {
    List<String> unread = new ArrayList<>(history.restore(memory));
    for (Alert alert : AlertMemory.active(memory, unread)) {
      alerts.put(alert.key(), alert);
      clock(alert.key()).restored(alert, now, rules.of(alert.said().id()).escalatesAfter());
    }
    return unread;
  }

  /** The most urgent of each, and what lingers. */
  private static final class Present {
    final Map<AlertKey, AlertCondition> worst = new TreeMap<>();
    private final Map<AlertKey, AlertPriority> lingering = new HashMap<>();

    Present(List<AlertCondition> conditions) {
      for (AlertCondition condition : conditions) {
        AlertKey key = condition.key();
        if (condition.presence() == AlertCondition.Presence.LINGERING) {
          lingering.merge(
              key, condition.priority(), (one, other) -> one.compareTo(other) <= 0 ? one : other);
        } else {
          worst.merge(
              key,
              condition,
              (one, other) -> one.priority().compareTo(other.priority()) <= 0 ? one : other);
        }
      }
    }

    /** A lesser condition does not keep a more urgent alert up; its own turn comes after that. */
    boolean holds(Alert alert) {
      @Nullable AlertCondition there = worst.get(alert.key());
      return there != null && there.priority().compareTo(alert.condition()) <= 0;
    }

    boolean lingers(Alert alert) {
      @Nullable AlertPriority there = lingering.get(alert.key());
      return there != null && there.compareTo(alert.condition()) <= 0;
    }
  }
}
