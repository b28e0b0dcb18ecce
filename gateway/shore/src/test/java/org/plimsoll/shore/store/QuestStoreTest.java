package org.plimsoll.shore.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.embedded.EmbeddedStore;
import org.plimsoll.telemetry.VesselId;

/** The contract on the embedded QuestDB. */
class QuestStoreTest extends StoreContract {

  @TempDir static Path directory;
  private static EmbeddedStore server;
  private static QuestStore store;

  @BeforeAll
  static void start() throws Exception {
    server = new EmbeddedStore(directory, "127.0.0.1", 0);
    server.start();
    store = new QuestStore(server.url(), Optional.empty(), InstantSource.system());
    assertThat(store.prepare()).isEqualTo(new WriteOutcome.Written());
    assertThat(store.prepare()).as("again").isEqualTo(new WriteOutcome.Written());
  }

  @AfterAll
  static void stop() {
    store.close();
    server.close();
  }

  @Override
  Store store() {
    return store;
  }

  @Override
  void restart() throws Exception {
    int port = server.url().getPort();
    server.close();
    server = new EmbeddedStore(directory, "127.0.0.1", port);
    server.start();
  }

  @Test
  void saysThatAStoreIsAway() {
    try (QuestStore nobody =
        new QuestStore(
            URI.create("http://127.0.0.1:9"), Optional.empty(), InstantSource.system())) {
      assertThat(nobody.prepare()).isInstanceOf(WriteOutcome.Unavailable.class);
      assertThat(nobody.write(List.of(reading(new VesselId("imo9876543"), "a", T0, 1, 1))))
          .isInstanceOfSatisfying(
              WriteOutcome.Unavailable.class, away -> assertThat(away.answered()).isFalse());
    }
  }
}
