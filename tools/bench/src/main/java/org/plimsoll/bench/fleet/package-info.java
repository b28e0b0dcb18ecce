/**
 * A fleet of synthetic ships against a shore.
 *
 * <p><b>Owns</b> ships that are nothing but numbers from a seed. <b>Data flow</b>: rows, blocks,
 * then either the shore's ingest in this process, whose store only renders what it would send, or a
 * real shore. <b>Threads</b>: each run is confined to its caller's. <b>Does not</b> simulate
 * faults: {@code org.plimsoll.bench.simulation} does.
 */
@NullMarked
package org.plimsoll.bench.fleet;

import org.jspecify.annotations.NullMarked;
