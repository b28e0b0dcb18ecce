package org.plimsoll.vessel.budget;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.configuration.Section;
import org.plimsoll.telemetry.AlertPriority;

/**
 * When the link may be open; without any it always may.
 *
 * @param list may overlap
 * @param opensFor the least priority of an alert that opens the link outside of them
 */
public record Windows(List<Window> list, AlertPriority opensFor) {

  /** Most windows of one link. */
  static final int MAX_WINDOWS = 32;

  private static final Duration LONGEST = Duration.ofDays(1);

  /** No windows. */
  public static final Windows NONE = new Windows(List.of(), AlertPriority.ALARM);

  public Windows {
    list = List.copyOf(list);
  }

  /**
   * From when on, and for how long.
   *
   * @param length a minute to a day
   */
  public record Window(Cron opens, Duration length) {
    boolean isOpen(Instant now) {
      return opens.latest(now).filter(begin -> now.isBefore(begin.plus(length))).isPresent();
    }
  }

  /** Keys {@code windows} (a list of {@code opens} and {@code for}) and {@code opens-for}. */
  static Windows read(Section uplink) {
    List<Window> list = new ArrayList<>();
    for (Section section : uplink.sections("windows")) {
      Duration length = section.duration("for", Duration.ofMinutes(1), LONGEST);
      String text = section.text("opens");
      if (!text.isEmpty()) {
        Cron.parse(text, why -> note(section, why))
            .ifPresent(opens -> list.add(new Window(opens, length)));
      }
    }
    if (list.size() > MAX_WINDOWS) {
      uplink.problem("windows", list.size() + " windows", "allowed: " + MAX_WINDOWS + " at most");
    }
    return new Windows(list, uplink.choice("opens-for", AlertPriority.class, NONE.opensFor()));
  }

  private static void note(Section section, String why) {
    section.problem(
        "opens", "'opens': " + why, "write it as in crontab, in UTC: \"0 6,18 * * mon-fri\"");
  }

  /** Whether there are any. */
  public boolean areConfigured() {
    return !list.isEmpty();
  }

  /** Whether the link may be open now. */
  public boolean areOpen(Instant now) {
    return list.isEmpty() || list.stream().anyMatch(window -> window.isOpen(now));
  }

  /** When the next one opens. */
  public Optional<Instant> next(Instant after) {
    return list.stream()
        .flatMap(window -> window.opens().next(after).stream())
        .min(Instant::compareTo);
  }

  /** Whether an alert of this priority opens the link outside of them. */
  public boolean areOverriddenBy(AlertPriority priority) {
    return priority.compareTo(opensFor) <= 0;
  }
}
