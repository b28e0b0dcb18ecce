package org.plimsoll.protocol.iec61162;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.protocol.iec61162.TagBlock.Field;
import org.plimsoll.protocol.iec61162.TagBlock.Group;

/**
 * What the members of a group share: often the first alone names source and time. Remembers at most
 * {@value #MAX_GROUPS} groups; one more pushes the oldest out, whose later members then know only
 * what they say themselves.
 */
final class TagGroups {

  static final int MAX_GROUPS = 16;

  private final Map<String, TagBlock> open = new LinkedHashMap<>();

  /** The block with what the group said before. */
  TagBlock join(TagBlock block) {
    Optional<Group> group = block.group();
    if (group.isEmpty()) {
      return block;
    }
    String identifier = group.get().identifier();
    TagBlock before = group.get().number() == 1 ? null : open.get(identifier);
    TagBlock joined = before == null ? block : shared(before).with(block);
    open.remove(identifier);
    if (group.get().number() < group.get().total()) {
      if (open.size() == MAX_GROUPS) {
        open.remove(open.keySet().iterator().next());
      }
      open.put(identifier, joined);
    }
    return joined;
  }

  void forget() {
    open.clear();
  }

  /** All but what belongs to the one line: its count and its place in the group. */
  private static TagBlock shared(TagBlock block) {
    List<Field> fields =
        block.fields().stream()
            .filter(field -> !field.key().equals("n") && !isGroup(field.key()))
            .toList();
    return new TagBlock(fields);
  }

  private static boolean isGroup(String key) {
    return key.equals("g") || key.indexOf('G') > 0;
  }
}
