package org.plimsoll.telemetry;

import java.time.Instant;

/**
 * What a ship says of herself when the link changes; retained, and her will.
 *
 * @param vessel who
 * @param name her name for pages
 * @param online false in the will and at an orderly end
 * @param since when this state began, by the ship's clock; in the will, when the link began
 * @param boot names one run of the vessel process
 * @param software version of the software
 * @param stream the stream that is being written
 * @param origin where her readings come from
 */
public record StatusMessage(
    VesselId vessel,
    String name,
    boolean online,
    Instant since,
    String boot,
    String software,
    StreamId stream,
    DataOrigin origin) {}
