package org.plimsoll.protocol.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Decoded.Malformed;
import org.plimsoll.protocol.Decoded.Unsupported;
import org.plimsoll.protocol.Decoded.Value;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.nmea0183.ReadingSink;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.nmea0183.SentenceReadings;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;
import org.plimsoll.vocabulary.Reading;

/** What was measured, line by line, so that both ways of reading can be compared. */
final class Measured implements ReadingSink {

  private final List<String> lines = new ArrayList<>();
  private final List<Reading> readings = new ArrayList<>();
  private String name = "";

  List<String> lines() {
    return lines;
  }

  /** The same line of a sentence that was made a record. */
  static String said(Decoded<Sentence> decoded) {
    if (decoded instanceof Value<Sentence> value) {
      Sentence sentence = value.value();
      return sentence.talker() + sentence.formatter() + SentenceReadings.of(sentence);
    }
    return decoded instanceof Unsupported<Sentence> unsupported
        ? "unsupported " + unsupported.what()
        : said(((Malformed<Sentence>) decoded).reason(), ((Malformed<Sentence>) decoded).detail());
  }

  /** Of two faulty fields in one sentence either may be named. */
  private static String said(Reason reason, String detail) {
    boolean field = reason == Reason.SYNTAX || reason == Reason.RANGE;
    return field ? "bad field" : reason + " " + detail;
  }

  @Override
  public void sentence(String talker, String formatter) {
    name = talker + formatter;
    readings.clear();
    lines.add(name + readings);
  }

  @Override
  public void reading(Quantity quantity, double value, Quality quality) {
    readings.add(
        new Reading(
            quantity,
            Double.isNaN(value) ? OptionalDouble.empty() : OptionalDouble.of(value),
            quality));
    lines.set(lines.size() - 1, name + readings);
  }

  @Override
  public void unsupported(String what) {
    lines.add("unsupported " + what);
  }

  @Override
  public void malformed(Reason reason, String detail) {
    lines.add(said(reason, detail));
  }
}
