/**
 * What a port's book adds up to: the voyages of a vessel, and what is known of each.
 *
 * <p><b>Owns</b> how movements become passages, and what may be summed. <b>Data flow</b>: movements
 * and papers in from the book, statistics out to the API. <b>Threads</b>: none; everything is
 * immutable. <b>Does not</b> read a book, know a clock, or put a zero where nobody said anything.
 */
@NullMarked
package org.plimsoll.shore.port.voyage;

import org.jspecify.annotations.NullMarked;
