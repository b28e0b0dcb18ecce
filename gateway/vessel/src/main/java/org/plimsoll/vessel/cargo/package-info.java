/**
 * Cargo declared, weighed and measured, unit by unit as they roll aboard.
 *
 * <p><b>Owns</b> the ledger of what was weighed with its papers, the baseline of a stay, the
 * residuals of past voyages. <b>Data flow</b>: completed weighings and a survey come in, a {@link
 * org.plimsoll.vessel.state.CargoPicture} goes out to the state. <b>Threads</b>: everything mutable
 * is confined to the pipeline thread. <b>Does not</b> judge: the arithmetic is {@code
 * org.plimsoll.naval.reconciliation}.
 */
@NullMarked
package org.plimsoll.vessel.cargo;

import org.jspecify.annotations.NullMarked;
