/**
 * AIS: what ships, stations and buoys say of themselves by VHF (ITU-R M.1371).
 *
 * <p><b>Owns</b> joining the sentences of a message, the six-bit armour and the typed messages.
 * <b>Data flow</b>: VDM and VDO sentences of {@link org.plimsoll.protocol.nmea0183} → {@link
 * org.plimsoll.protocol.ais.AisDecoder} → {@link org.plimsoll.protocol.ais.AisMessage}; or straight
 * from bytes through {@link org.plimsoll.protocol.ais.AisStreamDecoder}. <b>Threads</b>: a decoder
 * belongs to the thread that feeds it, messages are immutable. <b>Does not</b> see a clock (open
 * groups age by sentences and by ticks), keep targets, compute readings, or judge whether what a
 * ship says of herself is true.
 *
 * <p>A further message is one record with its {@code decode}, its name in {@code AisMessage}'s
 * {@code permits}, and one row in {@code MessageTable}.
 */
@NullMarked
package org.plimsoll.protocol.ais;

import org.jspecify.annotations.NullMarked;
