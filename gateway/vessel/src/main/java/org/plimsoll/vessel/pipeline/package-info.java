/**
 * The pipeline: one thread that stamps, gates, folds, checks and commits.
 *
 * <p><b>Owns</b> the hand-off queue, the channels and their latest values, and what is not yet
 * accepted by the outbox. <b>Data flow</b>: {@link org.plimsoll.vessel.line.Heard} readings come
 * in, commit groups go to the outbox, alert transitions to the uplink, a {@link
 * org.plimsoll.vessel.pipeline.Snapshot} a second to the bridge. <b>Threads</b>: {@code pipeline}
 * owns everything but the queue. <b>Does not</b> read devices or serve pages.
 */
@NullMarked
package org.plimsoll.vessel.pipeline;

import org.jspecify.annotations.NullMarked;
