package org.plimsoll.vessel.bridge;

import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.vessel.check.Certificate;

/**
 * What stands on every screen whatever happens.
 *
 * @param id the vessel's identifier
 * @param name for people
 * @param software version
 * @param origin whether what is shown is measured, simulated or replayed
 * @param certificate the limits
 */
public record ShipLabel(
    String id, String name, String software, DataOrigin origin, Certificate certificate) {}
