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

  /**
   * Keys of a group that are remembered: those of the norm are seven. Further ones are not shared.
   */
  static final int MAX_SHARED_FIELDS = 8;

  /** Characters of keys and values that are remembered of a group; a block has at most 255. */
  static final int MAX_SHARED_CHARACTERS = 255;

  private final Map<String, TagBlock> open = new LinkedHashMap<>();

  /** The block with what the group said before. */
  TagBlock join(TagBlock block) {
    Optional<Group> group = block.group();
    if (group.isEmpty()) {
      return block;
    }
    String identifier = group.get().identifier();
    TagBlock before = group.get().number() == 1 ? null : open.get(identifier);
    TagBlock joined = before == null ? block : before.with(block);
    open.remove(identifier);
    if (group.get().number() < group.get().total()) {
      if (open.size() == MAX_GROUPS) {
        open.remove(open.keySet().iterator().next());
      }
      open.put(identifier, shared(joined));
    }
    return joined;
  }

  void forget() {
    open.clear();
  }

  /**
   * All but what belongs to the one line: its count and its place in the group. Of each key what
   * was said last, so that a group that never ends does not grow.
   */
  private static TagBlock shared(TagBlock block) {
    Map<String, Field> last = new LinkedHashMap<>();
    int characters = 0;
    for (Field field : block.fields()) {
      if (!field.key().equals("n") && !isGroup(field.key())) {
        Field before = last.get(field.key());
        int size = characters + length(field) - (before == null ? 0 : length(before));
        boolean fits = before != null || last.size() < MAX_SHARED_FIELDS;
        if (fits && size <= MAX_SHARED_CHARACTERS) {
          last.put(field.key(), field);
          characters = size;
        }
      }
    }
    return new TagBlock(List.copyOf(last.values()));
  }

  private static int length(Field field) {
    return field.key().length() + field.value().length();
  }

  private static boolean isGroup(String key) {
    return key.equals("g") || key.indexOf('G') > 0;
  }
}
