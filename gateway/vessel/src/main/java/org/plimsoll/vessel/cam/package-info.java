/**
 * Our alerts to the central alert management of the bridge, and its commands to us (IEC 61162-1
 * ALF, ALC, ARC, HBT and ALR out; ACN, HBT and ACK in).
 *
 * <p><b>Owns</b> the sentences, their sequence numbers, the cyclic list, both heartbeats. <b>Data
 * flow</b>: transitions come from the pipeline, sentences go to lines of the protocol {@code
 * bridge-alerts}; commands come from those lines through the pipeline's queue. <b>Threads</b>:
 * everything is confined to the pipeline thread. <b>Does not</b> decide on an alert.
 */
@NullMarked
package org.plimsoll.vessel.cam;

import org.jspecify.annotations.NullMarked;
