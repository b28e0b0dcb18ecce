package org.plimsoll.vocabulary;

/**
 * Something that can be measured aboard: one line of the table of quantities.
 *
 * @param path Signal K path, or ours in its style; lower camel case, dots between the parts
 * @param unit unit of every value on the wire and in the store
 * @param resolution smallest step that is kept, in {@code unit}; values are integers of it
 * @param minimum least plausible value, in {@code unit}
 * @param maximum greatest plausible value, in {@code unit}
 * @param title a few words for pages, sentence case
 */
public record Quantity(
    String path, Unit unit, double resolution, double minimum, double maximum, String title) {

  public Quantity {
    if (path.isEmpty() || path.length() > MAX_PATH_LENGTH) {
      throw new IllegalArgumentException(
          "path of " + path.length() + " characters, allowed 1 to " + MAX_PATH_LENGTH);
    }
    if (!(resolution > 0)) {
      throw new IllegalArgumentException("resolution " + resolution + " of " + path + " not > 0");
    }
    if (!(minimum < maximum)) {
      throw new IllegalArgumentException(
          "range " + minimum + " to " + maximum + " of " + path + " is empty");
    }
  }

  /** Longest path, in characters. */
  public static final int MAX_PATH_LENGTH = 128;

  /** Whether the value is finite and within {@code minimum} and {@code maximum}, both included. */
  public boolean isPlausible(double value) {
    return value >= minimum && value <= maximum;
  }
}
