/**
 * NMEA 2000 as gateways between the bus and a serial line or socket say it.
 *
 * <p><b>Owns</b> the forms of gateways ({@link org.plimsoll.protocol.nmea2000.Ngt1Decoder}, {@link
 * org.plimsoll.protocol.nmea2000.TextGatewayDecoder}), the assembly of fast packets, and the
 * parameter groups that are decoded ({@link org.plimsoll.protocol.nmea2000.ParameterGroup}).
 * <b>Data flow</b>: bytes → frames → {@link org.plimsoll.protocol.nmea2000.BusMessage} → {@code
 * ParameterGroup} → {@link org.plimsoll.protocol.nmea2000.GroupReadings}; {@link
 * org.plimsoll.protocol.nmea2000.Nmea2000Decoder} is the whole way in one. <b>Threads</b>: a
 * decoder belongs to the thread that feeds it, everything else is immutable. <b>Does not</b> claim
 * an address, send to the bus, assemble ISO 11783 transport sessions or decode makers' own groups.
 */
@NullMarked
package org.plimsoll.protocol.nmea2000;

import org.jspecify.annotations.NullMarked;
