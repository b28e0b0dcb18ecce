package org.plimsoll.bench.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What happened, in one line each: the last of it in words, all of it in a digest. */
final class Chronicle {

  private static final int KEPT = 60;

  private record Line(long millis, String text) {}

  private final Timeline timeline;
  private final Deque<Line> last = new ArrayDeque<>();
  private long digest = 17;
  private long lines;

  Chronicle(Timeline timeline) {
    this.timeline = timeline;
  }

  void note(String text) {
    if (last.size() == KEPT) {
      last.removeFirst();
    }
    last.addLast(new Line(timeline.millis(), text));
    digest = (digest * 31 + timeline.nanos()) * 31 + text.hashCode();
    lines++;
  }

  long lines() {
    return lines;
  }

  /** The same for two runs exactly if the same happened at the same times. */
  long digest() {
    return digest;
  }

  List<String> last() {
    return last.stream().map(Chronicle::format).toList();
  }

  private static String format(Line line) {
    long seconds = line.millis / 1000;
    return String.format(
        "day %d %02d:%02d:%02d.%03d  %s",
        seconds / 86_400,
        seconds / 3600 % 24,
        seconds / 60 % 60,
        seconds % 60,
        line.millis % 1000,
        line.text);
  }
}
