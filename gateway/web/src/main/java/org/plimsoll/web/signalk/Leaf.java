package org.plimsoll.web.signalk;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One value at one path by one source.
 *
 * @param path in Signal K; empty for what is said of the vessel herself
 * @param source as {@code $source}
 * @param timeMillis when it was measured; of a null, when it was known to be missing
 * @param value null as a JSON null when there is none that may be used
 * @param unit for {@code meta}; empty without one
 * @param title for {@code meta}
 * @param preferred whether this is the one to show for its path
 */
record Leaf(
    String path,
    String source,
    long timeMillis,
    JsonNode value,
    String unit,
    String title,
    boolean preferred) {

  /** Whether a client that has the other one has this one too. */
  boolean saysTheSameAs(Leaf other) {
    boolean timeless = path.isEmpty() || value.isNull();
    return value.equals(other.value) && (timeless || timeMillis == other.timeMillis);
  }
}
