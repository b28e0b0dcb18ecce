package org.plimsoll.shore.port.voyage;

import java.time.Instant;
import java.util.Optional;
import org.plimsoll.telemetry.DataOrigin;

/**
 * One actual arrival at a port, or departure from one.
 *
 * @param isArrival whether she came; else she left
 * @param unlocode the port
 * @param voyage number of the voyage that ends or begins with it, where the call names one
 * @param time when
 * @param origin of the positions that it was seen in; empty when somebody said it
 */
public record Movement(
    boolean isArrival,
    String unlocode,
    Optional<String> voyage,
    Instant time,
    Optional<DataOrigin> origin) {}
