package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.simulator.Simulator;
import org.plimsoll.simulator.SimulatorConfig;
import org.plimsoll.vessel.record.ShipKey;

/** What the ship froze and signed aboard stands in the port's book, and is still hers there. */
@Timeout(900)
class SigningIT {

  private static final String CALL = "0000000a-0000-4000-8000-000000000001";
  private static final String RECORD = "0000000b-0000-4000-8000-000000000001";
  private static final String VESSEL = "imo9876543";
  private static final String X509 = "302a300506032b6570032100";

  @TempDir Path directory;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  @Test
  void aRecordOfTheShipIsHersInTheBookOfThePort() throws Exception {
    ShipKey key = ShipKey.make();
    Files.writeString(directory.resolve("ship.key"), key.line() + "\n");
    try (OneMachine machine = new OneMachine(directory);
        Simulator ferry = new Simulator(SimulatorConfig.voyage(3, machine.lines()))) {
      machine.with("records.signing-key", "file:ship.key").startVessel();
      ferry.start();
      await()
          .until(
              () -> {
                JsonNode naval = machine.aboard("/api/v1/state").path("naval");
                return naval.path("survey").isObject()
                    && naval.path("deductiblesTonnes").isNumber()
                    && naval.path("loadLine").isObject();
              });
      URI aboard = machine.vessel().bridge();
      String wish = "{\"moment\":\"DEPARTURE\",\"voyage\":\"Rajin 12\",\"by\":\"C/O\"}";
      machine.http().post(aboard, "/api/v1/records", wish);
      String signed =
          machine.http().text(aboard, "/api/v1/records/1/draught-record?portCall=" + CALL);
      assertIsFrozen(json.readTree(signed), machine.aboard("/api/v1/records/1"));

      machine.startShore();
      URI ashore = machine.shore().pages();
      String call = "/api/v1/port-calls/" + CALL;
      put(
          ashore.resolve(call),
          "{\"vessel\":\"" + VESSEL + "\",\"unlocode\":\"RUVVO\",\"status\":\"REQUESTED\"}");
      put(ashore.resolve(call + "/draught-records/" + RECORD), signed);
      JsonNode entry = machine.ashore(call + "/draught-records/" + RECORD);

      ObjectNode record = (ObjectNode) entry.path("record").deepCopy();
      assertThat(isHers(record.deepCopy(), CALL, key)).isTrue();
      assertThat(isHers(record.deepCopy(), RECORD, key)).as("of another call").isFalse();
      assertThat(isHers(record.deepCopy(), CALL, ShipKey.make())).as("by another key").isFalse();
      assertThat(isHers(record.put("quality", "MANUAL"), CALL, key)).as("changed").isFalse();
    }
  }

  /** The figures of the record on the ship's disk, in the port's units. */
  private static void assertIsFrozen(JsonNode form, JsonNode frozen) {
    assertThat(form.path("at")).isEqualTo(frozen.path("at"));
    assertThat(form.path("method")).isEqualTo(frozen.path("method"));
    assertThat(form.at("/displacement/kilograms").decimalValue())
        .isEqualByComparingTo(figure(frozen, "MASS", "displacement", "value").movePointRight(3));
    assertThat(form.at("/displacement/u95Kilograms").decimalValue())
        .isEqualByComparingTo(figure(frozen, "MASS", "displacement", "u95").movePointRight(3));
    assertThat(form.path("deductiblesKilograms").decimalValue())
        .isEqualByComparingTo(figure(frozen, "MASS", "deductibles", "value").movePointRight(3));
    assertThat(form.path("densityKilogramsPerCubicMetre").decimalValue())
        .isEqualByComparingTo(figure(frozen, "WATER", "density", "value").movePointRight(3));
    assertThat(form.path("trimMetres").decimalValue())
        .isEqualByComparingTo(figure(frozen, "ATTITUDE", "trim", "value"));
    assertThat(form.at("/draughtsMetres/midshipPort").decimalValue())
        .isEqualByComparingTo(figure(frozen, "DRAUGHT", "mark-midship-port", "value"));
    assertThat(form.path("draughtsMetres").size()).as("six marks and their U95").isEqualTo(7);
    assertThat(form.path("mctcTonneMetresPerCentimetre").decimalValue())
        .isEqualByComparingTo(figure(frozen, "ATTITUDE", "trim-moment", "value"));
    assertThat(form.path("lcfMetres").decimalValue())
        .isEqualByComparingTo(figure(frozen, "ATTITUDE", "flotation", "value"));
    assertThat(form.path("marks").size()).isEqualTo(2);
  }

  private static BigDecimal figure(JsonNode record, String group, String name, String field) {
    for (JsonNode figure : record.path("figures")) {
      if (figure.path("group").asText().equals(group)
          && figure.path("name").asText().equals(name)) {
        return new BigDecimal(figure.path(field).asText());
      }
    }
    throw new AssertionError("no " + group + " " + name + " in " + record);
  }

  /** As a stranger would check it, by the text of the standard and the JDK alone. */
  private static boolean isHers(ObjectNode record, String call, ShipKey key) throws Exception {
    JsonNode signature = record.remove("signature");
    String text =
        "{\"portCall\":\"%s\",\"record\":%s,\"vessel\":\"%s\"}"
            .formatted(call, canonical(record), VESSEL);
    byte[] open = Base64.getUrlDecoder().decode(key.publicKey());
    Signature check = Signature.getInstance("Ed25519");
    check.initVerify(
        KeyFactory.getInstance("Ed25519")
            .generatePublic(
                new X509EncodedKeySpec(
                    HexFormat.of().parseHex(X509 + HexFormat.of().formatHex(open)))));
    check.update(text.getBytes(StandardCharsets.UTF_8));
    return check.verify(Base64.getUrlDecoder().decode(signature.path("value").asText()));
  }

  /** Of numbers between a millionth and 1e21, which need no exponent, and of plain texts. */
  private static String canonical(JsonNode node) {
    if (node.isNumber()) {
      BigDecimal plain = node.decimalValue().stripTrailingZeros();
      return plain.signum() == 0 ? "0" : plain.toPlainString();
    }
    List<String> parts = new ArrayList<>();
    if (node.isObject()) {
      Map<String, JsonNode> sorted = new TreeMap<>();
      node.properties().forEach(field -> sorted.put(field.getKey(), field.getValue()));
      sorted.forEach((name, value) -> parts.add("\"" + name + "\":" + canonical(value)));
      return "{" + String.join(",", parts) + "}";
    }
    if (node.isArray()) {
      node.forEach(item -> parts.add(canonical(item)));
      return "[" + String.join(",", parts) + "]";
    }
    return node.toString();
  }

  private void put(URI address, String body) throws Exception {
    HttpResponse<String> reply =
        http.send(
            HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .header("X-Plimsoll", "1")
                .PUT(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
    assertThat(reply.statusCode()).as(reply.body()).isEqualTo(201);
  }
}
