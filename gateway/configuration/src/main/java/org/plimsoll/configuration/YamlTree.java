package org.plimsoll.configuration;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/** YAML 1.2 text to its node tree, within bounds of depth and aliases. */
final class YamlTree {

  /** Deepest nesting; the composer is recursive, so that a hostile file could exhaust the stack. */
  static final int DEEPEST = 24;

  /** Most aliases; each may stand for a tree, so that a small file could stand for a huge one. */
  static final int MOST_ALIASES = 64;

  private YamlTree() {}

  /** The top mapping, or null with the reason in the log. */
  static @Nullable MappingNode compose(String text, ProblemLog log) {
    LoadSettings settings =
        LoadSettings.builder().setCodePointLimit(ConfigFile.LARGEST_BYTES).build();
    try {
      if (!withinBounds(text, settings, log)) {
        return null;
      }
      Optional<Node> node = new Compose(settings).composeString(text);
      if (node.isEmpty()) {
        log.add("the file is empty", "");
        return null;
      }
      if (!(node.get() instanceof MappingNode mapping)) {
        log.add(node.get(), "the file must consist of keys and values", "");
        return null;
      }
      checkKeys(mapping, log, new HashSet<>());
      return mapping;
    } catch (MarkedYamlEngineException notYaml) {
      Mark mark = notYaml.getProblemMark().or(notYaml::getContextMark).orElse(null);
      String message = "not YAML: " + notYaml.getProblem();
      if (mark == null) {
        log.add(message, "");
      } else {
        log.add(mark, 1, message, hint(notYaml));
      }
      return null;
    } catch (YamlEngineException notYaml) {
      log.add("not YAML: " + notYaml.getMessage().lines().findFirst().orElse(""), "");
      return null;
    }
  }

  private static boolean withinBounds(String text, LoadSettings settings, ProblemLog log) {
    int depth = 0;
    int aliases = 0;
    for (Event event : new Parse(settings).parseString(text)) {
      switch (event.getEventId()) {
        case MappingStart, SequenceStart -> depth++;
        case MappingEnd, SequenceEnd -> depth--;
        case Alias -> aliases++;
        default -> {
          continue;
        }
      }
      if (depth > DEEPEST || aliases > MOST_ALIASES) {
        String message =
            depth > DEEPEST
                ? "nested deeper than " + DEEPEST + " levels"
                : "more than " + MOST_ALIASES + " aliases";
        log.add(event.getStartMark().orElseThrow(), 1, message, "");
        return false;
      }
    }
    return true;
  }

  private static void checkKeys(Node node, ProblemLog log, Set<Node> seen) {
    if (!seen.add(node)) {
      return;
    }
    if (node instanceof SequenceNode sequence) {
      sequence.getValue().forEach(item -> checkKeys(item, log, seen));
    } else if (node instanceof MappingNode mapping) {
      Map<String, Integer> lines = new HashMap<>();
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          int line = key.getStartMark().orElseThrow().getLine() + 1;
          Integer first = lines.putIfAbsent(key.getValue(), line);
          if (first != null) {
            log.add(
                key,
                "duplicate key '" + key.getValue() + "'",
                "it stands already in line " + first);
          }
        } else {
          log.add(tuple.getKeyNode(), "a key must be one word", "");
        }
        checkKeys(tuple.getValueNode(), log, seen);
      }
    }
  }

  private static String hint(MarkedYamlEngineException notYaml) {
    String problem = String.valueOf(notYaml.getProblem());
    if (problem.contains("'\\t(TAB)'") || problem.contains("TAB")) {
      return "indent with blanks, not with tabs";
    }
    return problem.contains("mapping values are not allowed")
        ? "check the indentation, and quote texts that contain ': '"
        : "";
  }
}
