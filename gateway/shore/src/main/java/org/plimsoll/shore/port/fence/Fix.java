package org.plimsoll.shore.port.fence;

import java.util.OptionalDouble;

/**
 * Where a vessel was at one moment.
 *
 * @param timeMillis of the measurement, in ms since 1970-01-01 UTC
 * @param latitude in degrees, WGS 84, + north
 * @param longitude in degrees, + east
 * @param speedMetresPerSecond over ground; empty when nobody measures it
 */
public record Fix(
    long timeMillis, double latitude, double longitude, OptionalDouble speedMetresPerSecond) {}
