/**
 * Alerts after IMO MSC.302(87): one state for all screens, acknowledged once with a name.
 *
 * <p><b>Owns</b> the catalogue of alerts and the state of each. <b>Data flow</b>: checks bring the
 * conditions that are present, officers acknowledge; transitions go to the outbox, the uplink and
 * the bridge. <b>Threads</b>: {@link org.plimsoll.vessel.alert.AlertBook} is confined to the
 * pipeline thread. <b>Does not</b> decide whether a condition is present.
 */
@NullMarked
package org.plimsoll.vessel.alert;

import org.jspecify.annotations.NullMarked;
