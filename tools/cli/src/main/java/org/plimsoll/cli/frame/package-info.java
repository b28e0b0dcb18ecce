/**
 * Frames of every protocol as plain fields, for people and for comparison.
 *
 * <p><b>Owns</b> how a decoded record becomes names and values. <b>Data flow</b>: decoder → record
 * → {@link org.plimsoll.cli.frame.FieldTree} → JSON or a comparison. <b>Threads</b>: whoever calls.
 * <b>Does not</b> decode.
 */
@NullMarked
package org.plimsoll.cli.frame;

import org.jspecify.annotations.NullMarked;
