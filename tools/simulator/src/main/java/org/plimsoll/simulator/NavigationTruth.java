package org.plimsoll.simulator;

/**
 * Where the ship is and how she moves.
 *
 * @param latitudeDegrees WGS 84, + north
 * @param longitudeDegrees WGS 84, + east
 * @param speedMetresPerSecond over the ground
 * @param courseRadians over the ground, true; of no meaning at rest
 * @param headingRadians true
 * @param turnRadiansPerSecond + to starboard
 * @param waterDepthMetres from the surface to the bottom
 */
public record NavigationTruth(
    double latitudeDegrees,
    double longitudeDegrees,
    double speedMetresPerSecond,
    double courseRadians,
    double headingRadians,
    double turnRadiansPerSecond,
    double waterDepthMetres) {}
