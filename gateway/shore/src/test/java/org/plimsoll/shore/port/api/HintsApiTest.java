package org.plimsoll.shore.port.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.shore.port.api.TestPort.CALL;
import static org.plimsoll.shore.port.api.TestPort.READER;
import static org.plimsoll.shore.port.api.TestPort.SHIP;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.port.RecordKind;

/** What of a voyage as a whole should be looked at, from its papers and records. */
class HintsApiTest {

  private static final String VOYAGE = "/api/v1/voyages/" + TestPort.id(1);
  private static final String OUT = "/api/v1/port-calls/" + TestPort.id(2);
  private static final String IN = "/api/v1/port-calls/" + TestPort.id(3);

  @TempDir Path directory;
  private TestPort port;

  @BeforeEach
  void start() throws Exception {
    port = new TestPort(directory);
    port.put(VOYAGE, TestPort.VOYAGE, SHIP, 201);
    port.put(OUT, CALL.replace("}", ",\"voyageOut\":\"12\"}"), SHIP, 201);
    port.put(IN, CALL.replace("}", ",\"voyageIn\":\"12\"}"), SHIP, 201);
  }

  @AfterEach
  void stop() {
    port.close();
  }

  @Test
  void theyFollowFromDeclarationAndDepartureRecord() throws Exception {
    assertThat(hints(READER))
        .containsExactly(
            "PASSENGERS INCONCLUSIVE nobody has declared passengers",
            "LIST INCONCLUSIVE no departure record says her list");
    port.put(
        VOYAGE + "/declarations/" + TestPort.id(11),
        port.example(RecordKind.DECLARATION).replace("SUBMITTED", "DRAFT"),
        SHIP,
        201);
    assertThat(hints(READER).get(0)).as("a draft says nothing").contains("nobody");
    port.put(
        VOYAGE + "/declarations/" + TestPort.id(12),
        port.example(RecordKind.DECLARATION),
        SHIP,
        201);
    record(OUT, 21, "BASELINE", "10:30", 9);
    record(IN, 22, "DEPARTURE", "11:50", 9);
    record(OUT, 23, "DEPARTURE", "11:40", -1.4);
    record(OUT, 24, "DEPARTURE", "11:20", 0.2);
    assertThat(hints(READER))
        .containsExactly(
            "PASSENGERS FAIL 171 passengers declared, 170 allowed by her certificate",
            "LIST FAIL list 1.4 degrees to port: look there for what is heavier than declared,"
                + " or has shifted");
  }

  @Test
  void whatIsWithheldGivesNoHint() throws Exception {
    port.put(
        VOYAGE + "/declarations/" + TestPort.id(12),
        port.example(RecordKind.DECLARATION),
        SHIP,
        201);
    record(OUT, 23, "DEPARTURE", "11:40", -1.4);
    port.put(
        OUT + "/withholdings/" + TestPort.id(31),
        "{\"withheld\":[\"PERSONS\",\"DRAUGHT_RECORDS\"]}",
        SHIP,
        201);
    assertThat(hints(READER))
        .containsExactly(
            "PASSENGERS INCONCLUSIVE the ship withholds it",
            "LIST INCONCLUSIVE the ship withholds it");
    assertThat(hints(SHIP).get(0)).startsWith("PASSENGERS FAIL 171");
  }

  private void record(String call, int id, String instant, String time, double list)
      throws Exception {
    String body =
        TestPort.draught(instant, "2026-01-15T" + time + ":00Z", 5_000_000)
            .replaceFirst("}$", ",\"listDegrees\":" + list + "}");
    port.put(call + "/draught-records/" + TestPort.id(id), body, SHIP, 201);
  }

  private List<String> hints(String key) throws Exception {
    List<String> hints = new ArrayList<>();
    for (JsonNode hint :
        TestPort.json(port.get(VOYAGE + "/inspection-list", key, 200)).path("hints")) {
      hints.add(
          hint.path("about").asText()
              + " "
              + hint.path("verdict").asText()
              + " "
              + hint.path("text").asText());
    }
    return hints;
  }
}
