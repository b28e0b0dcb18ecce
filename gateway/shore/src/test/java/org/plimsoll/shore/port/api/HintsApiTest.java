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

  private static final String NO_MOMENT =
      "MOMENT INCONCLUSIVE the draught records before and after loading do not both say trim, u95,"
          + " the moment to change trim, the centre of flotation and the deductibles";

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
            "LIST INCONCLUSIVE no departure record says her list",
            NO_MOMENT);
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
                + " or has shifted",
            NO_MOMENT);
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
            "LIST INCONCLUSIVE the ship withholds it",
            "MOMENT INCONCLUSIVE the ship withholds it");
    assertThat(hints(SHIP).get(0)).startsWith("PASSENGERS FAIL 171");
  }

  /** The lorry of 25 t stands 30 m aft of the centre of flotation, and trims her as 35 t would. */
  @Test
  void herTrimIsHeldAgainstThePapers() throws Exception {
    trimmed(21, "BASELINE", "10:30", 0.30);
    trimmed(22, "DEPARTURE", "11:40", 0.30 + 35.0 * 30 / 9_610);
    assertThat(hints(READER).get(2)).isEqualTo("MOMENT INCONCLUSIVE no cargo unit is declared");
    port.put(
        VOYAGE + "/cargo-units/" + TestPort.id(41),
        "{\"unitId\":\"A 123 BC\",\"type\":\"HGV\",\"positionMetres\":27,"
            + "\"declared\":{\"kilograms\":25000,\"basis\":\"DRIVER\"}}",
        SHIP,
        201);
    assertThat(hints(READER).get(2))
        .isEqualTo(
            "MOMENT FAIL trim says 300 t m more by the stern than the papers, 196 allowed: look aft"
                + " of 57 m from the after perpendicular for what is heavier than declared");
    port.put(
        OUT + "/withholdings/" + TestPort.id(31), "{\"withheld\":[\"CARGO_UNITS\"]}", SHIP, 201);
    assertThat(hints(READER).get(2)).contains("withholds");
  }

  private void trimmed(int id, String instant, String time, double trim) throws Exception {
    String body =
        "{\"instant\":\"%s\",\"at\":\"2026-01-15T%s:00Z\",\"quality\":\"GOOD\","
            + "\"draughtsMetres\":{\"forwardPort\":4.1,\"aftPort\":4.4,\"u95\":0.01},"
            + "\"deductiblesKilograms\":400000,\"trimMetres\":%s,"
            + "\"mctcTonneMetresPerCentimetre\":96.1,\"lcfMetres\":57}";
    port.put(
        OUT + "/draught-records/" + TestPort.id(id),
        body.formatted(instant, time, trim),
        SHIP,
        201);
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
