/**
 * Measures what Plimsoll costs, tortures it, and bends the link under it.
 *
 * <p><b>Owns</b> the satellite link in miniature ({@link org.plimsoll.bench.SatelliteLink}), the
 * benches and the torture runs; one public class per command, each a record of options and a {@code
 * run(PrintStream)} that returns the exit code. <b>Data flow</b>: a run starts the halves of
 * Plimsoll as processes, feeds pseudo-terminals, waits, and then asks the store by SQL and the
 * vessel by its API and its outbox file whether what was accepted is stored, once. <b>Threads</b>:
 * a run belongs to its caller's thread; the link to its own event loop. <b>Does not</b> run inside
 * a ship's or a shore's process.
 */
@NullMarked
package org.plimsoll.bench;

import org.jspecify.annotations.NullMarked;
