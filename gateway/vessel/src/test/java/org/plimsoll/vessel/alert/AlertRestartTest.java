package org.plimsoll.vessel.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.telemetry.AlertPriority;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.vessel.alert.AlertCommand.Verb;
import org.plimsoll.vessel.outbox.CommitGroup;
import org.plimsoll.vessel.outbox.Outbox;
import org.plimsoll.vessel.outbox.OutboxConfig;
import org.plimsoll.vessel.outbox.OutboxFailure;
import org.plimsoll.vessel.outbox.SqliteOutbox;

/** The gateway is killed: what lies on the disk then is all that the next one has. */
class AlertRestartTest {

  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");
  private static final AlertCondition WARNING =
      new AlertCondition(AlertKind.CARGO_MASS, 1, AlertPriority.WARNING, "985 t, limit 1000 t");

  @TempDir Path temporary;

  private final AlertRules rules =
      AlertRules.read(
          ConfigFile.of("test", "alerts:\n  cargo-mass: {transferable: true}\n")
              .root()
              .optionalSection("alerts"));
  private final SplittableRandom random = new SplittableRandom(1);
  private long seconds;

  @ParameterizedTest
  @CsvSource({
    "WARNING, '', ACTIVE_UNACKNOWLEDGED",
    "WARNING, SILENCE, ACTIVE_SILENCED",
    "WARNING, ACKNOWLEDGE, ACTIVE_ACKNOWLEDGED",
    "WARNING, TRANSFER, ACTIVE_TRANSFERRED",
    "WARNING, GO, RECTIFIED_UNACKNOWLEDGED",
    "WARNING, ESCALATE, ACTIVE_UNACKNOWLEDGED",
    "CAUTION, '', ACTIVE_ACKNOWLEDGED",
  })
  void everyStateIsAsItWas(AlertPriority priority, String then, AlertState state)
      throws OutboxFailure {
    AlertBook book = new AlertBook(rules);
    AlertCondition condition =
        new AlertCondition(AlertKind.CARGO_MASS, 1, priority, "\u00b1 \"5\"");
    pass(book, 1, condition);
    switch (then) {
      case "GO" -> pass(book, 15);
      case "ESCALATE" -> pass(book, 301, condition);
      case "" -> {}
      default -> command(book, Verb.valueOf(then));
    }
    AlertBook restarted = afterKill(book, tick());
    assertThat(restarted.active()).isEqualTo(book.active()).hasSize(1);
    assertThat(restarted.active().get(0).state()).isEqualTo(state);
    assertThat(restarted.history()).isEqualTo(book.history());
    if (!then.equals("GO")) {
      assertThat(pass(restarted, 5, condition)).as("and nothing begins anew").isEmpty();
    }
  }

  @Test
  void aSilenceGoesOnWhereItWas() throws OutboxFailure {
    AlertBook book = new AlertBook(rules);
    pass(book, 1, WARNING);
    command(book, Verb.SILENCE);
    pass(book, 12, WARNING);
    AlertBook restarted = afterKill(book, new Tick(tick().time().plusSeconds(8), 7));
    seconds = 8 + 13;
    assertThat(at(restarted, 9, 7)).isEmpty();
    assertThat(at(restarted, 10, 7))
        .extracting(Alert::state)
        .containsExactly(AlertState.ACTIVE_UNACKNOWLEDGED);
  }

  @Test
  void aClockThatWasLostMakesNoSilenceLonger() throws OutboxFailure {
    AlertBook book = new AlertBook(rules);
    pass(book, 1, WARNING);
    command(book, Verb.SILENCE);
    AlertBook restarted = afterKill(book, new Tick(Instant.EPOCH, 7));
    assertThat(at(restarted, 29, 7)).isEmpty();
    assertThat(at(restarted, 30, 7)).hasSize(1);
  }

  @Test
  void theEscalationGoesOnWhereItWas() throws OutboxFailure {
    AlertBook book = new AlertBook(rules);
    pass(book, 200, WARNING);
    AlertBook restarted = afterKill(book, new Tick(tick().time().plusSeconds(50), 7));
    assertThat(at(restarted, 40, 7)).isEmpty();
    assertThat(at(restarted, 60, 7))
        .extracting(Alert::priority)
        .containsExactly(AlertPriority.ALARM);
  }

  private List<Alert> at(AlertBook book, long second, long nanos) {
    return book.update(
        List.of(WARNING),
        Set.of(),
        new Tick(START.plusSeconds(second), nanos + Duration.ofSeconds(second).toNanos()));
  }

  private List<Alert> pass(AlertBook book, int many, AlertCondition... present) {
    List<Alert> changes = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      seconds++;
      changes.addAll(book.update(List.of(present), Set.of(), tick()));
    }
    return changes;
  }

  private Tick tick() {
    return new Tick(START.plusSeconds(seconds), Duration.ofSeconds(seconds).toNanos());
  }

  private void command(AlertBook book, Verb verb) {
    AlertReply reply =
        book.command(
            new AlertCommand(
                10502,
                OptionalInt.of(1),
                verb,
                AlertCommand.Station.PANEL,
                "C/O",
                OptionalLong.empty()),
            tick());
    assertThat(reply).isInstanceOf(AlertReply.Done.class);
  }

  /** Commits, then opens a copy of the files as they lie, while the first one is still open. */
  private AlertBook afterKill(AlertBook book, Tick now) throws OutboxFailure {
    Path directory = temporary.resolve("outbox");
    Path copy = temporary.resolve("copy");
    try (Outbox outbox = open(directory)) {
      outbox.append(new CommitGroup(1, List.of(), book.memory()));
      copy(directory, copy);
    }
    try (Outbox outbox = open(copy)) {
      AlertBook restarted = new AlertBook(rules);
      assertThat(restarted.restore(outbox.memory(), now)).isEmpty();
      return restarted;
    }
  }

  private Outbox open(Path directory) throws OutboxFailure {
    return SqliteOutbox.open(
        directory, OutboxConfig.defaults(), DataOrigin.SIMULATED, () -> START, random);
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.list(from)) {
      Files.createDirectories(to);
      for (Path file : files.toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
