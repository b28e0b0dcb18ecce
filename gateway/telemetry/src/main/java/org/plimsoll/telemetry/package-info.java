/**
 * The contract between ship and shore: what a channel, a sample, a block, a receipt is, how each is
 * written, and on which topic it travels. The contract for outsiders is this module's README.
 *
 * <p><b>Owns</b> the block format, the JSON messages and the names of the topics. <b>Data flow</b>:
 * aboard, commit groups become {@link org.plimsoll.telemetry.Row}s and {@link
 * org.plimsoll.telemetry.Block}s; ashore, {@link org.plimsoll.telemetry.BlockCodec} gives them back
 * and {@link org.plimsoll.telemetry.IntervalSet}s say what is held. <b>Threads</b>: every type is
 * immutable but {@link org.plimsoll.telemetry.IntervalSet}. <b>Does not</b> know files, databases
 * or clocks; what comes from the other side is refused as a value, never thrown.
 */
@NullMarked
package org.plimsoll.telemetry;

import org.jspecify.annotations.NullMarked;
