/**
 * What the link ashore may carry, and when.
 *
 * <p><b>Owns</b> the count of bytes by day, the forecast, the level of detail that follows from it,
 * and the connection windows. <b>Data flow</b>: bytes and the time in; a level, open or closed, and
 * what is shown out. <b>Threads</b>: the uplink thread. <b>Does not</b> know a clock, a connection
 * or a block.
 */
@NullMarked
package org.plimsoll.vessel.budget;

import org.jspecify.annotations.NullMarked;
