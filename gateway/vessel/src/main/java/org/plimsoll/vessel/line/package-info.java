/**
 * Lines: the byte sources of the ship, each one a Netty channel that is opened, watched and
 * reopened.
 *
 * <p><b>Owns</b> the serial channel, the supervision of every line, its counters and the polling of
 * devices that speak only when asked. <b>Data flow</b>: bytes come in from a serial port, a TCP
 * connection or a UDP port; {@link org.plimsoll.vessel.line.Heard} readings go out through {@link
 * org.plimsoll.vessel.line.HandOff}. <b>Threads</b>: a serial line has an event loop of its own,
 * network lines share one; everything of a line is confined to its loop, other threads see {@link
 * org.plimsoll.vessel.line.LineStatus}. <b>Does not</b> stamp, gate or store a reading, and writes
 * nothing to a device but the request of a polled protocol.
 */
@NullMarked
package org.plimsoll.vessel.line;

import org.jspecify.annotations.NullMarked;
