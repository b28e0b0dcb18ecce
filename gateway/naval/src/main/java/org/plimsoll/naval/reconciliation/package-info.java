/**
 * Cargo declared, weighed and measured, side by side with the limit.
 *
 * <p><b>Owns</b> the best weight of each unit, the residual against its own uncertainty, the
 * verdict, and where and when a residual comes from. <b>Data flow</b>: a {@link
 * org.plimsoll.naval.reconciliation.Manifest} frozen at gate close and the cargo by difference of
 * two draught surveys give a {@link org.plimsoll.naval.reconciliation.Reconciliation}; lanes,
 * moment and past voyages attribute its residual. <b>Threads</b>: every type is immutable. <b>Does
 * not</b> edit a manifest, accuse a shipper, or call a match what was not measured well.
 *
 * <p>Masses are in tonnes, positions in metres from the after perpendicular, + forward; every U95
 * is expanded with k = 2.
 */
@NullMarked
package org.plimsoll.naval.reconciliation;

import org.jspecify.annotations.NullMarked;
