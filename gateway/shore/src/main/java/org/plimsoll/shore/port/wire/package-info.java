/**
 * Records of the port as JSON.
 *
 * <p><b>Owns</b> what a body may say, field by field, and its canonical text. <b>Data flow</b>:
 * JSON in, records or faults out. <b>Threads</b>: a reading is confined to its caller; the rest is
 * stateless. <b>Does not</b> know what else is in the book.
 */
@NullMarked
package org.plimsoll.shore.port.wire;

import org.jspecify.annotations.NullMarked;
