/**
 * NMEA 0183 over TCP, for displays that know nothing else.
 *
 * <p><b>Owns</b> the listening socket and the sentences. <b>Data flow</b>: the pipeline brings a
 * snapshot a second; from what may be trusted in it sentences are made, the same for every client.
 * <b>Threads</b>: one event loop, {@code nmea-output}, which exists only when the output is
 * configured. <b>Does not</b> pass on what lines have heard: one source stands for each quantity,
 * what the gate refused is not said, and what was not measured is marked or left out. What clients
 * say is thrown away.
 */
@NullMarked
package org.plimsoll.vessel.nmea;

import org.jspecify.annotations.NullMarked;
