package org.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * An example configuration with some of its values replaced, so that a run is configured by the
 * file that people start from.
 *
 * <p>It knows block mappings indented by spaces, which the examples are made of, and scalars on the
 * line of their key; comments stay. Immutable.
 */
final class ExampleFile {

  private final List<String> lines;

  private ExampleFile(List<String> lines) {
    this.lines = List.copyOf(lines);
  }

  static ExampleFile read(Path file) throws IOException {
    return of(Files.readString(file));
  }

  static ExampleFile of(String text) {
    return new ExampleFile(text.lines().toList());
  }

  /**
   * The same with {@code value} at {@code path}. A key that the example does not have is added to
   * its section, which must stand there. A section cannot be replaced, only what is in it.
   *
   * @param path keys from the root, parted by points, such as {@code lines.gps.device}.
   */
  ExampleFile with(String path, Object value) {
    List<String> changed = new ArrayList<>(lines);
    int at = find(path);
    if (at >= 0) {
      if (isSection(at)) {
        throw new IllegalArgumentException(path + " is a section of the example");
      }
      String line = lines.get(at);
      changed.set(at, line.substring(0, line.indexOf(':') + 1) + " " + value);
      return new ExampleFile(changed);
    }
    int dot = path.lastIndexOf('.');
    if (dot < 0) {
      changed.add(path + ": " + value);
      return new ExampleFile(changed);
    }
    int section = find(path.substring(0, dot));
    if (section < 0) {
      throw new IllegalArgumentException("the example has no section for " + path);
    }
    String indent = " ".repeat(indent(lines.get(section)) + 2);
    changed.add(section + 1, indent + path.substring(dot + 1) + ": " + value);
    return new ExampleFile(changed);
  }

  /** The same without a key, which must stand there and be no section. */
  ExampleFile without(String path) {
    int at = find(path);
    if (at < 0 || isSection(at)) {
      throw new IllegalArgumentException("the example has no value at " + path);
    }
    List<String> fewer = new ArrayList<>(lines);
    fewer.remove(at);
    return new ExampleFile(fewer);
  }

  /** The same with the tables that it names, and the tables only, as found in {@code directory}. */
  ExampleFile withTablesOf(Path directory) {
    return new ExampleFile(
        lines.stream()
            .map(
                line ->
                    line.replaceFirst("^(\\s*[a-z-]+: )(\\S+\\.csv)$", "$1" + directory + "/$2"))
            .toList());
  }

  /** Whether the example has a key at {@code path}. */
  boolean has(String path) {
    return find(path) >= 0;
  }

  private int find(String path) {
    Deque<String> keys = new ArrayDeque<>();
    Deque<Integer> indents = new ArrayDeque<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      String key = key(line);
      if (key.isEmpty()) {
        continue;
      }
      int indent = indent(line);
      while (!indents.isEmpty() && indents.getLast() >= indent) {
        indents.removeLast();
        keys.removeLast();
      }
      indents.addLast(indent);
      keys.addLast(key);
      if (String.join(".", keys).equals(path)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether what belongs to the key on a line begins on a line below it. */
  private boolean isSection(int at) {
    return lines.stream()
        .skip(at + 1)
        .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
        .findFirst()
        .map(next -> indent(next) > indent(lines.get(at)))
        .orElse(false);
  }

  private static int indent(String line) {
    return line.length() - line.stripLeading().length();
  }

  /** The key on a line; empty for comments, blank lines and items of sequences. */
  private static String key(String line) {
    String text = line.strip();
    int colon = text.indexOf(':');
    boolean isKey = colon > 0 && !text.startsWith("#") && !text.startsWith("-");
    return isKey ? text.substring(0, colon) : "";
  }

  /** Writes it to {@code file} and returns that. */
  Path write(Path file) throws IOException {
    return Files.writeString(file, this + "\n");
  }

  @Override
  public String toString() {
    return String.join("\n", lines);
  }
}
