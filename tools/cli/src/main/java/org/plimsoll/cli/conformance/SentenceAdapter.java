package org.plimsoll.cli.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cli.frame.FieldTree;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.nmea0183.ChecksumPolicy;
import org.plimsoll.protocol.nmea0183.Nmea0183Decoder;
import org.plimsoll.protocol.nmea0183.Sentence;

/**
 * One sentence a record. {@code norm} has the fields under canonical names; where it is null,
 * {@code expect} has them under the peer's. A sentence that is refused by a peer must not come out
 * with anything that does not stand in it.
 */
final class SentenceAdapter implements Adapter {

  /** What peers round a position to, in degrees. */
  private static final double PEER_ROUNDING = 1e-10;

  private final SentenceFields fields = new SentenceFields();

  @Override
  public void check(JsonNode record, Comparison comparison) {
    boolean strict = record.path("strict_checksum").asBoolean();
    Nmea0183Decoder decoder =
        new Nmea0183Decoder(strict ? ChecksumPolicy.REQUIRED : ChecksumPolicy.NEVER_SENT);
    List<Decoded<Sentence>> heard =
        Hearing.of(decoder::feed, Hearing.latin(record.get("input").textValue() + "\r\n"));
    switch (record.get("kind").textValue()) {
      case "ok" -> checkSound(record, heard, comparison);
      case "error", "peer-rejects" -> checkRefused(record, heard, comparison);
      default -> comparison.skip("kind " + record.get("kind").textValue());
    }
  }

  private void checkSound(JsonNode record, List<Decoded<Sentence>> heard, Comparison comparison) {
    JsonNode norm = record.path("norm");
    @Nullable Sentence sentence = single(heard);
    if (sentence == null) {
      reportMissing(record, heard, comparison);
      return;
    }
    if (norm.isObject()) {
      if (record.has("talker")) {
        comparison.compare("talker", record.get("talker"), sentence.talker());
      }
      comparison.compare("fmt", record.get("fmt"), sentence.formatter());
      fields.compare(norm, sentence, 0, comparison);
      if (record.has("expect")) {
        comparison.leave("expect (the peer's words for norm)");
      }
    } else {
      fields.compare(record.get("expect"), sentence, PEER_ROUNDING, comparison);
    }
  }

  /** Of a kind that is not decoded, or one that is and was refused. */
  private static void reportMissing(
      JsonNode record, List<Decoded<Sentence>> heard, Comparison comparison) {
    String got = heard.isEmpty() ? "nothing" : Hearing.inWords(heard.get(0));
    boolean canonical = record.path("norm").isObject();
    String input = record.get("input").textValue().stripLeading();
    if (!canonical && heard.size() == 1 && heard.get(0) instanceof Decoded.Unsupported<?>) {
      comparison.skip(Comparison.UNSUPPORTED);
    } else if (!canonical && !input.startsWith("$") && !input.startsWith("!")) {
      comparison.skip("input without its start: a stream cannot hold it");
    } else {
      comparison.require(false, "sentence", record.path("fmt").asText(), got);
    }
  }

  private void checkRefused(JsonNode record, List<Decoded<Sentence>> heard, Comparison comparison) {
    comparison.mustAgreeWhateverTheGate();
    @Nullable Sentence sentence = single(heard);
    if (sentence != null && record.path("norm").isObject()) {
      fields.compare(record.get("norm"), sentence, 0, comparison);
      return;
    }
    boolean badChecksum = record.path("peer_error").asText().toLowerCase().contains("checksum");
    int said = sentence == null ? 0 : leaves(FieldTree.of((Record) sentence));
    int sent = nonEmptyFields(record.get("input").textValue());
    comparison.require(
        sentence == null || !badChecksum && said <= sent,
        "refused",
        badChecksum ? "malformed CHECKSUM" : "no more than the " + sent + " fields sent",
        said + " values: " + sentence);
  }

  private static @Nullable Sentence single(List<Decoded<Sentence>> heard) {
    Sentence only = null;
    int values = 0;
    for (Decoded<Sentence> decoded : heard) {
      if (decoded instanceof Decoded.Value<Sentence> value) {
        only = value.value();
        values++;
      }
    }
    return values == 1 ? only : null;
  }

  /** Numbers and texts that came out; what the decoder concludes for itself is none of them. */
  private static int leaves(Object value) {
    int leaves = 0;
    if (value instanceof Map<?, ?> map) {
      for (Map.Entry<?, ?> field : map.entrySet()) {
        if (!field.getKey().equals("talker") && !field.getKey().equals("fix")) {
          leaves += field.getValue() == null ? 0 : leaves(field.getValue());
        }
      }
      return leaves;
    }
    if (value instanceof List<?> list) {
      for (Object element : list) {
        leaves += element == null ? 0 : leaves(element);
      }
      return leaves;
    }
    return value.equals("") ? 0 : 1;
  }

  private static int nonEmptyFields(String sentence) {
    int count = 0;
    for (String field : sentence.split("[,*]")) {
      count += field.isBlank() ? 0 : 1;
    }
    return count - 1;
  }
}
