/**
 * What IEC 61162-450 and NMEA 4.x put around sentences: TAG blocks, groups, datagrams.
 *
 * <p><b>Owns</b> the TAG block, the joining of groups, the classification of datagrams by content.
 * <b>Data flow</b>: a stream goes into {@link org.plimsoll.protocol.iec61162.TaggedDecoder}, a
 * datagram into {@link org.plimsoll.protocol.iec61162.DatagramDecoder}; both decode the sentences
 * by {@code org.plimsoll.protocol.nmea0183} and hand them on with what their blocks say.
 * <b>Threads</b>: a decoder belongs to the thread that feeds it, everything else is immutable.
 * <b>Does not</b> open sockets, join multicast groups, or put binary files together.
 */
@NullMarked
package org.plimsoll.protocol.iec61162;

import org.jspecify.annotations.NullMarked;
