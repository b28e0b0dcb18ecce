/**
 * Arrivals and departures, seen in positions.
 *
 * <p><b>Owns</b> the port's map and what is known of each vessel's being inside or outside of each
 * fence. <b>Data flow</b>: the fleet's latest positions in, crossings to the port's book out.
 * <b>Threads</b>: {@link org.plimsoll.shore.port.fence.PortWatch} is confined to the book's thread;
 * everything else is immutable or pure. <b>Does not</b> guess: a crossing that nobody can have seen
 * is not told.
 */
@NullMarked
package org.plimsoll.shore.port.fence;

import org.jspecify.annotations.NullMarked;
