/**
 * The binary protocol of CASIC receivers (Zhongkewei AT6558 and the modules made of it), between
 * NMEA 0183 sentences on one line.
 *
 * <p><b>Owns</b> the frames and messages of position, velocity and UTC, and the split of a mixed
 * line ({@link org.plimsoll.protocol.casic.CasicLineDecoder}). <b>Data flow</b>: bytes → frames →
 * messages → {@link org.plimsoll.protocol.casic.CasicReadings}; what is no frame goes to the NMEA
 * 0183 decoder. <b>Threads</b>: a decoder belongs to the thread that feeds it, everything else is
 * immutable. <b>Does not</b> configure receivers.
 */
@NullMarked
package org.plimsoll.protocol.casic;

import org.jspecify.annotations.NullMarked;
