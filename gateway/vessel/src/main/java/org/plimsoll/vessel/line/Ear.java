package org.plimsoll.vessel.line;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.vocabulary.Reading;

/** What a protocol tells its line. Confined to the line's event loop. */
interface Ear {

  /** A frame was found, good or bad; each is told once. */
  void frame(Decoded<?> frame);

  /** So many more sentences were longer than the norm allows; they are frames all the same. */
  void overlength(long sentences);

  /**
   * A frame said something; nothing happens if {@code readings} and {@code utc} are empty.
   *
   * @param utc the time that a satellite receiver with a fix says
   */
  void heard(String source, List<Reading> readings, Optional<Instant> utc);

  /** The same without a time. */
  default void heard(String source, List<Reading> readings) {
    heard(source, readings, Optional.empty());
  }

  /** What an officer should know of the line, empty when all is well. */
  void remark(String text);

  /** A line to an alert management tells something. */
  default void traffic(AlertTraffic traffic) {}
}
