package org.plimsoll.vessel.cam;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.vessel.alert.Alert;
import org.plimsoll.vessel.alert.AlertBook;
import org.plimsoll.vessel.alert.AlertCondition;
import org.plimsoll.vessel.alert.Tick;
import org.plimsoll.vessel.line.AlertTraffic;
import org.plimsoll.vessel.line.Dialect;
import org.plimsoll.vessel.line.LineConfig;

/** Every line to an alert management. Confined to the pipeline thread. */
public final class Cams {

  private final List<CamTalk> talks = new ArrayList<>();
  private final BiConsumer<String, List<String>> say;
  private boolean wereLost;

  /**
   * @param say says sentences, each with CR and LF, on the line of this name, without waiting
   */
  public Cams(List<LineConfig> lines, BiConsumer<String, List<String>> say) {
    this.say = say;
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).dialect() instanceof Dialect.BridgeAlerts dialect) {
        talks.add(new CamTalk(lines.get(i).id(), i + 1, dialect));
      }
    }
  }

  /** The gateway has just started, with the alerts that were active before. */
  public void restored(List<Alert> active, Tick now) {
    if (active.stream().anyMatch(alert -> alert.state() == AlertState.ACTIVE_TRANSFERRED)) {
      talks.forEach(talk -> talk.expectHeartbeat(now));
    }
  }

  /** Says transitions on every line. */
  public void transitions(List<Alert> changes, List<Alert> active, Tick now) {
    talks.forEach(talk -> say(talk, talk.transitions(changes, active, now)));
  }

  /** Says what is due. */
  public void everySecond(List<Alert> active, Tick now) {
    talks.forEach(talk -> say(talk, talk.everySecond(active, now)));
  }

  /**
   * Takes what came over a line.
   *
   * @return the alerts that were changed by it
   */
  public List<Alert> hear(AlertTraffic traffic, AlertBook book, Tick now) {
    List<Alert> changed = new ArrayList<>();
    for (CamTalk talk : talks) {
      if (talk.line().equals(traffic.line())) {
        say(
            talk,
            traffic instanceof AlertTraffic.Said said
                ? talk.hear(said.sentence(), book, changed, now)
                : talk.opened(book.active(), now));
      }
    }
    return changed;
  }

  private void say(CamTalk talk, List<String> sentences) {
    if (!sentences.isEmpty()) {
      say.accept(talk.line(), sentences);
    }
  }

  /** What deserves an alert about the lines themselves. */
  public List<AlertCondition> conditions(Tick now) {
    return talks.stream().flatMap(talk -> talk.condition(now).stream()).toList();
  }

  /** Whether the last one that was well has just been lost: nobody else announces our alerts. */
  public boolean haveJustBeenLost(Tick now) {
    boolean lost = !talks.isEmpty() && talks.stream().allMatch(talk -> talk.isLost(now));
    boolean justNow = lost && !wereLost;
    wereLost = lost;
    return justNow;
  }
}
