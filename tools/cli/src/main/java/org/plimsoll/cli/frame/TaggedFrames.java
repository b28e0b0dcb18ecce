package org.plimsoll.cli.frame;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.ais.AisDecoder;
import org.plimsoll.protocol.ais.AisMessage;
import org.plimsoll.protocol.iec61162.TagBlock;
import org.plimsoll.protocol.iec61162.TaggedSentence;
import org.plimsoll.protocol.nmea0183.AisSentence;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.nmea0183.SentenceReadings;

/**
 * Sentences with their TAG blocks as frames; the one that completes an AIS message carries it.
 * Confined to the thread that reads.
 */
final class TaggedFrames {

  private final AisDecoder messages = new AisDecoder();

  Frame frameOf(TaggedSentence tagged) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    tagged.sentence().ifPresent(sentence -> fields.putAll(FieldTree.of((Record) sentence)));
    tagged.tags().ifPresent(tags -> fields.put("tags", tagsOf(tags)));
    if (tagged.sentence().isEmpty()) {
      return Frame.ok("TAG block", fields, List.of());
    }
    Sentence sentence = tagged.sentence().get();
    if (sentence instanceof AisSentence part) {
      addMessage(part, fields);
    }
    return frameOf(sentence, fields);
  }

  private void addMessage(AisSentence part, Map<String, @Nullable Object> fields) {
    List<Decoded<AisMessage>> heard = new ArrayList<>();
    messages.feed(part, heard::add);
    for (Decoded<AisMessage> decoded : heard) {
      if (decoded instanceof Decoded.Value<AisMessage> value) {
        fields.put("message", FieldTree.of((Record) value.value()));
      } else if (decoded instanceof Decoded.Unsupported<AisMessage> other) {
        fields.put("unsupportedMessage", other.what());
      } else if (decoded instanceof Decoded.Malformed<AisMessage> broken) {
        fields.put("malformedMessage", broken.reason() + ": " + broken.detail());
      }
    }
  }

  private static Map<String, String> tagsOf(TagBlock tags) {
    Map<String, String> fields = new LinkedHashMap<>();
    tags.fields().forEach(field -> fields.put(field.key(), field.value()));
    return fields;
  }

  static Frame frameOf(Sentence sentence, Map<String, ? extends @Nullable Object> fields) {
    return Frame.ok(
        sentence.talker() + sentence.formatter(), fields, SentenceReadings.of(sentence));
  }
}
