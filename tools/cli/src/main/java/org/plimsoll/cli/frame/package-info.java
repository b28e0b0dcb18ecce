/**
 * Frames of every protocol as plain fields, for people and for comparison.
 *
 * <p><b>Owns</b> the protocols that a recording may be in ({@link
 * org.plimsoll.cli.frame.RecordedProtocol}), the guess which one it is, and how a decoded record
 * becomes names and values. <b>Data flow</b>: bytes → decoder → {@link
 * org.plimsoll.cli.frame.Frame} → JSON; record → {@link org.plimsoll.cli.frame.FieldTree} → a
 * comparison. <b>Threads</b>: whoever calls; a reader belongs to the thread that feeds it. <b>Does
 * not</b> decode: that is done by {@code org.plimsoll.protocol}.
 */
@NullMarked
package org.plimsoll.cli.frame;

import org.jspecify.annotations.NullMarked;
