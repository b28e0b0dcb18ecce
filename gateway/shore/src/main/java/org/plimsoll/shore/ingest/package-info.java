/**
 * Takes what ships send into the store, and tells them what is there.
 *
 * <p><b>Owns</b> the order decode, store, ledger, receipt, acknowledge; the channel tables; the
 * dead letters. <b>Data flow</b>: blocks from the shared subscriptions, live ones and backlog
 * apart, become points; a receipt goes back only for what the store holds durably. <b>Threads</b>:
 * {@code ingest} and {@code backlog} own the sessions that carry blocks and take turns at the
 * store, {@code news} the one that carries the rest. <b>Does not</b> keep anything of its own: it
 * may be killed at any moment, and everything unacknowledged comes again and overwrites itself with
 * itself.
 */
@NullMarked
package org.plimsoll.shore.ingest;

import org.jspecify.annotations.NullMarked;
