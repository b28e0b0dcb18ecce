package org.plimsoll.shore.port.book;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Withholding;
import org.plimsoll.shore.port.wire.Canonical;

/** Entries as others see them: what was said, and beside it what the shore knows. Stateless. */
public final class EntryJson {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final String CURSOR = "after ";

  private EntryJson() {}

  /** One entry; {@code record} is what was said, to the letter of its canonical form. */
  public static ObjectNode of(Entry entry) {
    RecordKind kind = entry.identity().kind();
    ObjectNode json =
        JSON.objectNode()
            .put("id", entry.identity().id().toString())
            .put("kind", kind.name())
            .put("vessel", entry.identity().vessel().text());
    entry
        .identity()
        .parent()
        .ifPresent(
            parent ->
                json.put(
                    kind.parent().orElseThrow() == RecordKind.VOYAGE ? "voyage" : "portCall",
                    parent.toString()));
    json.put("first", entry.identity().root().toString())
        .put("supersededBy", entry.supersededBy().map(UUID::toString).orElse(null))
        .put("received", entry.received().toString())
        .put("author", entry.author());
    json.set("record", parsed(entry.content()));
    entry.result().ifPresent(result -> json.set("result", parsed(result)));
    return json;
  }

  /**
   * A page of them; {@code next} goes on after it and is null at the end.
   *
   * @param withheld what is left out because the ship keeps it from who asks
   */
  public static ObjectNode page(List<Entry> entries, boolean more, Set<Withholding.What> withheld) {
    ObjectNode json = JSON.objectNode();
    ArrayNode items = json.putArray("items");
    entries.forEach(entry -> items.add(of(entry)));
    json.put("next", more ? cursor(entries.get(entries.size() - 1).number()) : null);
    json.set("withheld", withheld(withheld));
    return json;
  }

  /** What is left out, always in the same order. */
  public static ArrayNode withheld(Set<Withholding.What> whats) {
    ArrayNode json = JSON.arrayNode();
    new TreeSet<>(whats).forEach(what -> json.add(what.name()));
    return json;
  }

  private static String cursor(long number) {
    byte[] text = (CURSOR + number).getBytes(StandardCharsets.US_ASCII);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text);
  }

  /** The number that a cursor stands for; empty when it is none of ours. */
  public static OptionalLong after(String cursor) {
    try {
      String text = new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.US_ASCII);
      return text.matches(CURSOR + "[0-9]{1,18}")
          ? OptionalLong.of(Long.parseLong(text.substring(CURSOR.length())))
          : OptionalLong.empty();
    } catch (IllegalArgumentException e) {
      return OptionalLong.empty();
    }
  }

  private static ObjectNode parsed(String json) {
    Optional<ObjectNode> object = Canonical.object(json);
    return object.orElseThrow(() -> new IllegalStateException("the book holds no JSON object"));
  }
}
