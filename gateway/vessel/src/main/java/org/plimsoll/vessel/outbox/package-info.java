/**
 * What the ship has accepted and the shore has not yet receipted, durable across power cuts.
 *
 * <p><b>Owns</b> the outbox directory: the stream's identity, the channel table, commit groups,
 * sealed blocks, gap records and the small memory that must survive with them. <b>Data flow</b>:
 * the pipeline appends commit groups, which is the moment readings are accepted; the uplink seals
 * them into blocks, reads what is pending, and acknowledges what the shore's receipts cover.
 * <b>Threads</b>: exactly two callers, the pipeline thread and the uplink thread; one connection
 * behind one lock serves both, every call holds it for one transaction at most. Anybody may look at
 * what it holds through {@link org.plimsoll.vessel.outbox.StoredBlocks}, which has connections of
 * its own. <b>Does not</b> know MQTT, nor decide what is sent when.
 */
@NullMarked
package org.plimsoll.vessel.outbox;

import org.jspecify.annotations.NullMarked;
