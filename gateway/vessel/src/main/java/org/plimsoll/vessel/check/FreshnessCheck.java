package org.plimsoll.vessel.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.AlertKind;
import org.plimsoll.vessel.line.LineConfig;
import org.plimsoll.vessel.line.LineState;
import org.plimsoll.vessel.line.LineStatus;
import org.plimsoll.vessel.state.ChannelState;
import org.plimsoll.vessel.state.VesselState;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantities;
import org.plimsoll.vocabulary.Quantity;

/**
 * Whether everything that should be heard is heard: what the configuration promises of each line,
 * and what was heard since the start. A sentence that goes on without one of its fields, such as a
 * course while she lies still, is not silent unless that field is promised. A sensor that is heard
 * and for {@link #UNUSABLE} says nothing that can be used is a fault too, of which nobody knows how
 * the ship is: undecided. The sensors of one line make one alert, which is a warning if another
 * check needs them and a caution if not. Confined to the pipeline thread.
 */
final class FreshnessCheck implements Check {

  /** How long after the start a line may take to be heard. */
  static final Duration GRACE = Duration.ofSeconds(15);

  /** A value may be invalid for a moment, such as a weight that is being taken off. */
  static final Duration UNUSABLE = Duration.ofSeconds(5);

  private static final Set<String> NEEDED =
      paths(
          Stream.of(
              Quantities.DRAUGHT_MIDSHIP_PORT,
              Quantities.DRAUGHT_MIDSHIP_STARBOARD,
              Quantities.WEIGHBRIDGE_MASS,
              Quantities.PASSENGERS_ON_BOARD));

  /** What has a value as long as its sensor is well, other than the papers of no lorry. */
  private static final Set<String> MEASURED =
      paths(
          Stream.of(
              Quantities.DRAUGHT_FORWARD_PORT,
              Quantities.DRAUGHT_FORWARD_STARBOARD,
              Quantities.DRAUGHT_MIDSHIP_PORT,
              Quantities.DRAUGHT_MIDSHIP_STARBOARD,
              Quantities.DRAUGHT_AFT_PORT,
              Quantities.DRAUGHT_AFT_STARBOARD,
              Quantities.WEIGHBRIDGE_MASS,
              Quantities.PASSENGERS_ON_BOARD));

  private final List<LineConfig> lines;

  /** Since when each sensor has been saying nothing that can be used, on the gateway's ticker. */
  private final Map<Sensor, Long> unusableSince = new HashMap<>();

  private record Sensor(String path, String source) {

    static Sensor of(ChannelState channel) {
      return new Sensor(channel.quantity().path(), channel.source());
    }
  }

  /** What is wrong with a line; a silent one is lost for certain. */
  private record Fault(String text, boolean isSilent) {}

  FreshnessCheck(List<LineConfig> lines) {
    this.lines = List.copyOf(lines);
  }

  @Override
  public String id() {
    return "freshness";
  }

  @Override
  public String title() {
    return "Every sensor heard";
  }

  @Override
  public AlertKind alert() {
    return AlertKind.SENSOR_STALE;
  }

  /** A line that is heard again is rectified, whatever another one says. */
  @Override
  public boolean keepsAlerts(Finding finding) {
    return finding.verdict() == Verdict.INCONCLUSIVE && finding.conditions().isEmpty();
  }

  @Override
  public Finding judge(VesselState state) {
    List<String> unusable = unusable(state);
    List<AlertCondition> conditions = new ArrayList<>();
    boolean isSilent = false;
    for (int i = 0; i < lines.size(); i++) {
      Optional<Fault> fault = fault(lines.get(i), state);
      if (fault.isPresent()) {
        AlertPriority priority =
            isNeeded(lines.get(i)) ? AlertPriority.WARNING : AlertPriority.CAUTION;
        conditions.add(new AlertCondition(alert(), i + 1, priority, fault.get().text()));
        isSilent |= fault.get().isSilent();
      }
    }
    if (conditions.isEmpty()) {
      return lines.isEmpty()
          ? Finding.inconclusive("no lines are configured")
          : unusable.isEmpty()
              ? Finding.pass("all " + lines.size() + " lines are heard")
              : Finding.inconclusive("not usable now: " + named(unusable));
    }
    String text = conditions.stream().map(AlertCondition::text).collect(Collectors.joining("; "));
    if (state.moment().upNanos() < GRACE.toNanos()) {
      return Finding.inconclusive("just started: " + text);
    }
    return new Finding(isSilent ? Verdict.FAIL : Verdict.INCONCLUSIVE, text, conditions);
  }

  /** The titles of the sensors that say nothing usable now; notes since when. */
  private List<String> unusable(VesselState state) {
    List<ChannelState> now = state.channels().stream().filter(FreshnessCheck::isUnusable).toList();
    Set<Sensor> sensors = now.stream().map(Sensor::of).collect(Collectors.toUnmodifiableSet());
    unusableSince.keySet().retainAll(sensors);
    sensors.forEach(sensor -> unusableSince.putIfAbsent(sensor, state.moment().nanos()));
    return now.stream().map(channel -> channel.quantity().title()).toList();
  }

  private static boolean isNeeded(LineConfig line) {
    return line.dialect().promised().map(Quantity::path).anyMatch(NEEDED::contains);
  }

  private Optional<Fault> fault(LineConfig line, VesselState state) {
    for (LineStatus status : state.lines()) {
      if (status.id().equals(line.id()) && status.state() != LineState.GREEN) {
        return Optional.of(new Fault(line.id() + " " + status.detail(), true));
      }
    }
    List<ChannelState> channels =
        state.channels().stream().filter(channel -> channel.line().equals(line.id())).toList();
    List<String> silent = silent(line, channels);
    if (!silent.isEmpty()) {
      return Optional.of(new Fault(line.id() + " silent: " + named(silent), true));
    }
    List<String> lasting =
        channels.stream()
            .filter(channel -> hasLasted(channel, state.moment().nanos()))
            .map(channel -> channel.quantity().title())
            .toList();
    return lasting.isEmpty()
        ? Optional.empty()
        : Optional.of(new Fault(line.id() + " not usable: " + named(lasting), false));
  }

  private boolean hasLasted(ChannelState channel, long nowNanos) {
    Long since = unusableSince.get(Sensor.of(channel));
    return since != null && nowNanos - since >= UNUSABLE.toNanos();
  }

  private static List<String> silent(LineConfig line, List<ChannelState> channels) {
    Set<String> speaking =
        channels.stream()
            .filter(channel -> !isSilent(channel))
            .map(ChannelState::source)
            .collect(Collectors.toSet());
    Set<String> promised = paths(line.dialect().promised());
    return channels.stream()
        .filter(FreshnessCheck::isSilent)
        .filter(
            channel ->
                promised.contains(channel.quantity().path())
                    || !speaking.contains(channel.source()))
        .map(channel -> channel.quantity().title())
        .distinct()
        .toList();
  }

  private static String named(List<String> titles) {
    return FirstFew.of(titles, ", ");
  }

  private static Set<String> paths(Stream<Quantity> quantities) {
    return quantities.map(Quantity::path).collect(Collectors.toUnmodifiableSet());
  }

  private static boolean isUnusable(ChannelState channel) {
    return channel.quality() == Quality.INVALID
        && !channel.line().isEmpty()
        && MEASURED.contains(channel.quantity().path());
  }

  private static boolean isSilent(ChannelState channel) {
    return channel.quality() == Quality.STALE || channel.quality() == Quality.ABSENT;
  }
}
