/**
 * The {@code plimsoll} command on a machine that has everything: ship, shore, simulator, bench.
 *
 * <p><b>Owns</b> the commands and the composition of the demonstration. <b>Data flow</b>: {@link
 * org.plimsoll.cli.Main} parses, a command composes and runs, the exit code comes back.
 * <b>Threads</b>: commands run on the main thread; everything below has its own. <b>Does not</b>
 * hold logic that a ship or a shore needs at run time.
 */
@NullMarked
package org.plimsoll.cli;

import org.jspecify.annotations.NullMarked;
