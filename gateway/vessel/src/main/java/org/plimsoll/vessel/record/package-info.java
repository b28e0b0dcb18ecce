/**
 * Departure records: how she lay at one instant, frozen on an officer's word.
 *
 * <p><b>Owns</b> the directory of records, each a file that is written once and never again, the
 * form in which a port takes them, and the key by which the ship signs that. <b>Data flow</b>: the
 * state of an instant comes in from the pipeline, bytes go to disk and to the bridge.
 * <b>Threads</b>: {@link org.plimsoll.vessel.record.RecordBook} is written by the pipeline thread
 * and read by any; the rest is immutable. <b>Does not</b> send ashore: whoever asks the bridge
 * does.
 */
@NullMarked
package org.plimsoll.vessel.record;

import org.jspecify.annotations.NullMarked;
