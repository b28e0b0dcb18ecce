package org.plimsoll.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The link between ship and shore: absent, lost, regained; and what may not wait for it. */
@Timeout(600)
class LinkIT {

  private static final String VESSEL_PATH = "/api/v1/vessels/" + Halves.VESSEL;
  private static final int CERTIFIED_PASSENGERS = 140;
  private static final int TOO_MANY_PASSENGERS = 263;

  @TempDir Path directory;

  private final AtomicInteger passengers = new AtomicInteger(CERTIFIED_PASSENGERS);
  private OneMachine machine;
  private Talker gps;
  private Talker counter;

  @BeforeEach
  void open() throws Exception {
    machine = new OneMachine(directory).with("uplink.seal-every-offline", "2s");
    Files.createDirectories(machine.lines());
    gps =
        new Talker(
            machine.lines().resolve("gps"),
            Duration.ofMillis(100),
            Speech.compass(InstantSource.system()));
    counter =
        new Talker(
            machine.lines().resolve("counter"),
            Duration.ofSeconds(1),
            turn -> Speech.counter(passengers.get()).at(turn));
  }

  @AfterEach
  void close() throws IOException {
    machine.close();
    gps.close();
    counter.close();
  }

  @Test
  void aBrokerThatIsAbsentAtStartIsReportedAndFoundWhenItComes() throws Exception {
    machine.startVessel();
    eventually().until(() -> aboard("outbox", "pending") > 100);
    assertThat(link()).isIn("CONNECTING", "DOWN");
    assertThat(machine.aboard("/api/v1/state").path("link").path("detail").asText()).isNotBlank();

    machine.startShore();
    eventually().until(() -> aboard("outbox", "acknowledged") > 100);
    assertThat(link()).isEqualTo("UP");
    assertComplete(machine.reckon());
  }

  @Test
  void anOutageIsShownTheBacklogGrowsAndDrainsNewestFirst() throws Exception {
    machine.startShore();
    machine.startVessel();
    eventually().until(() -> aboard("outbox", "acknowledged") > 100);

    machine.link().down(Outage.BLACK_HOLE);
    eventually().until(() -> !link().equals("UP"));
    long atFirst = aboard("outbox", "pending");
    eventually().until(() -> aboard("outbox", "pending") > atFirst + 1_000);

    try (BlockTap tap = new BlockTap(machine.brokerPort())) {
      machine.link().up();
      eventually().until(() -> link().equals("UP"));
      eventually().until(() -> tap.blocks().size() >= 3);
      List<Long> arrived = tap.blocks();
      assertThat(arrived.get(0))
          .as("the newest goes before the backlog: %s", arrived)
          .isGreaterThan(arrived.stream().mapToLong(Long::longValue).min().orElseThrow());
      eventually().until(() -> aboard("outbox", "pending") < 1_000);
    }
    assertThat(machine.aboard("/api/v1/state").path("link").path("outages").asLong()).isOne();
    assertComplete(machine.reckon());
  }

  @Test
  void anAlertRaisedAboardIsAshoreAtOnceAndAcknowledgedOnceEverywhere() throws Exception {
    machine.startShore();
    machine.startVessel();
    eventually().until(() -> aboard("outbox", "acknowledged") > 0);

    passengers.set(TOO_MANY_PASSENGERS);
    eventually().until(() -> alert(machine.aboard("/api/v1/alerts").path("active")).isObject());
    eventually().until(() -> state(alertAshore()).equals("ACTIVE_UNACKNOWLEDGED"));

    JsonNode acknowledged = acknowledge("2/E");
    assertThat(state(acknowledged)).isEqualTo("ACTIVE_ACKNOWLEDGED");
    eventually()
        .untilAsserted(
            () -> {
              assertThat(state(alertAshore())).isEqualTo("ACTIVE_ACKNOWLEDGED");
              assertThat(alertAshore().path("acknowledgedBy").asText()).isEqualTo("2/E");
            });
    assertThat(alertAshore().path("revision").asInt())
        .isEqualTo(acknowledged.path("revision").asInt());
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> acknowledge("master")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("409");
    assertThat(alertAshore().path("acknowledgedBy").asText()).isEqualTo("2/E");

    passengers.set(CERTIFIED_PASSENGERS);
    eventually().until(() -> !alertAshore().isObject() || state(alertAshore()).equals("NORMAL"));
  }

  private JsonNode acknowledge(String by) throws IOException, InterruptedException {
    return machine
        .http()
        .post(
            machine.vessel().bridge(),
            "/api/v1/alerts/10501/acknowledge",
            "{\"by\":\"" + by + "\"}");
  }

  private JsonNode alertAshore() throws IOException, InterruptedException {
    return alert(machine.ashore(VESSEL_PATH).path("alerts"));
  }

  private static JsonNode alert(JsonNode alerts) {
    return OneMachine.find(alerts, "id", "10501");
  }

  private static String state(JsonNode alert) {
    return alert.path("state").asText();
  }

  private String link() throws IOException, InterruptedException {
    return machine.aboard("/api/v1/state").path("link").path("state").asText();
  }

  private long aboard(String document, String field) throws IOException, InterruptedException {
    return machine.aboard("/api/v1/" + document).path(field).asLong();
  }

  private static void assertComplete(Reckoning reckoning) {
    assertThat(reckoning.isComplete()).as("%s", reckoning).isTrue();
  }

  private static ConditionFactory eventually() {
    return await()
        .pollInterval(Duration.ofMillis(100))
        .ignoreExceptionsInstanceOf(IOException.class);
  }
}
