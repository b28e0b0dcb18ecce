package org.plimsoll.simulator;

import java.util.OptionalDouble;

/**
 * What is aboard and on the ramp.
 *
 * @param massTonnes that the ship feels
 * @param declaredTonnes by the papers of what is stowed
 * @param forwardDeckTonnes on the car deck forward of midship
 * @param units stowed
 * @param bridgeKilograms on the weighbridge
 * @param bridgeDeclaredTonnes by the papers of what comes up the ramp, read at the gate; empty when
 *     nothing does
 * @param isBridgeAtRest nothing moves on the weighbridge
 * @param isBoarding the traffic on the ramp goes aboard
 */
public record CargoTruth(
    double massTonnes,
    double declaredTonnes,
    double forwardDeckTonnes,
    int units,
    double bridgeKilograms,
    OptionalDouble bridgeDeclaredTonnes,
    boolean isBridgeAtRest,
    boolean isBoarding) {}
