/**
 * NMEA 0183 / IEC 61162-1: sentences of GNSS receivers, gyros, sounders and transducers.
 *
 * <p><b>Owns</b> framing with resynchronisation, the checksum policy, the typed sentences and what
 * they mean in SI. <b>Data flow</b>: bytes → {@link org.plimsoll.protocol.nmea0183.Nmea0183Decoder}
 * → {@link org.plimsoll.protocol.nmea0183.Sentence} → {@link
 * org.plimsoll.protocol.nmea0183.SentenceReadings}; backwards for simulators: {@link
 * org.plimsoll.protocol.nmea0183.SentenceWriter}. <b>Threads</b>: a decoder belongs to the thread
 * that feeds it, everything else is immutable. <b>Does not</b> decode AIS or proprietary sentences
 * (they are {@code Unsupported}), read TAG blocks (skipped), or trust a device's date.
 *
 * <p>A further sentence is one record with its {@code decode}, {@code write} and {@code readings},
 * and one row in {@code SentenceTable}.
 */
@NullMarked
package org.plimsoll.protocol.nmea0183;

import org.jspecify.annotations.NullMarked;
