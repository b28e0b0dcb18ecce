package org.plimsoll.vessel.alert;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.MessageResult;
import org.plimsoll.telemetry.Messages;

/**
 * Alerts as text that survives: one a line, {@value #CHUNK} in an entry of the memory, so that no
 * entry grows beyond its bound. A line has, before the alert's JSON and with a space after each:
 * category, priority of the condition, escalations, since when nobody answered.
 */
final class AlertMemory {

  /** Lines of one entry; each has less than 2000 characters, and an entry at most 65,536. */
  static final int CHUNK = 32;

  private static final String ACTIVE = "alerts";
  private static final int CHUNKS = AlertBook.MAX_ALERTS / CHUNK;
  private static final int FIELDS = 5;

  private AlertMemory() {}

  /** Every entry, also those that are empty now. */
  static Map<String, String> active(Collection<Alert> alerts) {
    List<String> lines = alerts.stream().map(AlertMemory::line).toList();
    Map<String, String> memory = new HashMap<>();
    for (int i = 0; i < CHUNKS; i++) {
      int from = Math.min(lines.size(), i * CHUNK);
      int to = Math.min(lines.size(), from + CHUNK);
      memory.put(key(i), String.join("\n", lines.subList(from, to)));
    }
    return memory;
  }

  static List<Alert> active(Map<String, String> memory, List<String> unread) {
    List<Alert> alerts = new ArrayList<>();
    for (int i = 0; i < CHUNKS; i++) {
      for (String line : memory.getOrDefault(key(i), "").lines().toList()) {
        alert(line).ifPresentOrElse(alerts::add, () -> unread.add(line));
      }
    }
    return alerts;
  }

  private static String key(int chunk) {
    return chunk == 0 ? ACTIVE : ACTIVE + "." + chunk;
  }

  static String line(Alert alert) {
    return List.of(
            alert.category().name(),
            alert.condition().name(),
            String.valueOf(alert.escalations()),
            alert.unanswered().toString(),
            new String(Messages.toJson(alert.said()), StandardCharsets.UTF_8))
        .stream()
        .collect(Collectors.joining(" "));
  }

  static Optional<Alert> alert(String line) {
    String[] fields = line.split(" ", FIELDS);
    if (fields.length < FIELDS) {
      return Optional.empty();
    }
    MessageResult<AlertMessage> said =
        Messages.alertFrom(fields[FIELDS - 1].getBytes(StandardCharsets.UTF_8));
    if (!(said instanceof MessageResult.Good<AlertMessage> good)) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          new Alert(
              good.message(),
              AlertCategory.valueOf(fields[0]),
              AlertPriority.valueOf(fields[1]),
              Integer.parseInt(fields[2]),
              Instant.parse(fields[3])));
    } catch (IllegalArgumentException | DateTimeException e) {
      return Optional.empty();
    }
  }
}
