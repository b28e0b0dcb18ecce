/**
 * What every decoder of this module emits.
 *
 * <p><b>Owns</b> {@link org.plimsoll.protocol.Decoded} and {@link org.plimsoll.protocol.Reason}.
 * <b>Data flow</b>: bytes in any chunking go into a decoder of one of the sub-packages, one {@code
 * Decoded} per frame comes out; bad input is a value with a reason, never an exception, so that
 * {@code frames = values + unsupported + malformed} holds on every line. <b>Threads</b>: these
 * types are immutable; a decoder belongs to the one thread that feeds it. <b>Does not</b> read
 * devices, see a clock, log or count.
 */
@NullMarked
package org.plimsoll.protocol;

import org.jspecify.annotations.NullMarked;
