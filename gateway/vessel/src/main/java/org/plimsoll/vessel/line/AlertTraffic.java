package org.plimsoll.vessel.line;

import org.plimsoll.protocol.nmea0183.AlertSentence;

/** What a line to an alert management tells. */
public sealed interface AlertTraffic {

  /** The line's name. */
  String line();

  /** The line is open now; nothing that was said before was heard. */
  record Opened(String line) implements AlertTraffic {}

  /** The other side said something. */
  record Said(String line, AlertSentence sentence) implements AlertTraffic {}
}
