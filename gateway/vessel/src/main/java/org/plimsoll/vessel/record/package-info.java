/**
 * Departure records: how she lay at one instant, frozen on an officer's word.
 *
 * <p><b>Owns</b> the directory of records; each is a file that is written once and never again.
 * <b>Data flow</b>: the state of an instant comes in from the pipeline, bytes go to disk and to the
 * bridge. <b>Threads</b>: {@link org.plimsoll.vessel.record.RecordBook} is written by the pipeline
 * thread and read by any. <b>Does not</b> sign, and does not send ashore.
 */
@NullMarked
package org.plimsoll.vessel.record;

import org.jspecify.annotations.NullMarked;
