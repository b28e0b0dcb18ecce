/**
 * The gateway's clock: one UTC for every reading, whatever the operating system's clock does.
 *
 * <p><b>Owns</b> the anchor between UTC and monotonic time, what is believed of those who say the
 * time, and the clock epoch. <b>Data flow</b>: the pipeline asks for a stamp once per reading,
 * hands on what receivers say, and lets the clock observe once a second. <b>Threads</b>: confined
 * to the pipeline thread. <b>Does not</b> set any clock.
 */
@NullMarked
package org.plimsoll.vessel.clock;

import org.jspecify.annotations.NullMarked;
