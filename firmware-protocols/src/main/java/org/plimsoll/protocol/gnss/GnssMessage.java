package org.plimsoll.protocol.gnss;

import java.util.List;
import org.plimsoll.protocol.casic.CasicMessage;
import org.plimsoll.protocol.casic.CasicReadings;
import org.plimsoll.protocol.nmea0183.Sentence;
import org.plimsoll.protocol.nmea0183.SentenceReadings;
import org.plimsoll.protocol.ubx.UbxMessage;
import org.plimsoll.protocol.ubx.UbxReadings;
import org.plimsoll.vocabulary.Reading;

/** What the line of a satellite receiver says. */
public sealed interface GnssMessage {

  /** Talker and formatter of a sentence, or the name of a binary message. */
  String name();

  /** The readings of it, in SI. */
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

  /** A CASIC message. */
  record Casic(CasicMessage message) implements GnssMessage {
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
