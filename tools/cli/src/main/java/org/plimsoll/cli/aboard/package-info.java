/**
 * The commands of a ship's installation, whose class path has no broker, no store and no client of
 * one.
 *
 * <p><b>Owns</b> {@code vessel}, {@code ports}, {@code key}, {@code decode} and {@code
 * check-config}. <b>Data flow</b>: {@link org.plimsoll.cli.aboard.VesselMain} is the entry of that
 * installation; the complete command takes the same classes. <b>Threads</b>: the main thread.
 * <b>Does not</b> see shore, embedded servers, simulator or bench.
 */
@NullMarked
package org.plimsoll.cli.aboard;

import org.jspecify.annotations.NullMarked;
