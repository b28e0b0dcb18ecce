/**
 * NMEA 0183 / IEC 61162-1: sentences of navigation, machinery, safety and alerts.
 *
 * <p><b>Owns</b> framing with resynchronisation, the checksum policy, the typed sentences and what
 * they mean in SI. <b>Data flow</b>: bytes → {@link org.plimsoll.protocol.nmea0183.Nmea0183Decoder}
 * → {@link org.plimsoll.protocol.nmea0183.Sentence} → {@link
 * org.plimsoll.protocol.nmea0183.SentenceReadings}; backwards for simulators: {@link
 * org.plimsoll.protocol.nmea0183.SentenceWriter}. <b>Threads</b>: a decoder belongs to the thread
 * that feeds it, everything else is immutable. <b>Does not</b> decode an AIS message (its armour is
 * handed on), read TAG blocks (skipped), or trust a device's date.
 *
 * <p>A further sentence is one record with its {@code decode} and, if it has any, {@code write} and
 * {@code readings}, and one row in {@code SentenceTable}; small sentences stand together by
 * families, such as {@link org.plimsoll.protocol.nmea0183.WindSentence}. {@link
 * org.plimsoll.protocol.nmea0183.AlertJoiner} joins an alert of two sentences.
 */
@NullMarked
package org.plimsoll.protocol.nmea0183;

import org.jspecify.annotations.NullMarked;
