package org.plimsoll.cli.aboard;

import java.util.List;
import java.util.function.Consumer;
import org.plimsoll.configuration.Section;

/**
 * A kind of configuration file that {@code check-config} knows.
 *
 * @param name what it configures
 * @param tellingKeys top keys that only this kind has
 * @param reader reads it as its process does
 */
public record ConfigKind(String name, List<String> tellingKeys, Consumer<Section> reader) {

  public ConfigKind {
    tellingKeys = List.copyOf(tellingKeys);
  }

  boolean fits(Section root) {
    return tellingKeys.stream().anyMatch(root::has);
  }
}
