/**
 * Mapping: what a sensor said, as readings of the vocabulary.
 *
 * <p><b>Owns</b> the configured meaning of transducers, registers and indicators. Standard
 * sentences carry their own meaning and are mapped by the protocol module. <b>Data flow</b>:
 * decoded frames come in from lines, readings go out. <b>Threads</b>: every type is immutable.
 * <b>Does not</b> know lines, time or sources.
 */
@NullMarked
package org.plimsoll.vessel.mapping;

import org.jspecify.annotations.NullMarked;
