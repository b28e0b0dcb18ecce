/**
 * What the ship's own store says of the last hours, for charts aboard.
 *
 * <p><b>Owns</b> nothing: it reads what the outbox still holds. <b>Data flow</b>: blocks come in
 * from the outbox's file, the newest first; least and greatest values of equal spans of time go out
 * to the bridge. <b>Threads</b>: each question is answered on the thread that asks. <b>Does not</b>
 * write, hold the outbox's lock, or keep anything between two questions.
 */
@NullMarked
package org.plimsoll.vessel.history;

import org.jspecify.annotations.NullMarked;
