/**
 * Weighing and load indicators: MT-SICS and Toledo continuous.
 *
 * <p><b>Owns</b> {@link org.plimsoll.protocol.weighing.Weight} and its two wire forms, each with a
 * decoder and, for simulators, a writer. <b>Data flow</b>: bytes → {@link
 * org.plimsoll.protocol.weighing.MtSicsDecoder} or {@link
 * org.plimsoll.protocol.weighing.ToledoContinuousDecoder} → {@code Weight} in kilograms.
 * <b>Threads</b>: a decoder belongs to the thread that feeds it, everything else is immutable.
 * <b>Does not</b> decide what is weighed or when a weighing is complete, and does not zero or tare
 * by itself.
 */
@NullMarked
package org.plimsoll.protocol.weighing;

import org.jspecify.annotations.NullMarked;
