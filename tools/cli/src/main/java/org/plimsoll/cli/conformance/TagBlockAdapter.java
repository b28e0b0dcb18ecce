package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.iec61162.TagBlock;
import org.plimsoll.protocol.iec61162.TaggedDecoder;
import org.plimsoll.protocol.iec61162.TaggedSentence;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;

/** A line with its TAG block; one whose checksum is wrong says nothing. */
final class TagBlockAdapter implements Adapter {

  @Override
  public void check(JsonNode record, Comparison comparison) {
    List<Decoded<TaggedSentence>> heard =
        Hearing.of(
            new TaggedDecoder(ChecksumPolicy.NEVER_SENT)::feed,
            Hearing.latin(record.get("input").textValue() + "\r\n"));
    List<TagBlock> blocks =
        heard.stream()
            .filter(Decoded.Value.class::isInstance)
            .flatMap(one -> ((Decoded.Value<TaggedSentence>) one).value().tags().stream())
            .toList();
    if (record.get("kind").textValue().equals("bad-checksum")) {
      comparison.mustAgreeWhateverTheGate();
      comparison.require(blocks.isEmpty(), "tags", "none", blocks.toString());
      comparison.require(
          heard.stream().anyMatch(TagBlockAdapter::isChecksum),
          "reason",
          "CHECKSUM",
          heard.stream().map(Hearing::inWords).toList().toString());
    } else if (blocks.size() != 1) {
      comparison.require(
          false, "tags", "one block", heard.stream().map(Hearing::inWords).toList().toString());
    } else {
      compare(record.get("expect"), blocks.get(0), comparison);
    }
  }

  /** Every key that the corpus names. */
  static void compare(JsonNode expected, TagBlock tags, Comparison comparison) {
    for (Map.Entry<String, JsonNode> field : expected.properties()) {
      Optional<String> got = tags.value(field.getKey());
      comparison.compare("tag " + field.getKey(), field.getValue(), got.orElse(null));
    }
  }

  private static boolean isChecksum(Decoded<TaggedSentence> decoded) {
    return decoded instanceof Decoded.Malformed<TaggedSentence> broken
        && broken.reason() == Reason.CHECKSUM;
  }
}
