package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.Sentence;

/**
 * A damaged stream in chunks: what comes out is what the sound sentences say by themselves, in
 * their order, and nothing else.
 */
final class CorruptionAdapter implements Adapter {

  @Override
  public void check(JsonNode record, Comparison comparison) {
    List<Decoded<Sentence>> expected = new ArrayList<>();
    for (JsonNode sentence : record.get("expect_sentences")) {
      expected.addAll(
          sound(
              Hearing.of(
                  new Nmea0183Decoder(ChecksumPolicy.REQUIRED)::feed,
                  Hearing.latin(sentence.textValue() + "\r\n"))));
    }
    comparison.require(
        expected.size() == record.get("expect_sentences").size(),
        "expect_sentences",
        record.get("expect_sentences").size() + " sound by themselves",
        String.valueOf(expected.size()));
    List<Decoded<Sentence>> heard = sound(inChunks(record));
    comparison.require(
        heard.size() == expected.size(),
        "sentences",
        String.valueOf(expected.size()),
        String.valueOf(heard.size()));
    for (int i = 0; i < Math.min(heard.size(), expected.size()); i++) {
      comparison.require(
          heard.get(i).equals(expected.get(i)),
          "sentence " + i,
          Hearing.inWords(expected.get(i)),
          Hearing.inWords(heard.get(i)));
    }
  }

  private static List<Decoded<Sentence>> inChunks(JsonNode record) {
    byte[] bytes = Hearing.hex(record.get("hex").textValue());
    Nmea0183Decoder decoder = new Nmea0183Decoder(ChecksumPolicy.REQUIRED);
    List<Decoded<Sentence>> heard = new ArrayList<>();
    int from = 0;
    for (JsonNode cut : record.get("chunk_at")) {
      decoder.feed(ByteBuffer.wrap(bytes, from, cut.intValue() - from), heard::add);
      from = cut.intValue();
    }
    decoder.feed(ByteBuffer.wrap(bytes, from, bytes.length - from), heard::add);
    return heard;
  }

  private static List<Decoded<Sentence>> sound(List<Decoded<Sentence>> heard) {
    return heard.stream().filter(one -> !(one instanceof Decoded.Malformed)).toList();
  }
}
