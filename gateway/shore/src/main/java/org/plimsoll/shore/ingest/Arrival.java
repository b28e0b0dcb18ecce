package org.plimsoll.shore.ingest;

import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.VesselId;
import org.plimsoll.telemetry.mqtt.InboundMessage;

/** A block that was read and not refused, waiting to be stored. */
record Arrival(InboundMessage message, VesselId vessel, Block block) {}
