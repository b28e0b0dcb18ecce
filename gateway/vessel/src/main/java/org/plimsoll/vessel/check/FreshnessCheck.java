package org.plimsoll.vessel.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
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
 * course while she lies still, is not silent unless that field is promised. The sensors of one line
 * make one alert, which is a warning if another check needs them and a caution if not.
 */
final class FreshnessCheck implements Check {

  /** How long after the start a line may take to be heard. */
  static final Duration GRACE = Duration.ofSeconds(15);

  /** Most channels named in one text; the rest is counted. */
  private static final int MAX_NAMED = 3;

  private static final Set<String> NEEDED =
      Stream.of(
              Quantities.DRAUGHT_MIDSHIP_PORT,
              Quantities.DRAUGHT_MIDSHIP_STARBOARD,
              Quantities.WEIGHBRIDGE_MASS,
              Quantities.PASSENGERS_ON_BOARD)
          .map(Quantity::path)
          .collect(Collectors.toUnmodifiableSet());

  private final List<LineConfig> lines;

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

  @Override
  public Finding judge(VesselState state) {
    List<AlertCondition> conditions = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      String fault = fault(lines.get(i), state);
      if (!fault.isEmpty()) {
        AlertPriority priority =
            isNeeded(lines.get(i)) ? AlertPriority.WARNING : AlertPriority.CAUTION;
        conditions.add(new AlertCondition(alert(), i + 1, priority, fault));
      }
    }
    if (conditions.isEmpty()) {
      return lines.isEmpty()
          ? Finding.inconclusive("no lines are configured")
          : Finding.pass("all " + lines.size() + " lines are heard");
    }
    String text = conditions.stream().map(AlertCondition::text).collect(Collectors.joining("; "));
    if (state.moment().upNanos() < GRACE.toNanos()) {
      return Finding.inconclusive("just started: " + text);
    }
    return new Finding(Verdict.FAIL, text, conditions);
  }

  private static boolean isNeeded(LineConfig line) {
    return line.dialect().promised().map(Quantity::path).anyMatch(NEEDED::contains);
  }

  private static String fault(LineConfig line, VesselState state) {
    for (LineStatus status : state.lines()) {
      if (status.id().equals(line.id()) && status.state() != LineState.GREEN) {
        return line.id() + " " + status.detail();
      }
    }
    List<ChannelState> channels =
        state.channels().stream().filter(channel -> channel.line().equals(line.id())).toList();
    Set<String> speaking =
        channels.stream()
            .filter(channel -> !isSilent(channel))
            .map(ChannelState::source)
            .collect(Collectors.toSet());
    Set<String> promised =
        line.dialect().promised().map(Quantity::path).collect(Collectors.toSet());
    List<String> silent =
        channels.stream()
            .filter(FreshnessCheck::isSilent)
            .filter(
                channel ->
                    promised.contains(channel.quantity().path())
                        || !speaking.contains(channel.source()))
            .map(channel -> channel.quantity().title())
            .distinct()
            .toList();
    if (silent.isEmpty()) {
      return "";
    }
    String more = silent.size() > MAX_NAMED ? " and " + (silent.size() - MAX_NAMED) + " more" : "";
    return line.id()
        + " silent: "
        + silent.stream().limit(MAX_NAMED).collect(Collectors.joining(", "))
        + more;
  }

  private static boolean isSilent(ChannelState channel) {
    return channel.quality() == Quality.STALE || channel.quality() == Quality.ABSENT;
  }
}
