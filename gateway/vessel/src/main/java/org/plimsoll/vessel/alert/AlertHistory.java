package org.plimsoll.vessel.alert;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * The latest transitions, newest first; the oldest goes, the store ashore has them all. They are
 * numbered and kept in {@value #CHUNKS} entries of the memory in turn, so that a transition writes
 * one of them. Confined to the pipeline thread.
 */
final class AlertHistory {

  private static final int CHUNKS = 8;

  /** Transitions kept. */
  static final int MAX = (CHUNKS - 1) * AlertMemory.CHUNK;

  private static final String KEY = "alerts.history.";

  private final TreeMap<Long, Alert> transitions = new TreeMap<>();
  private final Set<Integer> dirty = new HashSet<>();
  private long next = 1;

  void add(Alert alert) {
    dirty.add(chunk(next));
    transitions.put(next++, alert);
    while (transitions.size() > MAX) {
      transitions.pollFirstEntry();
    }
  }

  private static int chunk(long number) {
    return (int) (number / AlertMemory.CHUNK % CHUNKS);
  }

  List<Alert> newestFirst() {
    return List.copyOf(transitions.descendingMap().values());
  }

  /** The entries that have changed since the last call. */
  Map<String, String> memory() {
    Map<Integer, List<String>> lines = new HashMap<>();
    dirty.forEach(chunk -> lines.put(chunk, new ArrayList<>()));
    transitions.forEach(
        (number, alert) -> {
          List<String> chunk = lines.get(chunk(number));
          if (chunk != null) {
            chunk.add(number + " " + AlertMemory.line(alert));
          }
        });
    dirty.clear();
    Map<String, String> memory = new HashMap<>();
    lines.forEach((chunk, of) -> memory.put(KEY + chunk, String.join("\n", of)));
    return memory;
  }

  /** Restores; gives the lines that could not be read. */
  List<String> restore(Map<String, String> memory) {
    List<String> unread = new ArrayList<>();
    for (int i = 0; i < CHUNKS; i++) {
      for (String line : memory.getOrDefault(KEY + i, "").lines().toList()) {
        String[] fields = line.split(" ", 2);
        Optional<Alert> alert =
            fields.length == 2 && fields[0].matches("\\d{1,18}")
                ? AlertMemory.alert(fields[1])
                : Optional.empty();
        if (alert.isPresent()) {
          transitions.put(Long.parseLong(fields[0]), alert.get());
        } else {
          unread.add(line);
        }
      }
    }
    while (transitions.size() > MAX) {
      transitions.pollFirstEntry();
    }
    next = transitions.isEmpty() ? 1 : transitions.lastKey() + 1;
    return unread;
  }
}
