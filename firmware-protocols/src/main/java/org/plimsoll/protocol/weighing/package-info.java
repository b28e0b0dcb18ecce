/**
 * Weighing and load indicators: MT-SICS, Toledo continuous, families that print a weight, Laumas.
 *
 * <p><b>Owns</b> {@link org.plimsoll.protocol.weighing.Weight} and its wire forms. <b>Data
 * flow</b>: bytes → {@link org.plimsoll.protocol.weighing.MtSicsDecoder}, {@link
 * org.plimsoll.protocol.weighing.ToledoContinuousDecoder} or, by a profile that configuration can
 * write, {@link org.plimsoll.protocol.weighing.IndicatorDecoder} → {@code Weight} in kilograms;
 * registers → {@link org.plimsoll.protocol.weighing.LaumasRegisters} → {@code Weight}.
 * <b>Threads</b>: a decoder belongs to the thread that feeds it, everything else is immutable.
 * <b>Does not</b> decide what is weighed or when a weighing is complete, and does not zero or tare
 * by itself.
 */
@NullMarked
package org.plimsoll.protocol.weighing;

import org.jspecify.annotations.NullMarked;
