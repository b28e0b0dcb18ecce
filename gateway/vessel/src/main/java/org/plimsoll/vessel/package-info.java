/**
 * The vessel's half of Plimsoll: from bytes on a wire to the bridge and to the uplink.
 *
 * <p><b>Owns</b> the composition root ({@link org.plimsoll.vessel.VesselGateway}) and the
 * configuration of the process ({@link org.plimsoll.vessel.VesselConfig}). <b>Data flow</b>: lines,
 * mapping, pipeline, checks and alerts, outbox, uplink; the bridge reads a snapshot.
 * <b>Threads</b>: one loop per serial line, one for network lines, {@code pipeline}, the uplink's,
 * one for HTTP. <b>Does not</b> know the shore: it shares the contract in {@code
 * org.plimsoll.telemetry} with it.
 */
@NullMarked
package org.plimsoll.vessel;

import org.jspecify.annotations.NullMarked;
