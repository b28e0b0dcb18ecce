package org.plimsoll.naval.reconciliation;

import java.util.OptionalDouble;

/**
 * One vehicle or trailer of the manifest.
 *
 * @param id registration or booking
 * @param vehicleClass for the mean of its kind
 * @param lane where it stands
 * @param positionMetres of its centre from the after perpendicular; empty when the stowage plan
 *     does not say
 * @param declaredTonnes by the shipper; empty when nobody said, which is not zero
 * @param weighedTonnes by an instrument that said it was stable and in order
 */
public record CargoUnit(
    String id,
    String vehicleClass,
    String lane,
    OptionalDouble positionMetres,
    OptionalDouble declaredTonnes,
    OptionalDouble weighedTonnes) {}
