package org.plimsoll.configuration;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/**
 * One configuration file and everything that is wrong with it.
 *
 * <p>Reading never throws: a file that is absent, too large or not YAML has an empty root and one
 * problem. The order of use is {@link #read}, {@link #root()}, the getters of {@link Section}, and
 * then {@link #finish()} or {@link #orThrow()}.
 *
 * <p>Confined to the thread that reads the configuration.
 */
public final class ConfigFile {

  /** Largest file that is read, in bytes. A configuration is written by hand. */
  static final int LARGEST_BYTES = 1 << 20;

  private final Path directory;
  private final ProblemLog log;
  private final boolean readable;
  private final Map<String, Section> sections = new LinkedHashMap<>();
  private final Section root;

  private ConfigFile(Path directory, String name, String text, String unreadable) {
    this.directory = directory;
    this.log = new ProblemLog(name, text);
    if (!unreadable.isEmpty()) {
      log.add(unreadable, "");
    }
    MappingNode tree = unreadable.isEmpty() ? YamlTree.compose(text, log) : null;
    this.readable = tree != null;
    this.root = section("", "", tree);
  }

  /** Reads a file. Paths in it are relative to its directory. */
  public static ConfigFile read(Path path) {
    Path parent = path.toAbsolutePath().getParent();
    Path directory = parent == null ? path.toAbsolutePath() : parent;
    String name = path.toString();
    try (InputStream in = Files.newInputStream(path)) {
      byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
      if (bytes.length > LARGEST_BYTES) {
        return new ConfigFile(directory, name, "", "the file is larger than 1 MiB");
      }
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new ConfigFile(directory, name, text, "");
    } catch (CharacterCodingException notText) {
      return new ConfigFile(directory, name, "", "the file is not UTF-8 text");
    } catch (NoSuchFileException absent) {
      return new ConfigFile(directory, name, "", "there is no such file");
    } catch (IOException unreadable) {
      return new ConfigFile(directory, name, "", "the file cannot be read");
    }
  }

  /** A configuration from a text, for tests; paths in it are relative to the working directory. */
  public static ConfigFile of(String name, String text) {
    return new ConfigFile(Path.of("").toAbsolutePath(), name, text, "");
  }

  /** A configuration from a text whose paths are relative to the given directory. */
  public static ConfigFile of(String name, String text, Path directory) {
    return new ConfigFile(directory.toAbsolutePath(), name, text, "");
  }

  /** The top mapping; empty when the file could not be read. */
  public Section root() {
    return root;
  }

  /** Every problem in the order of the file, unknown keys included. May be called repeatedly. */
  public List<Problem> finish() {
    if (readable) {
      sections.values().forEach(Section::reportUnknownKeys);
    }
    return log.sorted();
  }

  /** The problems noted so far; unknown keys are not among them. */
  public List<Problem> noted() {
    return log.sorted();
  }

  /** Ends the reading: throws {@link InvalidConfig} with every problem, if there is one. */
  public void orThrow() {
    List<Problem> problems = finish();
    if (!problems.isEmpty()) {
      throw new InvalidConfig(problems);
    }
  }

  Path directory() {
    return directory;
  }

  ProblemLog log() {
    return log;
  }

  /** The one section at this path, so that several readers of it share what was asked for. */
  Section section(String path, String name, @Nullable MappingNode mapping) {
    return sections.computeIfAbsent(path, any -> new Section(this, path, name, mapping));
  }
}
