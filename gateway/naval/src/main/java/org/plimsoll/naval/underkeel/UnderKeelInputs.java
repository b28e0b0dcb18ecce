package org.plimsoll.naval.underkeel;

import java.util.OptionalDouble;

/**
 * What is known of one moment or one place of a passage. Whatever is empty makes the clearance
 * inconclusive; none of it is assumed.
 *
 * @param draughtMetres deepest static draught of the ends and midship, in the water she floats in
 * @param chartedDepthMetres below chart datum, negative where it dries
 * @param tideMetres height of tide above chart datum
 * @param channelWidthMetres where banks confine the flow; empty in open water
 * @param heelRadians to either side
 * @param speedMetresPerSecond through the water
 */
public record UnderKeelInputs(
    OptionalDouble draughtMetres,
    OptionalDouble chartedDepthMetres,
    OptionalDouble tideMetres,
    OptionalDouble channelWidthMetres,
    OptionalDouble heelRadians,
    OptionalDouble speedMetresPerSecond) {}
