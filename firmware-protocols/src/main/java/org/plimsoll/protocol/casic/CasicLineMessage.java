package org.plimsoll.protocol.casic;

import java.util.List;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.nmea0183.SentenceReadings;
import org.plimsoll.vocabulary.Reading;

/** What a line says that carries sentences and CASIC frames. */
public sealed interface CasicLineMessage {

  /** Talker and formatter of a sentence, or the name of a CASIC message. */
  String name();

  /** The readings of it, in SI; see {@link SentenceReadings} and {@link CasicReadings}. */
  List<Reading> readings();

  /** An NMEA 0183 sentence. */
  record Nmea(Sentence sentence) implements CasicLineMessage {
    @Override
    public String name() {
      return sentence.talker() + sentence.formatter();
    }

    @Override
    public List<Reading> readings() {
      return SentenceReadings.of(sentence);
    }
  }

  /** A CASIC message. */
  record Casic(CasicMessage message) implements CasicLineMessage {
    @Override
    public String name() {
      return message.name();
    }

    @Override
    public List<Reading> readings() {
      return CasicReadings.of(message);
    }
  }
}
