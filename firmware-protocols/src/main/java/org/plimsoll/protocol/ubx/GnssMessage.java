package org.plimsoll.protocol.ubx;

import java.util.List;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.nmea0183.SentenceReadings;
import org.plimsoll.vocabulary.Reading;

/** What a line says that carries sentences and UBX frames. */
public sealed interface GnssMessage {

  /** Talker and formatter of a sentence, or the name of a UBX message. */
  String name();

  /** The readings of it, in SI; see {@link SentenceReadings} and {@link UbxReadings}. */
  List<Reading> readings();

  /** An NMEA 0183 sentence. */
  record Nmea(Sentence sentence) implements GnssMessage {
    @Override
    public String name() {
      return sentence.talker() + sentence.formatter();
    }

    @Override
    public List<Reading> readings() {
      return SentenceReadings.of(sentence);
    }
  }

  /** A UBX message. */
  record Ubx(UbxMessage message) implements GnssMessage {
    @Override
    public String name() {
      return message.name();
    }

    @Override
    public List<Reading> readings() {
      return UbxReadings.of(message);
    }
  }
}
