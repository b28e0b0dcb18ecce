/**
 * The demonstration: simulator, ship, satellite link and shore in one JVM, joined by terminals and
 * sockets alone.
 *
 * <p><b>Owns</b> the composition, its configuration (the example files with other ports and paths),
 * the outage of the link and the reckoning at the end. <b>Data flow</b>: simulator,
 * pseudo-terminals, vessel, link, broker, shore, store; at the end the store is asked by SQL.
 * <b>Threads</b>: the main thread; the parts have their own. <b>Does not</b> pass a value from one
 * part to another.
 */
@NullMarked
package org.plimsoll.cli.demo;

import org.jspecify.annotations.NullMarked;
