package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A directory of files {@code *.jsonl}, one record a line: {@code id}, {@code kind}, the input, the
 * expectation, and where both come from. Read one record at a time.
 */
final class Corpus {

  private static final int RECORDS_A_PROGRESS = 500;

  private final Path directory;
  private final OptionalDouble gatePercent;
  private final Adapters adapters;
  private final ObjectMapper json = new ObjectMapper();

  /**
   * A corpus to run.
   *
   * @param gatePercent the same for every file; if empty, the usual one of its protocol
   */
  Corpus(Path directory, OptionalDouble gatePercent) {
    this.directory = directory;
    this.gatePercent = gatePercent;
    adapters = new Adapters(directory);
  }

  /** The files, by name. */
  List<Path> files() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      return entries
          .filter(file -> file.getFileName().toString().endsWith(".jsonl"))
          .sorted()
          .toList();
    }
  }

  /**
   * Runs every file.
   *
   * @param progress is told the tally of the file at hand every 500 records
   */
  List<FileTally> run(Consumer<FileTally> progress) throws IOException {
    List<FileTally> tallies = new ArrayList<>();
    for (Path file : files()) {
      tallies.add(run(file, progress));
    }
    return tallies;
  }

  private FileTally run(Path file, Consumer<FileTally> progress) throws IOException {
    String name = file.getFileName().toString();
    Optional<Adapters.Row> row = adapters.forFile(name);
    double usual = row.map(Adapters.Row::gatePercent).orElse(Adapters.EXACT);
    String family = row.map(Adapters.Row::prefix).orElse(name);
    FileTally tally = new FileTally(name, family, gatePercent.orElse(usual));
    try (BufferedReader lines = Files.newBufferedReader(file)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (!line.isBlank()) {
          check(line, row, tally);
          if (tally.records() % RECORDS_A_PROGRESS == 0) {
            progress.accept(tally);
          }
        }
      }
    }
    return tally;
  }

  private void check(String line, Optional<Adapters.Row> row, FileTally tally) throws IOException {
    JsonNode record;
    try {
      record = json.readTree(line);
    } catch (JsonProcessingException broken) {
      tally.addBroken();
      return;
    }
    if (!record.path("id").isTextual() || !record.path("kind").isTextual()) {
      tally.addBroken();
      return;
    }
    Comparison comparison = new Comparison(record.get("id").textValue());
    if (row.isEmpty()) {
      comparison.skip(Comparison.NO_DECODER);
    } else {
      check(record, row.get().adapter(), comparison);
    }
    tally.add(comparison);
  }

  /** That nothing is thrown is a promise of the decoders: a thrown exception is a disagreement. */
  private static void check(JsonNode record, Adapter adapter, Comparison comparison)
      throws IOException {
    try {
      adapter.check(record, comparison);
    } catch (RuntimeException thrown) {
      comparison.require(false, "exception", "none", thrown.toString());
    }
  }
}
