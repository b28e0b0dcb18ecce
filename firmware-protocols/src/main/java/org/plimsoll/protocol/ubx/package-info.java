/**
 * The binary protocol of u-blox receivers.
 *
 * <p><b>Owns</b> the frame ({@link org.plimsoll.protocol.ubx.UbxFrame}) and the messages that are
 * decoded ({@link org.plimsoll.protocol.ubx.UbxMessage}). <b>Data flow</b>: a frame that {@link
 * org.plimsoll.protocol.gnss.GnssLineDecoder} found → message → {@link
 * org.plimsoll.protocol.ubx.UbxReadings}. <b>Threads</b>: everything is immutable. <b>Does not</b>
 * search a stream for frames.
 */
@NullMarked
package org.plimsoll.protocol.ubx;

import org.jspecify.annotations.NullMarked;
