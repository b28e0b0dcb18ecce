package org.plimsoll.vessel.uplink;

import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.VesselId;

/**
 * What the ship says of herself on every connection.
 *
 * @param vessel who
 * @param name her name for pages
 * @param boot names this run of the process
 * @param software version of the software
 * @param origin where her readings come from
 */
public record ShipFacts(
    VesselId vessel, String name, String boot, String software, DataOrigin origin) {}
