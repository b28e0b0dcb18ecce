package org.plimsoll.cli.frame;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.ais.AisDecoder;
import org.plimsoll.protocol.ais.AisMessage;
import org.plimsoll.protocol.iec61162.TagBlock;
import org.plimsoll.protocol.iec61162.TaggedDecoder;
import org.plimsoll.protocol.iec61162.TaggedSentence;
import org.plimsoll.protocol.nmea0183.AisSentence;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.nmea0183.SentenceReadings;

/**
 * Sentences with their TAG blocks; the sentence that completes an AIS message carries the message.
 */
final class SentenceReader implements FrameReader {

  private static final byte[] LINE_END = {'\r', '\n'};

  private final TaggedDecoder sentences;
  private final AisDecoder messages = new AisDecoder();

  SentenceReader(ChecksumPolicy policy) {
    sentences = new TaggedDecoder(policy);
  }

  @Override
  public void feed(ByteBuffer bytes, Consumer<? super Frame> sink) {
    sentences.feed(bytes, decoded -> sink.accept(Frame.of(decoded, this::frameOf)));
  }

  @Override
  public void end(Consumer<? super Frame> sink) {
    feed(ByteBuffer.wrap(LINE_END), sink);
  }

  private Frame frameOf(TaggedSentence tagged) {
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
