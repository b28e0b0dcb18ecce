package org.plimsoll.shore.port.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.shore.port.api.TestPort.CALL;
import static org.plimsoll.shore.port.api.TestPort.NOON;
import static org.plimsoll.shore.port.api.TestPort.OTHER;
import static org.plimsoll.shore.port.api.TestPort.PORT;
import static org.plimsoll.shore.port.api.TestPort.READER;
import static org.plimsoll.shore.port.api.TestPort.SHIP;
import static org.plimsoll.shore.port.api.TestPort.VOYAGE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.port.RecordKind;

/** What the port answers. */
class PortApiTest {

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

  @Test
  void aProblemNamesEachFieldAndWhatIsAllowed() throws Exception {
    HttpResponse<String> answer =
        port.put(
            "/api/v1/port-calls/" + TestPort.id(1),
            "{\"unlocode\":\"ruvvo\",\"status\":\"HERE\"}",
            SHIP,
            400);
    JsonNode problem = new ObjectMapper().readTree(answer.body());
    assertThat(problem.path("title").asText()).isEqualTo("Bad port call");
    assertThat(problem.path("errors")).hasSize(3);
    assertThat(problem.path("errors").path(1).path("field").asText()).isEqualTo("unlocode");
    assertThat(problem.path("errors").path(1).path("allowed").asText()).contains("RUVVO");
    assertThat(problem.path("errors").path(2).path("allowed").asText()).contains("ESTIMATED");
    assertThat(port.office.counts().refused.sum()).isEqualTo(1);
  }

  @Test
  void aListGoesOnWhereThePageBeforeEnded() throws Exception {
    for (int i = 0; i < 5; i++) {
      port.now = NOON.plusSeconds(i);
      port.put("/api/v1/port-calls/" + TestPort.id(i), CALL, SHIP, 201);
    }
    JsonNode first = TestPort.json(port.get("/api/v1/port-calls?limit=2", READER, 200));
    assertThat(TestPort.ids(first))
        .containsExactly(TestPort.id(0).toString(), TestPort.id(1).toString());
    String next = "/api/v1/port-calls?limit=2&cursor=" + first.path("next").asText();
    JsonNode second = TestPort.json(port.get(next, READER, 200));
    assertThat(TestPort.ids(second))
        .containsExactly(TestPort.id(2).toString(), TestPort.id(3).toString());
    JsonNode third =
        TestPort.json(
            port.get(
                "/api/v1/port-calls?limit=2&cursor=" + second.path("next").asText(), READER, 200));
    assertThat(TestPort.ids(third)).containsExactly(TestPort.id(4).toString());
    assertThat(third.path("next").isNull()).isTrue();
    JsonNode since =
        TestPort.json(
            port.get("/api/v1/port-calls?updatedSince=2026-01-15T12:00:03Z", READER, 200));
    assertThat(TestPort.ids(since))
        .containsExactly(TestPort.id(3).toString(), TestPort.id(4).toString());
    assertThat(
            TestPort.ids(TestPort.json(port.get("/api/v1/port-calls?unlocode=KPNAJ", READER, 200))))
        .isEmpty();
    assertThat(
            TestPort.ids(TestPort.json(port.get("/api/v1/port-calls?unlocode=RUVVO", OTHER, 200))))
        .isEmpty();
    port.get("/api/v1/port-calls?cursor=abc", READER, 400);
    port.get("/api/v1/port-calls?updatedSince=yesterday", READER, 400);
    port.get("/api/v1/port-calls?limit=501", READER, 400);
    port.get("/api/v1/port-calls?limit=1&limit=2", READER, 400);
  }

  @Test
  void aReconciliationShowsTheFourFigures() throws Exception {
    for (RecordKind kind :
        List.of(
            RecordKind.VOYAGE,
            RecordKind.PORT_CALL,
            RecordKind.CARGO_UNIT,
            RecordKind.DRAUGHT_RECORD)) {
      port.put(
          TestPort.list(kind) + "/" + TestPort.id(kind.ordinal() * 10 + 1),
          port.example(kind),
          SHIP,
          201);
    }
    JsonNode result =
        TestPort.json(
                port.put(
                    TestPort.list(RecordKind.RECONCILIATION) + "/" + TestPort.id(7),
                    port.example(RecordKind.RECONCILIATION),
                    PORT,
                    201))
            .path("result");
    assertThat(result.path("limit").path("kilograms").asDouble()).isEqualTo(1_000_000);
    assertThat(result.path("declared").path("kilograms").asDouble()).isEqualTo(20_000);
    assertThat(result.path("weighed").path("kilograms").asDouble()).isEqualTo(23_500.5);
    assertThat(result.path("measured").path("kilograms").asDouble()).isEqualTo(20_000);
    assertThat(result.path("verdict").asText()).isEqualTo("MATCH");
    assertThat(result.path("overLimit").asText()).isEqualTo("WITHIN");
  }

  @Test
  void theInspectionListBeginsWithTheWorstAndEndsAtAHundredPercent() throws Exception {
    String voyage = "/api/v1/voyages/" + TestPort.id(1);
    port.put(voyage, VOYAGE, SHIP, 201);
    String declared = ",\"declared\":{\"kilograms\":20000,\"basis\":\"BOOKING\"}";
    String weighed =
        ",\"weighed\":{\"kilograms\":29000,\"instrument\":\"WB1\",\"at\":\"2026-01-15T11:00:00Z\"}";
    port.put(voyage + "/cargo-units/" + TestPort.id(11), TestPort.unit("A", declared), SHIP, 201);
    port.put(voyage + "/cargo-units/" + TestPort.id(12), TestPort.unit("B", ""), SHIP, 201);
    port.put(
        voyage + "/cargo-units/" + TestPort.id(13),
        TestPort.unit("C", declared + weighed),
        SHIP,
        201);
    JsonNode list = TestPort.json(port.get(voyage + "/inspection-list", READER, 200));
    assertThat(list.path("items").findValuesAsText("unitId")).containsExactly("C", "B", "A");
    assertThat(list.path("items").findValuesAsText("reason"))
        .containsExactly("DISCREPANCY", "NO_MASS", "UNWEIGHED");
    assertThat(list.path("items").path(0).path("differenceKilograms").asDouble()).isEqualTo(9_000);
    assertThat(list.path("coveragePercent").asDouble()).isZero();

    port.put(
        voyage + "/inspections/" + TestPort.id(21),
        TestPort.inspection(13, "MASS_DIFFERS"),
        PORT,
        201);
    port.put(
        voyage + "/inspections/" + TestPort.id(22),
        TestPort.inspection(12, "AS_DECLARED"),
        PORT,
        201);
    port.put(
        voyage + "/inspections/" + TestPort.id(23),
        TestPort.inspection(99, "AS_DECLARED"),
        PORT,
        400);
    list = TestPort.json(port.get(voyage + "/inspection-list", READER, 200));
    assertThat(list.path("items").findValuesAsText("unitId")).containsExactly("A", "C", "B");
    assertThat(list.path("coveragePercent").asDouble()).isEqualTo(66.6);

    String corrected =
        TestPort.unit("A", declared).replace("}}", "},\"supersedes\":\"" + TestPort.id(11) + "\"}");
    port.put(
        voyage + "/inspections/" + TestPort.id(24),
        TestPort.inspection(11, "AS_DECLARED"),
        PORT,
        201);
    port.put(voyage + "/cargo-units/" + TestPort.id(14), corrected, SHIP, 201);
    list = TestPort.json(port.get(voyage + "/inspection-list", READER, 200));
    assertThat(list.path("coveragePercent").asDouble()).isEqualTo(100);
    assertThat(list.path("inspected").asInt()).isEqualTo(3);
  }

  @Test
  void theVoyagesOfAVesselAreAddedUp() throws Exception {
    port.now = NOON.plusSeconds(86_400);
    String out = CALL.replace("}", ",\"voyageOut\":\"12\"}");
    String in = CALL.replace("RUVVO", "KPNAJ").replace("}", ",\"voyageIn\":\"12\"}");
    port.put("/api/v1/voyages/" + TestPort.id(1), VOYAGE, SHIP, 201);
    port.put("/api/v1/port-calls/" + TestPort.id(11), out, SHIP, 201);
    port.put("/api/v1/port-calls/" + TestPort.id(12), in, SHIP, 201);
    String said =
        "{\"event\":\"%s\",\"location\":\"PORT\",\"classifier\":\"ACT\",\"time\":\"%s\","
            + "\"source\":\"VESSEL\"}";
    port.put(
        "/api/v1/port-calls/" + TestPort.id(11) + "/timestamps/" + TestPort.id(21),
        said.formatted("DEPARTURE", "2026-01-15T12:00:00Z"),
        SHIP,
        201);
    port.put(
        "/api/v1/port-calls/" + TestPort.id(12) + "/timestamps/" + TestPort.id(22),
        said.formatted("ARRIVAL", "2026-01-15T19:30:00Z"),
        SHIP,
        201);
    port.put(
        "/api/v1/voyages/" + TestPort.id(1) + "/declarations/" + TestPort.id(31),
        port.example(RecordKind.DECLARATION),
        SHIP,
        201);
    String path = "/api/v1/voyage-statistics?vessel=imo9876543";
    JsonNode all = TestPort.json(port.get(path, SHIP, 200));
    JsonNode voyage = all.path("voyages").path(0);
    assertThat(voyage.path("from").asText()).isEqualTo("RUVVO");
    assertThat(voyage.path("hours").asDouble()).isEqualTo(7.5);
    assertThat(voyage.path("passengers").asInt()).isEqualTo(171);
    assertThat(voyage.path("measuredKilograms").isNull()).as("and not 0").isTrue();
    assertThat(voyage.path("remarks").toString()).contains("measured cargo not known");
    assertThat(all.path("months").path(0).path("month").asText()).isEqualTo("2026-01");
    assertThat(all.path("all").path("measuredKilograms").path("voyages").asInt()).isZero();
    assertThat(TestPort.json(port.get(path, OTHER, 200)).path("voyages")).isEmpty();
    JsonNode before = TestPort.json(port.get(path + "&to=2026-01-15T12:00:00Z", READER, 200));
    assertThat(before.path("voyages")).as("the end is not in it").isEmpty();
    port.get(path + "&from=2026-02-01T00:00:00Z", READER, 400);
    port.get(path + "&from=yesterday", READER, 400);
    port.get("/api/v1/voyage-statistics?vessel=imo1234568", READER, 400);
    assertThat(port.get(path + "&colour=red", READER, 400).body()).contains("unknown parameter");
  }

  @Test
  void aSignatureIsKeptAsItWasSaidAndTheShipsKeyIsTold() throws Exception {
    port.put("/api/v1/port-calls/" + TestPort.id(1), CALL, SHIP, 201);
    String path = "/api/v1/port-calls/" + TestPort.id(1) + "/draught-records/" + TestPort.id(2);
    String record = TestPort.draught("DEPARTURE", "2026-01-15T11:30:00Z", 5_020_000);
    JsonNode kept = TestPort.json(port.put(path, record, SHIP, 201)).path("record");
    assertThat(kept.path("signature").path("value").asText()).isEqualTo("A".repeat(86));
    String path2 = path.substring(0, path.length() - 1) + "3";
    HttpResponse<String> refused =
        port.put(path2, record.replace("A".repeat(86), "A".repeat(85)), SHIP, 400);
    assertThat(refused.body()).contains("signature.value", "86 characters");
    port.put(path2, record.replace("\"Ed25519\"", "\"RS256\""), SHIP, 400);
    JsonNode keys = TestPort.json(port.get("/api/v1/signing-keys", READER, 200));
    assertThat(keys.path("items").path(0).path("vessel").asText()).isEqualTo("imo9876543");
    assertThat(keys.path("items").path(0).path("key").asText()).isEqualTo(TestPort.SIGNING_KEY);
  }

  @Test
  void aKeyIsToldWhoseItIs() throws Exception {
    JsonNode ship = TestPort.json(port.get("/api/v1/whoami", SHIP, 200));
    assertThat(ship.path("name").asText()).isEqualTo("ship");
    assertThat(ship.path("role").asText()).isEqualTo("SHIP");
    assertThat(ship.path("vessel").asText()).isEqualTo("imo9876543");
    assertThat(ship.path("terminal").isNull()).isTrue();
    port.get("/api/v1/whoami", "a-key-that-nobody-has", 401);
    port.again(directory, Keys.NONE);
    JsonNode local = TestPort.json(port.get("/api/v1/whoami", "", 200));
    assertThat(local.path("role").asText()).isEqualTo("LOCAL");
  }

  @Test
  void withoutKeysOnlyThisMachineMayAsk() throws Exception {
    port.again(directory, Keys.NONE);
    String path = "/api/v1/port-calls/" + TestPort.id(1);
    HttpResponse<String> bare = port.exchange(port.request(path, "").PUT(TestPort.text(CALL)));
    assertThat(bare.statusCode()).isEqualTo(403);
    assertThat(bare.body()).contains("X-Plimsoll: 1");
    port.send(
        "put",
        path,
        port.request(path, "").header("X-Plimsoll", "1").PUT(TestPort.text(CALL)),
        201);
    port.get(path, "", 200);
    port.get(path, PORT, 401);
    port.send("get", path, port.request(path, "").header("X-Forwarded-For", "10.0.0.1").GET(), 401);
  }

  @Test
  void aBookThatCannotBeUsedIsSaid() throws Exception {
    Path nowhere = Files.writeString(directory.resolve("not-a-directory"), "");
    port.again(nowhere, Keys.NONE);
    port.get("/api/v1/port-calls", "", 503);
    port.get("/api/v1/voyage-statistics?vessel=imo9876543", "", 503);
    port.get("/api/v1/port-calls/" + TestPort.id(1), "", 503);
    port.get("/api/v1/health", "", 503);
    String path = "/api/v1/port-calls/" + TestPort.id(1);
    port.send(
        "put",
        path,
        port.request(path, "").header("X-Plimsoll", "1").PUT(TestPort.text(CALL)),
        503);
    assertThat(port.office.book().failures()).isPositive();
  }
}
