package org.plimsoll.protocol.nmea0183;

import java.util.List;
import org.plimsoll.vocabulary.Reading;

/** What a sentence measures, in SI. */
public final class SentenceReadings {

  private SentenceReadings() {}

  /**
   * The readings of one sentence. An empty field gives nothing; a value that the sentence's own
   * status calls void gives an {@code INVALID} reading without a value. XDR gives none:
   * configuration says what a transducer means.
   *
   * @return not modifiable, in the order of the sentence
   */
  public static List<Reading> of(Sentence sentence) {
    ReadingList readings = new ReadingList();
    SentenceTable.rowOf(sentence).readings(sentence, readings);
    return readings.toList();
  }
}
