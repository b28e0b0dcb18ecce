/**
 * The time series store, as the shore sees it.
 *
 * <p><b>Owns</b> the tables, line protocol and SQL. <b>Data flow</b>: {@link
 * org.plimsoll.shore.store.Point}s are written in batches and an answer of "written" means durable;
 * pages and restarts read back. <b>Threads</b>: a {@link org.plimsoll.shore.store.Store} may be
 * called by any thread and blocks; never call it on an event loop. <b>Does not</b> retry, split
 * batches or drop anything: that is ingest's policy, decided on the {@link
 * org.plimsoll.shore.store.WriteOutcome}.
 */
@NullMarked
package org.plimsoll.shore.store;

import org.jspecify.annotations.NullMarked;
