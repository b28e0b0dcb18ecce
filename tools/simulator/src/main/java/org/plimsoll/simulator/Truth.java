package org.plimsoll.simulator;

/**
 * Everything that is so at one moment, whatever the sensors say.
 *
 * @param elapsedSeconds simulated, since the start
 * @param phase of the voyage
 * @param cargo aboard and on the ramp
 * @param floating how she lies
 * @param navigation where she is
 * @param passengers on board
 * @param isLinkDown no satellite in sight
 */
public record Truth(
    double elapsedSeconds,
    Phase phase,
    CargoTruth cargo,
    FloatingTruth floating,
    NavigationTruth navigation,
    int passengers,
    boolean isLinkDown) {}
