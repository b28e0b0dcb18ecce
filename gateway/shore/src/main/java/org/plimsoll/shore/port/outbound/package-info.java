/**
 * How the port office speaks to other systems: one thing at a time to each, and patiently.
 *
 * <p><b>Owns</b> whose turn it is and how long a system that failed is left alone. <b>Data
 * flow</b>: none of its own; who takes a turn brings what is sent. <b>Threads</b>: whichever thread
 * has a turn owns the state. <b>Does not</b> know what is sent, and follows no redirect.
 */
@NullMarked
package org.plimsoll.shore.port.outbound;

import org.jspecify.annotations.NullMarked;
