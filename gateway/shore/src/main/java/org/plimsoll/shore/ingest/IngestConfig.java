package org.plimsoll.shore.ingest;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.configuration.Section;
import org.plimsoll.telemetry.DataOrigin;

/**
 * What ingest takes and what it does with the rest.
 *
 * @param accept origins of readings that are stored; the others become dead letters
 * @param deadLetters directory of what was refused
 * @param deadLetterFiles most files there; one more is only counted
 * @param deadLetterBytes most bytes there, likewise
 */
public record IngestConfig(
    Set<DataOrigin> accept, Path deadLetters, int deadLetterFiles, long deadLetterBytes) {

  private static final int DEFAULT_FILES = 1_000;
  private static final long DEFAULT_BYTES = 64L << 20;

  public IngestConfig {
    accept = Set.copyOf(accept);
  }

  /** The same, with other origins. */
  public IngestConfig accepting(Set<DataOrigin> origins) {
    return new IngestConfig(origins, deadLetters, deadLetterFiles, deadLetterBytes);
  }

  /** Reads {@code accept} and {@code dead-letters}. */
  public static IngestConfig read(Section root, Path data) {
    Set<DataOrigin> accept = origins(root);
    Path directory = data.resolve("dead-letters");
    int files = DEFAULT_FILES;
    long bytes = DEFAULT_BYTES;
    Optional<Section> section = root.optionalSection("dead-letters");
    if (section.isPresent()) {
      Section letters = section.get();
      directory = letters.has("directory") ? letters.path("directory") : directory;
      files = letters.integer("files", 0, 1_000_000, DEFAULT_FILES);
      bytes = letters.size("size", 0, 1L << 40, DEFAULT_BYTES);
    }
    return new IngestConfig(accept, directory, files, bytes);
  }

  private static Set<DataOrigin> origins(Section root) {
    Set<DataOrigin> origins = EnumSet.noneOf(DataOrigin.class);
    for (String text : root.texts("accept")) {
      Optional<DataOrigin> origin = origin(text);
      if (origin.isPresent()) {
        origins.add(origin.get());
      } else {
        root.problem(
            "accept", "'" + text + "' is not one of live, simulated, replayed", "accept: [live]");
      }
    }
    return origins.isEmpty() ? EnumSet.of(DataOrigin.LIVE) : origins;
  }

  private static Optional<DataOrigin> origin(String text) {
    for (DataOrigin origin : DataOrigin.values()) {
      if (origin.name().toLowerCase(Locale.ROOT).equals(text)) {
        return Optional.of(origin);
      }
    }
    return Optional.empty();
  }
}
