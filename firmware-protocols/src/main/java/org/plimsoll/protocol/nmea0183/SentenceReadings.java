package org.plimsoll.protocol.nmea0183;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.protocol.Reason;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;
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
    Collector collector = new Collector();
    ReadingOutput output = new ReadingOutput();
    output.sayTo(collector);
    SentenceTable.rowOf(sentence).readings(sentence, output);
    return List.copyOf(collector.readings);
  }

  /** Makes a {@link Reading} of each. */
  private static final class Collector implements ReadingSink {

    private final List<Reading> readings = new ArrayList<>();

    @Override
    public void reading(Quantity quantity, double value, Quality quality) {
      OptionalDouble present =
          Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value);
      readings.add(new Reading(quantity, present, quality));
    }

    @Override
    public void sentence(String talker, String formatter) {
      throw new AssertionError("the sentence was begun before");
    }

    @Override
    public void unsupported(String what) {
      throw new AssertionError(what);
    }

    @Override
    public void malformed(Reason reason, String detail) {
      throw new AssertionError(detail);
    }
  }
}
