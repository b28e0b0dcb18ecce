/**
 * What she may not pass besides the certificate's three figures: load lines on her route, the water
 * under her keel, how she may lie, what her decks bear.
 *
 * <p><b>Owns</b> the configuration of these limits and their evaluation. <b>Data flow</b>: a survey
 * and instruments come in each second, judgements go out to the state, where checks find them.
 * <b>Threads</b>: the configuration is immutable; the watch is confined to the pipeline thread.
 * <b>Does not</b> calculate: that is {@code org.plimsoll.naval}. What is not configured is not
 * judged, which is no pass.
 */
@NullMarked
package org.plimsoll.vessel.limit;

import org.jspecify.annotations.NullMarked;
