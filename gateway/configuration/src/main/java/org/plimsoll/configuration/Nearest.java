package org.plimsoll.configuration;

import java.util.Collection;
import java.util.Optional;

/** The known word that a mistyped word was probably meant to be. */
public final class Nearest {

  /** Longest word that is compared; nobody mistypes longer keys than this by hand. */
  private static final int LONGEST = 64;

  private Nearest() {}

  /**
   * The closest of {@code known} within a third of the length of {@code word} (at least one, at
   * most three edits), in any case, or nothing.
   */
  public static Optional<String> of(String word, Collection<String> known) {
    if (word.length() > LONGEST) {
      return Optional.empty();
    }
    int allowed = Math.max(1, Math.min(3, word.length() / 3));
    String best = null;
    int least = allowed + 1;
    for (String candidate : known) {
      if (candidate.length() > LONGEST) {
        continue;
      }
      int edits = edits(word.toLowerCase(java.util.Locale.ROOT), candidate);
      if (edits < least) {
        least = edits;
        best = candidate;
      }
    }
    return Optional.ofNullable(best);
  }

  /** Insertions, deletions, replacements and swaps of neighbours (optimal string alignment). */
  static int edits(String from, String to) {
    int[][] cost = new int[from.length() + 1][to.length() + 1];
    for (int i = 0; i <= from.length(); i++) {
      for (int j = 0; j <= to.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int replace = cost[i - 1][j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        cost[i][j] = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        if (i > 1
            && j > 1
            && from.charAt(i - 1) == to.charAt(j - 2)
            && from.charAt(i - 2) == to.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[from.length()][to.length()];
  }
}
