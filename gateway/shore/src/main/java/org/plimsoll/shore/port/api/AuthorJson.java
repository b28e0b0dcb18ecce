package org.plimsoll.shore.port.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.plimsoll.shore.port.Author;

/** Who asks, as he is told it, so that a page offers what his key may do. Stateless. */
final class AuthorJson {

  private AuthorJson() {}

  static ObjectNode of(Author author) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("name", author.name())
        .put("role", author.role().name())
        .put("vessel", author.vessel().map(vessel -> vessel.text()).orElse(null))
        .put("terminal", author.terminal().orElse(null));
  }
}
