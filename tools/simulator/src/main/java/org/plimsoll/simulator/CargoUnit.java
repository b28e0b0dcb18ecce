package org.plimsoll.simulator;

/**
 * A lorry, trailer or convoy as one piece of cargo.
 *
 * @param name on the manifest
 * @param declaredTonnes what the papers say
 * @param massTonnes what it weighs
 * @param fromApMetres where it is stowed, from the after perpendicular
 * @param starboardMetres where it is stowed, from the centre line, + to starboard
 */
record CargoUnit(
    String name,
    double declaredTonnes,
    double massTonnes,
    double fromApMetres,
    double starboardMetres) {}
