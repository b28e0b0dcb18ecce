package org.plimsoll.simulator;

import org.plimsoll.naval.ObservedDraughts;

/**
 * How the ship floats.
 *
 * @param displacementTonnes everything together
 * @param trimMetres + by the stern
 * @param listRadians + to starboard
 * @param inclinationRadians list and roll of this moment, + to starboard
 * @param still draughts at the marks in still water
 * @param sensed the same with waves, roll, pitch, bias, noise and the transmitters' resolution
 */
public record FloatingTruth(
    double displacementTonnes,
    double trimMetres,
    double listRadians,
    double inclinationRadians,
    ObservedDraughts still,
    ObservedDraughts sensed) {}
