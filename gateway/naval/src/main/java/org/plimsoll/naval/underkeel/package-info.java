/**
 * The water under the keel: squat, heel, tide, policy, and what the roll says of stability.
 *
 * <p><b>Owns</b> the squat formulas with their limits of validity and the policy of each leg.
 * <b>Data flow</b>: a {@link org.plimsoll.naval.underkeel.Hull}, the draughts, a {@link
 * org.plimsoll.naval.underkeel.Waterway} and a speed through the water give an {@link
 * org.plimsoll.naval.underkeel.UnderKeelResult}, with the speed at which the policy would fail.
 * <b>Threads</b>: every type is immutable. <b>Does not</b> know a chart, predict a tide, or clear a
 * departure on a metacentric height that was only seen in the roll.
 *
 * <p>Lengths are in metres, speeds through the water in metres per second, angles in radians.
 */
@NullMarked
package org.plimsoll.naval.underkeel;

import org.jspecify.annotations.NullMarked;
