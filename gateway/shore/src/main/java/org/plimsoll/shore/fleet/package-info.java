/**
 * What the shore knows of every vessel, in memory: the latest values, alerts, and which rows of
 * which stream are stored.
 *
 * <p><b>Owns</b> the fleet's present state and the arithmetic of completeness. <b>Data flow</b>:
 * ingest and news put in, pages and the watch over holes read; at start it is filled from the
 * store. <b>Threads</b>: a vessel is an immutable record, replaced as a whole; any thread reads,
 * and two threads that replace the same vessel take turns. <b>Does not</b> keep anything over a
 * restart: the store does.
 */
@NullMarked
package org.plimsoll.shore.fleet;

import org.jspecify.annotations.NullMarked;
