package org.plimsoll.vessel.check;

import java.util.List;
import java.util.stream.Collectors;

/** A list in the few words that a line has room for. Stateless. */
final class FirstFew {

  /** Named one by one; the rest is counted. */
  private static final int MOST_NAMED = 3;

  private FirstFew() {}

  /** The first three, and how many more there are. */
  static String of(List<String> names, String separator) {
    int more = names.size() - MOST_NAMED;
    return names.stream().limit(MOST_NAMED).collect(Collectors.joining(separator))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
