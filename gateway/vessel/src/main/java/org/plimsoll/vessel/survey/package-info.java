/**
 * Draught surveys on the officer's word: the UNECE form filled in for this ship.
 *
 * <p><b>Owns</b> nothing. <b>Data flow</b>: what an officer read or took over from the sensors
 * comes in from the bridge, a sheet goes out to be shown and printed. <b>Threads</b>: pure
 * functions; any. <b>Does not</b> keep the sheet: what is to be kept is a departure record.
 */
@NullMarked
package org.plimsoll.vessel.survey;

import org.jspecify.annotations.NullMarked;
