/**
 * What runs ashore: one {@link org.plimsoll.shore.ShoreStation} per process.
 *
 * <p><b>Owns</b> the wiring of ingest, store, fleet and API, and the configuration of the process.
 * <b>Data flow</b>: broker &gt; ingest &gt; store &gt; receipts back to the ships; store and fleet
 * &gt; API and pages. <b>Threads</b>: {@code ingest} takes blocks into the store, {@code news}
 * hears statuses, channel tables and alerts, event loops answer HTTP and hand queries to workers.
 * <b>Does not</b> know the vessel's side, nor how broker and store are run: it has their addresses.
 */
@NullMarked
package org.plimsoll.shore;

import org.jspecify.annotations.NullMarked;
