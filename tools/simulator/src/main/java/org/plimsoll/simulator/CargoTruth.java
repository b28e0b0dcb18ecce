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
 * @param bridgeStowedFromApMetres where it will stand by the stowage plan; empty when nothing comes
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
    OptionalDouble bridgeStowedFromApMetres,
    boolean isBridgeAtRest,
    boolean isBoarding) {}
