package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.iec61162.DatagramContent;
import org.plimsoll.protocol.iec61162.DatagramDecoder;
import org.plimsoll.protocol.iec61162.TaggedSentence;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;

/** Datagrams of IEC 61162-450: every line with its TAG blocks and the fields of its sentence. */
final class DatagramAdapter implements Adapter {

  /** The corpus damages a block by a capital S for its source: {@code \S:}. */
  private static final String DAMAGED_BLOCK = "5c533a";

  private final SentenceFields fields = new SentenceFields();

  @Override
  public void check(JsonNode record, Comparison comparison) {
    List<Decoded<DatagramContent>> heard =
        Hearing.of(
            new DatagramDecoder(ChecksumPolicy.REQUIRED)::decode,
            Hearing.hex(record.get("hex").textValue()));
    if (record.has("corruption")) {
      checkCorrupted(record, heard, comparison);
      return;
    }
    JsonNode lines = record.get("expect").get("lines");
    comparison.require(
        heard.size() == lines.size(),
        "lines",
        String.valueOf(lines.size()),
        heard.stream().map(Hearing::inWords).toList().toString());
    for (int i = 0; i < Math.min(heard.size(), lines.size()); i++) {
      compare(lines.get(i), heard.get(i), comparison);
    }
  }

  private void compare(JsonNode line, Decoded<DatagramContent> heard, Comparison comparison) {
    boolean sound = line.path("checksum").asText().equals("ok");
    if (heard instanceof Decoded.Unsupported<DatagramContent> other) {
      String sentence = line.get("sentence").textValue();
      comparison.require(
          sound && !line.path("fields").isObject(), "sentence", sentence, Hearing.inWords(other));
    } else if (heard instanceof Decoded.Value<DatagramContent> value
        && value.value() instanceof TaggedSentence tagged
        && tagged.sentence().isPresent()) {
      comparison.require(sound, "sentence", "refused: its checksum is wrong", tagged.toString());
      if (line.path("fields").isObject()) {
        fields.compare(line.get("fields"), tagged.sentence().get(), 0, comparison);
      }
      for (JsonNode block : line.path("tags")) {
        boolean trusted = block.path("checksum").asText().equals("ok");
        comparison.require(
            tagged.tags().isPresent() == trusted, "tags", block.toString(), tagged.toString());
        tagged
            .tags()
            .ifPresent(tags -> TagBlockAdapter.compare(block.get("fields"), tags, comparison));
      }
    } else {
      comparison.require(!sound, "sentence", line.toString(), Hearing.inWords(heard));
    }
  }

  private static void checkCorrupted(
      JsonNode record, List<Decoded<DatagramContent>> heard, Comparison comparison) {
    String corruption = record.get("corruption").textValue();
    comparison.mustAgreeWhateverTheGate();
    String all = heard.stream().map(Hearing::inWords).toList().toString();
    long sentences =
        heard.stream()
            .filter(one -> one instanceof Decoded.Value<?> || one instanceof Decoded.Unsupported<?>)
            .count();
    long broken = heard.size() - sentences;
    boolean damaged = record.get("hex").textValue().contains(DAMAGED_BLOCK);
    if (corruption.startsWith("token")) {
      comparison.require(sentences == 0 && broken == 1, corruption, "refused as a whole", all);
    } else if (corruption.startsWith("tag checksum") && !damaged) {
      comparison.skip("named corrupted, but its TAG blocks sum up");
    } else if (corruption.startsWith("tag checksum")) {
      boolean believed = heard.stream().anyMatch(DatagramAdapter::hasDamagedTags);
      comparison.require(!believed && broken > 0, corruption, "no tags from it", all);
    } else if (corruption.startsWith("LF only")) {
      comparison.require(sentences > 0 && broken == 0, corruption, "read all the same", all);
    } else {
      comparison.skip("corruption " + corruption);
    }
  }

  private static boolean hasDamagedTags(Decoded<DatagramContent> decoded) {
    return decoded instanceof Decoded.Value<DatagramContent> value
        && value.value() instanceof TaggedSentence tagged
        && tagged.tags().isPresent()
        && tagged.tags().get().value("S").isPresent();
  }
}
