package org.plimsoll.shore.port.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.plimsoll.shore.port.api.TestPort.CALL;
import static org.plimsoll.shore.port.api.TestPort.OPERATOR;
import static org.plimsoll.shore.port.api.TestPort.PORT;
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

/** Every path that the port answers, asked by those from whom something is withheld. */
class WithheldApiTest {

  private static final String ALL =
      "{\"withheld\":[\"CARGO_UNITS\",\"CARGO_DECLARATIONS\",\"PERSONS\",\"DRAUGHT_RECORDS\","
          + "\"RECONCILIATIONS\",\"POSITIONS\"]}";

  /** Figures of the records that nothing else says. */
  private static final String[] SECRETS = {
    "23500.5", "UN1203", "171", "4.868", "<ForeDraught>", "MATCH"
  };

  @TempDir Path directory;
  private TestPort port;
  private String reconciliation = "";

  @BeforeEach
  void start() throws Exception {
    port = new TestPort(directory);
    for (RecordKind kind : RecordKind.values()) {
      if (kind.isWritten() && kind != RecordKind.WITHHOLDING) {
        String body =
            kind == RecordKind.PORT_CALL
                ? CALL.replace("}", ",\"voyageOut\":\"12\"}")
                : port.example(kind);
        reconciliation = kind == RecordKind.RECONCILIATION ? body : reconciliation;
        port.put(one(kind), body, kind == RecordKind.UKC_PLAN ? PORT : SHIP, 201);
      }
    }
  }

  @AfterEach
  void stop() {
    port.close();
  }

  @Test
  void noPathShowsWhatIsWithheldAndEachListSaysThatItLacksIt() throws Exception {
    assertThat(everything(PORT)).contains(SECRETS);
    port.put(one(RecordKind.WITHHOLDING), ALL, PORT, 403);
    port.put(one(RecordKind.WITHHOLDING), ALL, SHIP, 201);
    for (String bound : List.of(PORT, READER)) {
      assertThat(everything(bound)).doesNotContain(SECRETS);
      JsonNode units = TestPort.json(port.get(TestPort.list(RecordKind.CARGO_UNIT), bound, 200));
      assertThat(units.path("items")).isEmpty();
      assertThat(units.path("withheld").toString()).isEqualTo("[\"CARGO_UNITS\"]");
      JsonNode list =
          TestPort.json(port.get(below(RecordKind.VOYAGE, "inspection-list"), bound, 200));
      assertThat(list.path("coveragePercent").isNull()).isTrue();
      assertThat(list.path("withheld").toString()).isEqualTo("[\"CARGO_UNITS\"]");
      assertThat(port.get(below(RecordKind.PORT_CALL, "iso28005"), bound, 200).body())
          .contains("<GeneralRemark>Withheld by the ship: DRAUGHT_RECORDS, POSITIONS<");
      JsonNode said = TestPort.json(port.get(TestPort.list(RecordKind.WITHHOLDING), bound, 200));
      assertThat(said.path("items").path(0).path("record").path("withheld")).hasSize(6);
    }
    for (String whole : List.of(SHIP, OPERATOR)) {
      assertThat(everything(whole)).contains(SECRETS);
      JsonNode units = TestPort.json(port.get(TestPort.list(RecordKind.CARGO_UNIT), whole, 200));
      assertThat(units.path("withheld")).isEmpty();
    }
    assertThat(
            port.put(
                    TestPort.list(RecordKind.RECONCILIATION) + "/" + TestPort.id(999),
                    reconciliation,
                    PORT,
                    403)
                .body())
        .contains("the ship withholds [CARGO_UNITS, DRAUGHT_RECORDS, RECONCILIATIONS]");
  }

  /** All that can be asked for, in one text. */
  private String everything(String key) throws Exception {
    List<String> paths = new ArrayList<>();
    for (RecordKind kind : RecordKind.values()) {
      paths.add(TestPort.list(kind));
      paths.add(TestPort.list(kind) + "?history=true");
      if (kind.isWritten()) {
        paths.add(one(kind));
      }
    }
    paths.add(below(RecordKind.VOYAGE, "inspection-list"));
    paths.add(below(RecordKind.PORT_CALL, "iso28005"));
    StringBuilder all = new StringBuilder();
    for (String path : paths) {
      all.append(port.exchange(port.request(path, key).GET()).body()).append('\n');
    }
    return all.toString();
  }

  private static String below(RecordKind kind, String what) {
    return one(kind) + "/" + what;
  }

  private static String one(RecordKind kind) {
    return TestPort.list(kind) + "/" + TestPort.id(kind.ordinal() * 10 + 1);
  }
}
