package org.plimsoll.bench.decode;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The sentences of some files, AIS apart from the others, in their order.
 *
 * @param sentences without line ends
 * @param ais VDM and VDO, without line ends
 */
record SentenceMix(List<String> sentences, List<String> ais) {

  private static final ObjectMapper JSON = new ObjectMapper();

  SentenceMix {
    sentences = List.copyOf(sentences);
    ais = List.copyOf(ais);
  }

  /**
   * Reads recorded logs, one sentence a line, or corpora: a JSON object a line, whose {@code input}
   * is a sentence or whose {@code inputs} are several.
   */
  static SentenceMix of(List<Path> files) throws IOException {
    List<String> sentences = new ArrayList<>();
    List<String> ais = new ArrayList<>();
    for (Path file : files) {
      for (String line : Files.readAllLines(file, StandardCharsets.ISO_8859_1)) {
        for (String sentence : sentencesOf(line)) {
          (isAis(sentence) ? ais : sentences).add(sentence);
        }
      }
    }
    return new SentenceMix(sentences, ais);
  }

  /** The bytes of a receiver that says these. */
  static byte[] bytes(List<String> sentences) {
    return (String.join("\r\n", sentences) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
  }

  private static List<String> sentencesOf(String line) throws JsonProcessingException {
    if (!line.startsWith("{")) {
      return line.isBlank() ? List.of() : List.of(line);
    }
    JsonNode record = JSON.readTree(line);
    List<String> sentences = new ArrayList<>();
    if (record.path("input").isTextual()) {
      sentences.add(record.path("input").textValue());
    }
    record.path("inputs").forEach(input -> sentences.add(input.textValue()));
    return sentences;
  }

  private static boolean isAis(String sentence) {
    return sentence.matches("(\\\\.*\\\\)?!..VD[MO],.*");
  }
}
