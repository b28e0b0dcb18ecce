/**
 * The binary protocol of u-blox receivers, alone or between NMEA 0183 sentences on one line.
 *
 * <p><b>Owns</b> the frames ({@link org.plimsoll.protocol.ubx.UbxDecoder}), the messages that are
 * decoded ({@link org.plimsoll.protocol.ubx.UbxMessage}), and the split of a mixed line ({@link
 * org.plimsoll.protocol.ubx.GnssLineDecoder}). <b>Data flow</b>: bytes → frames → messages → {@link
 * org.plimsoll.protocol.ubx.UbxReadings}; what is no frame goes to the NMEA 0183 decoder.
 * <b>Threads</b>: a decoder belongs to the thread that feeds it, everything else is immutable.
 * <b>Does not</b> configure receivers and does not decode RTCM corrections, which it recognises so
 * that they are not noise.
 */
@NullMarked
package org.plimsoll.protocol.ubx;

import org.jspecify.annotations.NullMarked;
