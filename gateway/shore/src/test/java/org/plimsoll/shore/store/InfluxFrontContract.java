package org.plimsoll.shore.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.telemetry.VesselId;

/**
 * The contract as an InfluxDB 2 or 3 is spoken to, which no package here has: their requests, as
 * documented and nothing else, are put to a real InfluxDB 1.
 */
@Tag("slow")
abstract class InfluxFrontContract extends RealServerContract<InfluxStore> {

  private final InfluxServer.Version version;
  private InfluxFront front;

  InfluxFrontContract(InfluxServer.Version version) {
    this.version = version;
  }

  @BeforeAll
  void start(@TempDir Path directory) throws Exception {
    server = Influxd.in(directory);
    server.start();
    front = new InfluxFront(version);
    front.ask(server.url());
    store = new InfluxStore(at("ships"), InstantSource.system());
    assertThat(store.prepare()).isInstanceOf(WriteOutcome.Misconfigured.class);
    front.make("ships");
    front.make("ships_long");
    assertThat(store.prepare()).isEqualTo(new WriteOutcome.Written());
  }

  private InfluxServer at(String database) {
    return new InfluxServer(
        front.url(),
        version,
        database,
        version == InfluxServer.Version.V2 ? "harbour" : "",
        "",
        InfluxFront.SECRET,
        Optional.of(Duration.ofDays(3650)));
  }

  @AfterAll
  void closeFront() {
    if (front != null) {
      front.close();
    }
  }

  @Test
  void aDatabaseThatIsMissingIsSaid() {
    try (InfluxStore other = new InfluxStore(at("later"), InstantSource.system())) {
      assertThat(other.write(List.of(reading(new VesselId("imo9876543"), "hull.trim", T0, 1, 1))))
          .isInstanceOf(WriteOutcome.Misconfigured.class);
    }
  }
}
