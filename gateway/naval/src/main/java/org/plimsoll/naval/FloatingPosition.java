package org.plimsoll.naval;

/**
 * How the ship lies.
 *
 * @param forwardPerpendicularMetres draught at the forward perpendicular, mean of the sides
 * @param midshipMetres draught at half length, mean of the sides
 * @param aftPerpendicularMetres draught at the after perpendicular, mean of the sides
 * @param quarterMeanMetres (F + 6 M + A) / 8, the draught that enters the table
 * @param trimMetres between the perpendiculars, + by the stern
 * @param listRadians + to starboard
 * @param deflectionMetres midship against the mean of the ends, + sag
 */
public record FloatingPosition(
    double forwardPerpendicularMetres,
    double midshipMetres,
    double aftPerpendicularMetres,
    double quarterMeanMetres,
    double trimMetres,
    double listRadians,
    double deflectionMetres) {}
