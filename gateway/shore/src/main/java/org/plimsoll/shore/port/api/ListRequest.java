package org.plimsoll.shore.port.api;

import io.vertx.core.MultiMap;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.book.EntryJson;
import org.plimsoll.shore.port.book.Query;
import org.plimsoll.shore.port.wire.Fault;
import org.plimsoll.telemetry.VesselId;

/** Reads the parameters of a list, strictly. Stateless. */
final class ListRequest {

  private static final Set<String> KNOWN =
      Set.of("updatedSince", "unlocode", "vessel", "history", "cursor", "limit");

  private ListRequest() {}

  /** What was asked, or why it cannot be answered. */
  record Asked(Query query, List<Fault> faults) {}

  static Asked read(RecordKind kind, MultiMap parameters) {
    List<Fault> faults = new ArrayList<>();
    for (String name : parameters.names()) {
      if (!KNOWN.contains(name)) {
        faults.add(new Fault("unknown parameter", "not known here", "one of " + KNOWN));
      } else if (parameters.getAll(name).size() > 1) {
        faults.add(new Fault(name, "given more than once", "once"));
      }
    }
    Query query =
        new Query(
            kind,
            Optional.empty(),
            vessel(parameters, faults),
            unlocode(parameters, faults),
            since(parameters, faults),
            history(parameters, faults),
            cursor(parameters, faults),
            limit(parameters, faults));
    return new Asked(query, faults);
  }

  private static Optional<VesselId> vessel(MultiMap parameters, List<Fault> faults) {
    String text = parameters.get("vessel");
    Optional<VesselId> vessel = Optional.ofNullable(text).flatMap(VesselId::parse);
    if (text != null && vessel.isEmpty()) {
      faults.add(new Fault("vessel", "names no vessel", "such as imo9876543 or mmsi273000000"));
    }
    return vessel;
  }

  private static Optional<String> unlocode(MultiMap parameters, List<Fault> faults) {
    String text = parameters.get("unlocode");
    if (text != null && !text.matches("[A-Z]{2}[A-Z2-9]{3}")) {
      faults.add(new Fault("unlocode", "is none", "such as RUVVO"));
    }
    return Optional.ofNullable(text);
  }

  private static Optional<Instant> since(MultiMap parameters, List<Fault> faults) {
    String text = parameters.get("updatedSince");
    if (text == null) {
      return Optional.empty();
    }
    try {
      Instant since = Instant.parse(text);
      if (!since.isBefore(Instant.EPOCH) && since.getEpochSecond() < Integer.MAX_VALUE * 2L) {
        return Optional.of(since);
      }
    } catch (DateTimeException e) {
      // Told below, in the words of the other reason.
    }
    faults.add(new Fault("updatedSince", "is no time", "such as 2026-01-15T06:42:10Z"));
    return Optional.empty();
  }

  private static boolean history(MultiMap parameters, List<Fault> faults) {
    String text = parameters.get("history");
    if (text != null && !text.equals("true") && !text.equals("false")) {
      faults.add(new Fault("history", "is neither", "true or false"));
    }
    return "true".equals(text);
  }

  private static long cursor(MultiMap parameters, List<Fault> faults) {
    String text = parameters.get("cursor");
    if (text == null) {
      return 0;
    }
    if (EntryJson.after(text).isEmpty()) {
      faults.add(new Fault("cursor", "is none of ours", "the next of the page before"));
    }
    return EntryJson.after(text).orElse(0);
  }

  private static int limit(MultiMap parameters, List<Fault> faults) {
    String text = parameters.get("limit");
    if (text == null) {
      return Query.DEFAULT_LIMIT;
    }
    int limit = text.matches("[0-9]{1,4}") ? Integer.parseInt(text) : 0;
    if (limit < 1 || limit > Query.MAX_LIMIT) {
      faults.add(new Fault("limit", "is not allowed", "1 to " + Query.MAX_LIMIT));
      return Query.DEFAULT_LIMIT;
    }
    return limit;
  }
}
