package org.plimsoll.configuration;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/**
 * One mapping of a configuration file, from which a package reads its record.
 *
 * <p>No getter throws on bad input: it notes a {@link Problem} and returns a harmless value of the
 * right type (the fallback, the least allowed number, an empty text), so that one run finds every
 * problem. Use the record made from it only after {@link ConfigFile#orThrow()}. A key that no
 * getter asked for is an error. A key without a value ({@code key:}) counts as missing.
 *
 * <p>Confined to the thread that reads the configuration.
 */
public final class Section {

  private final ConfigFile file;
  private final String path;
  private final String name;
  private final @Nullable Node place;
  private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
  private final Set<String> asked = new LinkedHashSet<>();

  Section(ConfigFile file, String path, String name, @Nullable MappingNode mapping) {
    this.file = file;
    this.path = path;
    this.name = name;
    this.place = mapping;
    if (mapping != null) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          entries.putIfAbsent(key.getValue(), tuple);
        }
      }
    }
  }

  /** Where it stands in the tree, such as {@code lines.gps.serial}; empty for the root. */
  public String path() {
    return path;
  }

  /** Its own key: the name of a named section. */
  public String name() {
    return name;
  }

  /** Whether the key stands in the file with a value. Counts as asked for. */
  public boolean has(String key) {
    return node(key) != null;
  }

  /** A text, required. */
  public String text(String key) {
    return scalar(key, Parsed::good, null, "");
  }

  public String text(String key, String fallback) {
    return scalar(key, Parsed::good, fallback, "");
  }

  /**
   * A text of a certain form.
   *
   * @param description what the form is, for the message: "an IMO number such as imo9876543"
   */
  public String text(String key, Pattern form, String description) {
    return scalar(
        key,
        text ->
            form.matcher(text).matches()
                ? Parsed.good(text)
                : Parsed.bad("'" + text + "' is not " + description),
        null,
        "");
  }

  public Optional<String> optionalText(String key) {
    return has(key) ? Optional.of(text(key)) : Optional.empty();
  }

  /** A whole number within {@code least..most}, decimal or {@code 0x} hexadecimal, required. */
  public int integer(String key, int least, int most) {
    return scalar(key, text -> Scalars.integer(text, least, most), null, least);
  }

  public int integer(String key, int least, int most, int fallback) {
    return scalar(key, text -> Scalars.integer(text, least, most), fallback, least);
  }

  /** A finite number within {@code least..most}, required. */
  public double number(String key, double least, double most) {
    return scalar(key, text -> Scalars.number(text, least, most), null, least);
  }

  public double number(String key, double least, double most, double fallback) {
    return scalar(key, text -> Scalars.number(text, least, most), fallback, least);
  }

  public boolean flag(String key, boolean fallback) {
    return scalar(key, Scalars::flag, fallback, fallback);
  }

  /** A duration such as {@code 250ms}, {@code 5s}, {@code 10min}, {@code 2h}, {@code 30d}. */
  public Duration duration(String key, Duration least, Duration most) {
    return scalar(key, text -> Scalars.duration(text, least, most), null, least);
  }

  public Duration duration(String key, Duration least, Duration most, Duration fallback) {
    return scalar(key, text -> Scalars.duration(text, least, most), fallback, least);
  }

  /** A number of bytes such as {@code 64MiB}. */
  public long size(String key, long leastBytes, long mostBytes, long fallbackBytes) {
    return scalar(
        key, text -> Scalars.size(text, leastBytes, mostBytes), fallbackBytes, leastBytes);
  }

  /** One of the constants, written in lower-kebab-case, required. */
  public <E extends Enum<E>> E choice(String key, Class<E> type) {
    return scalar(key, text -> Scalars.choice(text, type), null, type.getEnumConstants()[0]);
  }

  public <E extends Enum<E>> E choice(String key, Class<E> type, E fallback) {
    return scalar(key, text -> Scalars.choice(text, type), fallback, fallback);
  }

  /** A path; a relative one is relative to the directory of the configuration file. Required. */
  public Path path(String key) {
    return scalar(key, this::resolved, null, Path.of("."));
  }

  /** A path with a fallback, which is also relative to the configuration file. */
  public Path path(String key, String fallback) {
    return has(key) ? path(key) : file.directory().resolve(fallback).normalize();
  }

  /**
   * The first line of the file that the value names as {@code file:PATH}; the secret itself never
   * stands in a configuration and is never printed.
   */
  public Optional<String> secret(String key) {
    return secret(key, "");
  }

  /**
   * The same.
   *
   * @param wanted what the file is to hold, for the message when it cannot be read
   */
  public Optional<String> secret(String key, String wanted) {
    Node node = node(key);
    if (node == null) {
      return Optional.empty();
    }
    Parsed<String> secret =
        node instanceof ScalarNode scalar
            ? Secrets.read(file.directory(), scalar.getValue())
            : Parsed.bad("'" + key + "' is not a reference to a file");
    if (secret.value().isEmpty()) {
      String help = secret.help().isEmpty() ? wanted : secret.help();
      file.log().addSecret(node, secret.message(), help);
    }
    return secret.value();
  }

  /** A list of texts; empty when the key is missing. */
  public List<String> texts(String key) {
    return list(key, Parsed::good);
  }

  /** A list of whole numbers, each within {@code least..most}; empty when the key is missing. */
  public List<Integer> integers(String key, int least, int most) {
    return list(key, text -> Scalars.integer(text, least, most));
  }

  /** A list of numbers, each within {@code least..most}; empty when the key is missing. */
  public List<Double> numbers(String key, double least, double most) {
    return list(key, text -> Scalars.number(text, least, most));
  }

  /** A mapping, required. When it is missing, the section returned is empty and reports nothing. */
  public Section section(String key) {
    Node node = node(key);
    if (node == null) {
      missing(key);
      return file.section(child(key), key, null);
    }
    return mapping(child(key), key, node);
  }

  public Optional<Section> optionalSection(String key) {
    Node node = node(key);
    return node == null ? Optional.empty() : Optional.of(mapping(child(key), key, node));
  }

  /** A list of mappings; empty when the key is missing. */
  public List<Section> sections(String key) {
    List<Section> sections = new ArrayList<>();
    for (Node item : items(key)) {
      String index = "[" + sections.size() + "]";
      sections.add(mapping(child(key) + index, key + index, item));
    }
    return sections;
  }

  /** A mapping of names to mappings, in the order of the file; empty when the key is missing. */
  public Map<String, Section> namedSections(String key) {
    Node node = node(key);
    if (node == null) {
      return Map.of();
    }
    Section names = mapping(child(key), key, node);
    Map<String, Section> sections = new LinkedHashMap<>();
    for (String name : List.copyOf(names.entries.keySet())) {
      sections.put(name, names.section(name));
    }
    return sections;
  }

  /** Notes a problem at the value of the key, or at this section when the key is missing. */
  public void problem(String key, String message, String help) {
    Node node = node(key);
    if (node != null) {
      file.log().add(node, message, help);
    } else {
      problemHere(message, help);
    }
  }

  /** Notes every key that no getter asked for. */
  void reportUnknownKeys() {
    entries.forEach(
        (key, tuple) -> {
          if (!asked.contains(key)) {
            String where = path.isEmpty() ? "" : " in '" + path + "'";
            List<String> free = asked.stream().filter(name -> !entries.containsKey(name)).toList();
            String help =
                ProblemLog.suggestion(key, Nearest.of(key, free).isPresent() ? free : asked);
            file.log().add(tuple.getKeyNode(), "unknown key '" + key + "'" + where, help);
          }
        });
  }

  private <T> T scalar(
      String key, Function<String, Parsed<T>> parser, @Nullable T fallback, T harmless) {
    Node node = node(key);
    if (node == null) {
      if (fallback == null) {
        missing(key);
        return harmless;
      }
      return fallback;
    }
    return value(key, node, parser).orElse(fallback == null ? harmless : fallback);
  }

  private <T> List<T> list(String key, Function<String, Parsed<T>> parser) {
    List<T> values = new ArrayList<>();
    for (Node item : items(key)) {
      value(key, item, parser).ifPresent(values::add);
    }
    return List.copyOf(values);
  }

  private <T> Optional<T> value(String key, Node node, Function<String, Parsed<T>> parser) {
    if (!(node instanceof ScalarNode scalar)) {
      file.log().add(node, "'" + key + "' must be one value, not " + kind(node), "");
      return Optional.empty();
    }
    Parsed<T> parsed = parser.apply(scalar.getValue());
    if (parsed.value().isEmpty()) {
      file.log().add(node, "'" + key + "': " + parsed.message(), parsed.help());
    }
    return parsed.value();
  }

  private List<Node> items(String key) {
    Node node = node(key);
    if (node == null) {
      return List.of();
    }
    if (node instanceof SequenceNode sequence) {
      return sequence.getValue();
    }
    file.log().add(node, "'" + key + "' must be a list, not " + kind(node), "");
    return List.of();
  }

  private Section mapping(String childPath, String childName, Node node) {
    if (node instanceof MappingNode mapping) {
      return file.section(childPath, childName, mapping);
    }
    file.log().add(node, "'" + childPath + "' must have keys of its own, not " + kind(node), "");
    return file.section(childPath, childName, null);
  }

  private void missing(String key) {
    String where = path.isEmpty() ? "" : " in '" + path + "'";
    problemHere("missing key '" + key + "'" + where, "");
  }

  private void problemHere(String message, String help) {
    if (place != null) {
      file.log().add(place, message, help);
    }
  }

  private @Nullable Node node(String key) {
    asked.add(key);
    NodeTuple tuple = entries.get(key);
    if (tuple == null) {
      return null;
    }
    Node node = tuple.getValueNode();
    return node instanceof ScalarNode scalar && scalar.isPlain() && isNull(scalar) ? null : node;
  }

  private Parsed<Path> resolved(String text) {
    try {
      return Parsed.good(file.directory().resolve(text).normalize());
    } catch (InvalidPathException notAPath) {
      return Parsed.bad("'" + text + "' is not a path");
    }
  }

  private String child(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  private static boolean isNull(ScalarNode scalar) {
    String value = scalar.getValue();
    return value.isEmpty() || value.equals("~") || value.equals("null");
  }

  private static String kind(Node node) {
    if (node instanceof MappingNode) {
      return "a mapping";
    }
    return node instanceof SequenceNode ? "a list" : "one value";
  }
}
