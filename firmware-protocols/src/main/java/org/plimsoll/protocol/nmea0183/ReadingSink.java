package org.plimsoll.protocol.nmea0183;

import org.plimsoll.protocol.Reason;
import org.plimsoll.vocabulary.Quality;
import org.plimsoll.vocabulary.Quantity;

/**
 * Takes what a line measures without an object for each reading; the counterpart of {@link
 * Sentence} and {@link SentenceReadings} for those who need no more. Each frame is one call of
 * {@link #sentence}, {@link #unsupported} or {@link #malformed}.
 */
public interface ReadingSink {

  /** A sound sentence; its readings follow. */
  void sentence(String talker, String formatter);

  /**
   * One reading of the last sentence.
   *
   * @param value in the quantity's unit; NaN if the sentence's own status calls it void
   */
  void reading(Quantity quantity, double value, Quality quality);

  /** A sound sentence that is not decoded here. */
  void unsupported(String what);

  /** A sentence, or a run of bytes between sentences, that cannot be trusted. */
  void malformed(Reason reason, String detail);
}
