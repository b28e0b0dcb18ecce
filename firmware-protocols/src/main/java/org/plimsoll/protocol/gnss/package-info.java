/**
 * The line of a satellite receiver: binary frames of its maker and NMEA 0183 sentences in any
 * order.
 *
 * <p><b>Owns</b> the split of such a line ({@link org.plimsoll.protocol.gnss.GnssLineDecoder}) into
 * UBX, CASIC and RTCM 3 frames and sentences. <b>Data flow</b>: bytes → frames → {@link
 * org.plimsoll.protocol.gnss.GnssMessage} → readings; what is no frame goes to the NMEA 0183
 * decoder. <b>Threads</b>: a decoder belongs to the thread that feeds it, everything else is
 * immutable. <b>Does not</b> configure receivers and does not decode RTCM corrections, which it
 * recognises so that they are not noise.
 */
@NullMarked
package org.plimsoll.protocol.gnss;

import org.jspecify.annotations.NullMarked;
