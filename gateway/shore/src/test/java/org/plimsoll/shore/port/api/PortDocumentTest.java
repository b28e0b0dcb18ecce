package org.plimsoll.shore.port.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.shore.port.api.TestPort.OTHER;
import static org.plimsoll.shore.port.api.TestPort.PORT;
import static org.plimsoll.shore.port.api.TestPort.READER;
import static org.plimsoll.shore.port.api.TestPort.SHIP;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.port.RecordKind;

/** What is served is what the document says. */
class PortDocumentTest {

  @TempDir Path directory;
  private TestPort port;

  @BeforeEach
  void start() throws Exception {
    port = new TestPort(directory);
  }

  @AfterEach
  void stop() {
    port.close();
  }

  /** Every kind, every documented answer but those that need a broken disk. */
  @Test
  void theDocumentIsTrue() throws Exception {
    for (RecordKind kind : RecordKind.values()) {
      if (kind.isWritten()) {
        everyAnswerOf(kind);
      }
    }
    String inspections = "/api/v1/voyages/" + TestPort.id(1) + "/inspection-list";
    port.unchanged(inspections, port.get(inspections, READER, 200));
    port.get(inspections, OTHER, 404);
    port.get(inspections, "", 401);
    port.get("/api/v1/voyages/1/inspection-list", READER, 400);
    String clearance = "/api/v1/port-calls/" + TestPort.id(11) + "/iso28005";
    port.unchanged(clearance, port.get(clearance, READER, 200));
    port.get(clearance, OTHER, 404);
    port.get(clearance, "", 401);
    port.get("/api/v1/port-calls/1/iso28005", READER, 400);
    String statistics = "/api/v1/voyage-statistics?vessel=imo9876543&to=2026-02-01T00:00:00Z";
    port.unchanged(statistics, port.get(statistics, READER, 200));
    port.get("/api/v1/voyage-statistics", READER, 400);
    port.get(statistics, "", 401);
    port.get("/api/v1/crossings", READER, 200);
    port.get("/api/v1/crossings?limit=0", READER, 400);
    port.get("/api/v1/crossings", "", 401);
    port.get("/api/v1/crossings/" + TestPort.id(1), READER, 404);
    port.get("/api/v1/crossings/1", READER, 400);
    port.get("/api/v1/crossings/" + TestPort.id(1), "", 401);
    port.get("/api/v1/port-map", READER, 200);
    port.get("/api/v1/port-map", "", 401);
    port.unchanged("/api/v1/signing-keys", port.get("/api/v1/signing-keys", READER, 200));
    port.get("/api/v1/signing-keys", "", 401);
    port.unchanged("/api/v1/whoami", port.get("/api/v1/whoami", READER, 200));
    port.get("/api/v1/whoami", "", 401);
    port.get("/api/v1/health", "", 200);
    Set<String> documented = new TreeSet<>();
    for (String path :
        new String[] {
          "voyage", "port-calls", "crossings", "port-map", "signing-keys", "whoami", "health"
        }) {
      documented.addAll(port.document.answers("/api/v1/" + path));
    }
    documented.removeIf(answer -> answer.endsWith(" 503") || answer.contains("crossings/{id} 200"));
    documented.removeIf(answer -> answer.contains("crossings") && answer.endsWith("304"));
    assertThat(port.document.seen()).containsAll(documented);
  }

  private void everyAnswerOf(RecordKind kind) throws Exception {
    String list = TestPort.list(kind);
    String one = list + "/" + TestPort.id(kind.ordinal() * 10 + 1);
    String body = port.example(kind);
    port.document.checkRequest(one, body);
    String author = kind == RecordKind.RECONCILIATION || kind == RecordKind.UKC_PLAN ? PORT : SHIP;
    port.put(one, body, author, 201);
    port.put(one, body, author, 200);
    port.put(one, body.replaceFirst("}$", ",\"remark\":\"another\"}"), author, 409);
    port.put(one, body.replaceFirst("}$", ",\"colour\":\"red\"}"), author, 400);
    port.put(one, body, "", 401);
    port.put(list + "/" + TestPort.id(kind.ordinal() * 10 + 2), body, READER, 403);
    port.put(one, "{\"x\":\"" + "x".repeat(1 << 20) + "\"}", author, 413);
    HttpResponse<String> entry = port.get(one, READER, 200);
    port.unchanged(one, entry);
    port.get(one, "wrong", 401);
    port.get(one, OTHER, 404);
    port.get(list + "/7", READER, 400);
    port.unchanged(list, port.get(list, READER, 200));
    port.get(list + "?vesel=imo9876543", READER, 400);
    port.get(list, "", 401);
    if (kind.parent().isPresent()) {
      port.get(list, OTHER, 404);
      port.put(list + "/" + TestPort.id(kind.ordinal() * 10 + 3), body, OTHER, 404);
    }
  }
}
