package org.plimsoll.cli.vectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A file of examples: an object with a list {@code vectors}, or that list alone. */
public final class VectorFile {

  private static final long LARGEST_BYTES = 64L << 20;
  private static final String SUFFIX = ".json";

  private final String name;
  private final JsonNode vectors;
  private final List<Path> tables;

  private VectorFile(String name, JsonNode vectors, List<Path> tables) {
    this.name = name;
    this.vectors = vectors;
    this.tables = tables;
  }

  /**
   * The file, if it has this shape.
   *
   * @param ownTables a directory with tables that an example may name, besides that of the file
   */
  public static Optional<VectorFile> of(Path path, Path ownTables) throws IOException {
    if (!Files.isRegularFile(path) || Files.size(path) > LARGEST_BYTES) {
      return Optional.empty();
    }
    JsonNode root;
    try {
      root = new ObjectMapper().readTree(path.toFile());
    } catch (JsonProcessingException notJson) {
      return Optional.empty();
    }
    List<Path> directories = new ArrayList<>();
    Path beside = path.toAbsolutePath().getParent();
    if (beside != null) {
      directories.add(beside);
    }
    directories.add(ownTables);
    return of(path.getFileName().toString(), root, directories);
  }

  /**
   * Examples that are read already.
   *
   * @param tables directories with the tables that they name
   */
  static Optional<VectorFile> of(String name, JsonNode root, List<Path> tables) {
    JsonNode list = root.isArray() ? root : root.path("vectors");
    return list.isArray()
        ? Optional.of(new VectorFile(name, list, List.copyOf(tables)))
        : Optional.empty();
  }

  /** The files of this shape in a directory, by name. */
  public static List<VectorFile> in(Path directory, Path ownTables) throws IOException {
    List<Path> candidates;
    try (Stream<Path> entries = Files.list(directory)) {
      candidates =
          entries.filter(file -> file.getFileName().toString().endsWith(SUFFIX)).sorted().toList();
    }
    List<VectorFile> files = new ArrayList<>();
    for (Path candidate : candidates) {
      of(candidate, ownTables).ifPresent(files::add);
    }
    return files;
  }

  /** Compares every step of every example. */
  public VectorTally run() {
    VectorTally tally = new VectorTally(name);
    TableLibrary library = new TableLibrary(tables);
    int number = 0;
    for (JsonNode vector : vectors) {
      number++;
      tally.addExample();
      if (!vector.isObject() || !vector.path("inputs").isObject()) {
        tally.skipExample(vector.path("id").asText("vector " + number), "it has no inputs");
        continue;
      }
      new ExampleRun(Example.of(vector, "vector " + number), library, tally).run();
    }
    return tally;
  }
}
