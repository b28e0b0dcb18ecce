/**
 * May she leave as she is, and the record of it.
 *
 * <p><b>Owns</b> the limits of attitude, decks, lanes and persons, the findings in one form, and
 * the immutable record of an instant with its canonical bytes. <b>Data flow</b>: what the other
 * packages judged becomes {@link org.plimsoll.naval.departure.Finding}s; those and the {@link
 * org.plimsoll.naval.departure.Figure}s of an instant make a {@link
 * org.plimsoll.naval.departure.DepartureRecord}, whose bytes are ready to be signed.
 * <b>Threads</b>: every type is immutable. <b>Does not</b> read a clock, sign, store, or let the
 * ship go: the master does.
 */
@NullMarked
package org.plimsoll.naval.departure;

import org.jspecify.annotations.NullMarked;
