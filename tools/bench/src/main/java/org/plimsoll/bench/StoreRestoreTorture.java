package org.plimsoll.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * {@code torture store-restore}: the shore's store, ledger and all, is replaced by an older copy of
 * itself. What it had receipted since then is only aboard, among what the ship retains; the shore
 * has to notice and to ask. Confined to its caller's thread.
 */
public final class StoreRestoreTorture {

  /** The shore asks for a hole that has stayed as it is for a minute. */
  private static final Duration ASKED = Duration.ofMinutes(5);

  /**
   * @param since how long after the copy the store is lost, 1 s to 1 h.
   */
  public record Options(Duration since) {

    public Options {
      if (since.compareTo(Duration.ofSeconds(1)) < 0 || since.compareTo(Duration.ofHours(1)) > 0) {
        throw new IllegalArgumentException("since " + since + ", allowed 1 s to 1 h");
      }
    }
  }

  private final Options options;
  private final Programs programs;
  private final Patience patience = new Patience(System::nanoTime);

  public StoreRestoreTorture(Options options, Programs programs) {
    this.options = options;
    this.programs = programs;
  }

  /**
   * Runs and prints one line of counts; 0 if all accepted readings are stored once and the vessel
   * stayed within her memory, else 1.
   *
   * @throws IOException if a process needs help, or the shore does not get the rows back.
   */
  public int run(PrintStream out) throws IOException, InterruptedException {
    return new Ordeal("store-restore", programs, false, false, 1).run(out, this::strike);
  }

  private String strike(Halves halves, Path directory) throws IOException, InterruptedException {
    Path store = halves.storeDirectory();
    Path copy = directory.resolve("store of yesterday");
    ChildProcess shore = halves.startShore(Ordeal.START);
    halves.startVessel(Ordeal.START);
    halves.require("readings are receipted", Ordeal.START, () -> halves.acknowledged() > 0);
    patience.pass(Duration.ofSeconds(5));
    shore.end();
    if (halves.storeApart().isPresent()) {
      halves.storeApart().get().end();
    }
    Ordeal.copy(store, copy);
    long copied = halves.acknowledged();
    restart(halves, shore);
    halves.require("the shore answers again", Ordeal.START, halves::areUp);
    patience.pass(options.since());
    halves.require("more is receipted", Ordeal.START, () -> halves.acknowledged() > copied);
    shore.kill();
    if (halves.storeApart().isPresent()) {
      halves.storeApart().get().kill();
    }
    long receipted = halves.acknowledged();
    Ordeal.delete(store);
    Files.move(copy, store);
    restart(halves, shore);
    halves.require("the shore answers again", Ordeal.START, halves::areUp);
    long began = System.nanoTime();
    halves.require("the shore has the rows again", ASKED, () -> isWhole(halves, receipted));
    long seconds = Duration.ofNanos(System.nanoTime() - began).toSeconds();
    return "copied after "
        + copied
        + " readings, lost after "
        + receipted
        + ", whole again within "
        + seconds
        + " s";
  }

  private static void restart(Halves halves, ChildProcess shore) throws IOException {
    if (halves.storeApart().isPresent()) {
      halves.storeApart().get().restart();
    }
    shore.restart();
  }

  /** Whether the shore's own account has no hole below what was once receipted. */
  private static boolean isWhole(Halves halves, long receipted)
      throws IOException, InterruptedException {
    JsonNode account =
        halves
            .http()
            .get(halves.shorePages(), "/api/v1/vessels/" + Halves.VESSEL + "/completeness");
    long stored = 0;
    for (JsonNode stream : account.path("streams")) {
      if (!stream.path("holes").isEmpty()) {
        return false;
      }
      stored += stream.path("stored").asLong();
    }
    return stored >= receipted;
  }
}
