package org.plimsoll.vessel.alert;

/**
 * Which alert.
 *
 * @param id as in {@code ALF}, 1 to 9,999,999
 * @param instance which of several of the kind, from 1
 */
public record AlertKey(int id, int instance) implements Comparable<AlertKey> {
  @Override
  public int compareTo(AlertKey other) {
    return id != other.id
        ? Integer.compare(id, other.id)
        : Integer.compare(instance, other.instance);
  }
}
