/**
 * Carries the outbox to the shore: a pipe without a memory of its own.
 *
 * <p><b>Owns</b> the link: connecting, backing off, what is sent next, what is in flight. <b>Data
 * flow</b>: blocks out of the outbox to the broker, receipts and requests back into the outbox.
 * <b>Threads</b>: the uplink thread owns everything; MQTT callbacks and other threads only put
 * events into its queue. <b>Does not</b> forget a block before the shore's receipt: the broker's
 * PUBACK only makes room for the next.
 */
@NullMarked
package org.plimsoll.vessel.uplink;

import org.jspecify.annotations.NullMarked;
