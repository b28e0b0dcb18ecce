/**
 * How deep she lies and what she carries.
 *
 * <p><b>Owns</b> the draught survey's input and the tally of the weighbridge. <b>Data flow</b>:
 * readings of draughts and weights come in from the pipeline, derived readings go out.
 * <b>Threads</b>: everything mutable is confined to the pipeline thread. <b>Does not</b> calculate
 * hydrostatics: that is {@code org.plimsoll.naval}.
 */
@NullMarked
package org.plimsoll.vessel.loading;

import org.jspecify.annotations.NullMarked;
