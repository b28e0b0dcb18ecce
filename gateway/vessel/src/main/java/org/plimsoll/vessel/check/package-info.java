/**
 * Checks: what a master must know before the lines are cast off.
 *
 * <p><b>Owns</b> the checks, the certificate's limits and the words of a finding. A new check is
 * one class and one line in {@link org.plimsoll.vessel.check.Checks}. <b>Data flow</b>: a state
 * comes in each second, findings go out to the bridge and their conditions to the alerts.
 * <b>Threads</b>: every type is immutable. <b>Does not</b> remember: hysteresis belongs to the
 * alerts.
 */
@NullMarked
package org.plimsoll.vessel.check;

import org.jspecify.annotations.NullMarked;
