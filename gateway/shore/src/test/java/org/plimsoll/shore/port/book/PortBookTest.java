package org.plimsoll.shore.port.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.plimsoll.shore.port.book.TestBook.CALL;
import static org.plimsoll.shore.port.book.TestBook.NOON;
import static org.plimsoll.shore.port.book.TestBook.PORT;
import static org.plimsoll.shore.port.book.TestBook.SHIP;
import static org.plimsoll.shore.port.book.TestBook.VOYAGE;
import static org.plimsoll.shore.port.book.TestBook.stamp;
import static org.plimsoll.shore.port.book.TestBook.superseding;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.plimsoll.shore.port.RecordKind;

/** The book on a real file. */
class PortBookTest {

  @TempDir Path directory;
  private TestBook kept;

  @BeforeEach
  void open() {
    kept = new TestBook(directory);
  }

  @AfterEach
  void close() {
    kept.close();
  }

  @Test
  void whatIsKeptIsThereAfterARestart() throws Exception {
    UUID call = kept.id();
    UUID stamp = kept.id();
    assertThat(kept.put(RecordKind.PORT_CALL, call, CALL, SHIP))
        .isInstanceOf(Outcome.Created.class);
    kept.put(RecordKind.TIMESTAMP, stamp, call, stamp("ARRIVAL", "EST", "VESSEL", NOON), SHIP);
    Entry before = kept.find(RecordKind.TIMESTAMP, stamp, SHIP).orElseThrow();

    kept.now = NOON.plusSeconds(60);
    kept.restart();

    assertThat(kept.find(RecordKind.TIMESTAMP, stamp, SHIP)).contains(before);
    assertThat(before.received()).isEqualTo(NOON);
    assertThat(kept.put(RecordKind.PORT_CALL, call, CALL, SHIP))
        .isInstanceOf(Outcome.Repeated.class);
    assertThat(kept.put(RecordKind.PORT_CALL, kept.id(), CALL, SHIP))
        .isInstanceOf(Outcome.Created.class);
    assertThat(kept.book.entries()).isEqualTo(3);
  }

  @Test
  void aUsedIdWithAnotherContentIsAConflict() throws Exception {
    UUID id = kept.id();
    kept.put(RecordKind.VOYAGE, id, VOYAGE, SHIP);
    assertThat(kept.put(RecordKind.VOYAGE, id, " " + VOYAGE, SHIP))
        .isInstanceOf(Outcome.Repeated.class);
    assertThat(kept.put(RecordKind.VOYAGE, id, VOYAGE.replace("12", "13"), SHIP))
        .isInstanceOf(Outcome.Conflict.class);
    assertThat(kept.put(RecordKind.PORT_CALL, id, CALL, SHIP)).isInstanceOf(Outcome.Conflict.class);
    assertThat(kept.put(RecordKind.VOYAGE, kept.id(), VOYAGE, SHIP))
        .isInstanceOf(Outcome.Conflict.class);
    assertThat(kept.book.entries()).isEqualTo(1);
  }

  @Test
  void aCorrectionTakesThePlaceOnce() throws Exception {
    UUID first = kept.id();
    UUID second = kept.id();
    kept.put(RecordKind.PORT_CALL, first, CALL, SHIP);
    String authorized = CALL.replace("REQUESTED", "AUTHORIZED");
    assertThat(kept.put(RecordKind.PORT_CALL, second, superseding(authorized, first), PORT))
        .isInstanceOf(Outcome.Created.class);
    assertThat(kept.put(RecordKind.PORT_CALL, kept.id(), superseding(CALL, first), PORT))
        .isInstanceOf(Outcome.Conflict.class);
    assertThat(kept.put(RecordKind.PORT_CALL, kept.id(), superseding(CALL, kept.id()), PORT))
        .isInstanceOf(Outcome.Refused.class);
    String elsewhere = CALL.replace("RUVVO", "KPNAJ");
    assertThat(kept.put(RecordKind.PORT_CALL, kept.id(), superseding(elsewhere, second), PORT))
        .isInstanceOf(Outcome.Refused.class);

    assertThat(kept.list(RecordKind.PORT_CALL, false, SHIP)).containsExactly(second);
    assertThat(kept.list(RecordKind.PORT_CALL, true, SHIP)).containsExactly(first, second);
    assertThat(kept.find(RecordKind.PORT_CALL, first, SHIP).orElseThrow().supersededBy())
        .contains(second);
    UUID stamp = kept.id();
    kept.put(RecordKind.TIMESTAMP, stamp, second, stamp("ARRIVAL", "EST", "VESSEL", NOON), SHIP);
    assertThat(kept.find(RecordKind.TIMESTAMP, stamp, SHIP).orElseThrow().identity().parent())
        .contains(first);
  }

  @Test
  void noLineCanBeChangedOrTakenAway() throws Exception {
    kept.put(RecordKind.VOYAGE, kept.id(), VOYAGE, SHIP);
    kept.book.close();
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + directory + "/port.db");
        Statement statement = file.createStatement()) {
      assertThatThrownBy(() -> statement.execute("UPDATE entries SET content = '{}'"))
          .hasMessageContaining("append-only");
      assertThatThrownBy(() -> statement.execute("DELETE FROM entries"))
          .hasMessageContaining("append-only");
    }
  }

  @Test
  void aFileOfTheVersionBeforeIsBroughtUpAndANewerOneIsLeftAlone() throws Exception {
    kept.put(RecordKind.VOYAGE, kept.id(), VOYAGE, SHIP);
    kept.close();
    edit("DROP TABLE told", "DROP TABLE subscriptions", "PRAGMA user_version = 1");
    kept.restart();
    assertThat(kept.ask(ledger -> ledger.delivered("hook", 1)).booleanValue()).isTrue();
    assertThat(kept.book.entries()).isEqualTo(1);
    kept.close();
    edit("PRAGMA user_version = 99");
    kept.restart();
    assertThatThrownBy(() -> kept.ask(Ledger::entries)).hasCauseInstanceOf(BookUnavailable.class);
  }

  private void edit(String... statements) throws Exception {
    try (Connection file = DriverManager.getConnection("jdbc:sqlite:" + directory + "/port.db");
        Statement statement = file.createStatement()) {
      for (String sql : statements) {
        statement.execute(sql);
      }
    }
  }

  @Test
  void aSecondProcessDoesNotGetTheFile() throws Exception {
    kept.put(RecordKind.VOYAGE, kept.id(), VOYAGE, SHIP);
    try (PortBook second = new PortBook(directory, () -> NOON)) {
      assertThatThrownBy(() -> second.ask(Ledger::entries).get(2, TimeUnit.MINUTES))
          .isInstanceOf(ExecutionException.class)
          .hasCauseInstanceOf(BookUnavailable.class);
      assertThat(second.isUp()).isFalse();
      assertThat(second.failures()).isEqualTo(1);
      kept.book.close();
      assertThat(second.ask(Ledger::entries).get(2, TimeUnit.MINUTES)).isEqualTo(1);
      assertThat(second.isUp()).isTrue();
    }
  }

  @Test
  void aFileThatIsNoneIsSaidAndLeftAlone() throws Exception {
    Files.writeString(
        directory.resolve("port.db"), "this is no database, and long enough ".repeat(99));
    assertThatThrownBy(() -> kept.find(RecordKind.VOYAGE, kept.id(), SHIP))
        .hasCauseInstanceOf(BookUnavailable.class);
    assertThat(directory.resolve("port.db")).content().startsWith("this is no database");
  }

  @Test
  void whatWaitsIsBoundedAndTheRestIsCounted() throws Exception {
    CountDownLatch held = new CountDownLatch(1);
    List<CompletableFuture<Boolean>> answers = new ArrayList<>();
    for (int i = 0; i < PortBook.MAX_WAITING + 10; i++) {
      answers.add(
          kept.book.ask(
              ledger -> {
                try {
                  return held.await(2, TimeUnit.MINUTES);
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                  return false;
                }
              }));
    }
    // One is being answered, unless the thread has not taken it yet.
    assertThat(kept.book.refused()).isBetween(9L, 10L);
    held.countDown();
    long answered = answers.stream().filter(PortBookTest::isAnswered).count();
    assertThat(answered + kept.book.refused()).isEqualTo(PortBook.MAX_WAITING + 10);
  }

  private static boolean isAnswered(CompletableFuture<Boolean> answer) {
    try {
      return answer.get(2, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      return false;
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }
}
