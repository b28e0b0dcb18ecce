package org.plimsoll.protocol.nmea0183;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.plimsoll.protocol.Captures;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.StreamContract;
import org.plimsoll.vocabulary.Reading;

/** The golden captures: each sentence and, line by line, what it says. */
class CapturesTest {

  private static final List<String> SENTENCES = Captures.lines("nmea0183/sentences.txt");

  private final StreamContract<Sentence> contract =
      new StreamContract<>(() -> new Nmea0183Decoder(ChecksumPolicy.REQUIRED)::feed);

  @Test
  void eachSentenceSaysWhatTheGoldenFileSays() {
    List<String> said = new ArrayList<>();
    for (Decoded<Sentence> decoded : contract.decode(stream())) {
      said.add(decoded.toString());
    }
    assertThat(said).isEqualTo(Captures.lines("nmea0183/sentences.expected"));
  }

  @Test
  void everyRowOfTheTableHasACapture() {
    Set<String> captured = new TreeSet<>();
    for (Decoded<Sentence> decoded : contract.decode(stream())) {
      if (decoded instanceof Value<Sentence> value) {
        captured.add(value.value().formatter());
      }
    }
    Set<String> rows = new TreeSet<>();
    SentenceTable.rows().forEach(row -> rows.add(row.formatter()));
    assertThat(captured).isEqualTo(rows).hasSize(records(Sentence.class));
  }

  @Test
  void eachSentenceMeasuresWhatTheGoldenFileSays() {
    List<String> measured = new ArrayList<>();
    for (Decoded<Sentence> decoded : contract.decode(stream())) {
      if (decoded instanceof Value<Sentence> value) {
        StringBuilder line = new StringBuilder(value.value().formatter());
        for (Reading reading : SentenceReadings.of(value.value())) {
          line.append(' ').append(reading.quantity().path()).append('=');
          reading.value().ifPresent(line::append);
          line.append(' ').append(reading.quality());
        }
        measured.add(line.toString());
      }
    }
    assertThat(measured).isEqualTo(Captures.lines("nmea0183/sentences.readings"));
  }

  private static int records(Class<?> type) {
    int records = 0;
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      records += permitted.isSealed() ? records(permitted) : 1;
    }
    return records;
  }

  @Tag("slow")
  @Test
  void chunkingDoesNotMatter() {
    contract.assertSameInEveryChunking(stream());
  }

  @Test
  void aCutStreamSaysItsBeginning() {
    contract.assertSurvivesTruncation(stream());
  }

  @Tag("slow")
  @Test
  void aFlippedBitInventsNothing() {
    contract.assertInventsNothingFromFlippedBits(stream());
  }

  private static byte[] stream() {
    return Captures.ascii(String.join("\r\n", SENTENCES) + "\r\n");
  }
}
