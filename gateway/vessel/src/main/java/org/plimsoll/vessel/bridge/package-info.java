/**
 * The bridge panel: the HTTP API aboard, and the page that stands on it.
 *
 * <p><b>Owns</b> the resources under {@code /api/v1}, {@code /metrics} and {@code /health}. <b>Data
 * flow</b>: the pipeline brings a snapshot a second, screens read it; an acknowledgement goes back
 * through the pipeline's queue. <b>Threads</b>: one event loop serves HTTP; the snapshot is
 * immutable and replaced by the pipeline thread. <b>Does not</b> calculate anything.
 */
@NullMarked
package org.plimsoll.vessel.bridge;

import org.jspecify.annotations.NullMarked;
