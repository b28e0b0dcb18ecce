package org.plimsoll.shore.port.book;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.plimsoll.shore.port.PortCall;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.telemetry.VesselId;

/** The calls of which something is still to come. Confined to the book's thread. */
final class OpenCalls {

  /** Neither over by its status nor left by what was seen or said. */
  private static final String OPEN =
      "SELECT c.root, c.vessel FROM entries c WHERE c.kind = 'PORT_CALL'"
          + " AND NOT EXISTS (SELECT 1 FROM entries d WHERE d.supersedes = c.id)"
          + " AND NOT EXISTS (SELECT 1 FROM entries t WHERE t.kind = 'TIMESTAMP'"
          + " AND t.parent = c.root AND json_extract(t.content, '$.classifier') = 'ACT'"
          + " AND json_extract(t.content, '$.event') = 'DEPARTURE'"
          + " AND json_extract(t.content, '$.location') = 'PORT')"
          + " AND json_extract(c.content, '$.status') NOT IN (%s)"
          + " ORDER BY c.number DESC LIMIT %d";

  private OpenCalls() {}

  /** The newest of them. */
  static List<OpenCall> of(BookFile file, int limit) throws SQLException {
    List<String> over = new ArrayList<>();
    for (PortCall.Status status : PortCall.Status.values()) {
      if (status.isOver()) {
        over.add("'" + status.name() + "'");
      }
    }
    List<OpenCall> open = new ArrayList<>();
    for (Found found :
        file.query(
            OPEN.formatted(String.join(", ", over), limit),
            row -> new Found(UUID.fromString(row.getString(1)), row.getString(2)))) {
      open.add(
          new OpenCall(
              found.id(),
              new VesselId(found.vessel()),
              Withheld.of(file, RecordKind.PORT_CALL, found.id())));
    }
    return open;
  }

  private record Found(UUID id, String vessel) {}
}
