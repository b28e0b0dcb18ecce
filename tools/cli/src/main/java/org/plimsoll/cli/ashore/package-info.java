/**
 * What runs ashore, as a command.
 *
 * <p><b>Owns</b> the {@code shore} command, and the composition of a station with the broker and
 * the store that its configuration wants inside the process. <b>Data flow</b>: broker, station,
 * store. <b>Threads</b>: the main thread starts and stops; the parts have their own. <b>Does
 * not</b> look into what passes.
 */
@NullMarked
package org.plimsoll.cli.ashore;

import org.jspecify.annotations.NullMarked;
