package org.plimsoll.shore.port;

import java.util.Optional;
import org.plimsoll.telemetry.VesselId;

/**
 * One call of one vessel at one port.
 *
 * @param vessel who calls
 * @param unlocode the port
 * @param reference the port's own name of the call: {@code LLLLLYYYYnnnnn}, or a maritime resource
 *     name
 * @param terminal the terminal that serves her; its key reads what concerns it
 * @param berth where she lies
 * @param voyageIn number of the voyage that ends here
 * @param voyageOut number of the voyage that begins here
 * @param status where it stands
 */
public record PortCall(
    VesselId vessel,
    String unlocode,
    Optional<String> reference,
    Optional<String> terminal,
    Optional<String> berth,
    Optional<String> voyageIn,
    Optional<String> voyageOut,
    Status status)
    implements PortRecord {

  /** The life of a call. */
  public enum Status {
    ESTIMATED,
    REQUESTED,
    ACCEPTED,
    AUTHORIZED,
    INITIATED,
    OPERATIONAL,
    COMPLETED,
    CANCELLED,
    DENIED,
    REJECTED;

    /** Whether nothing more is to come of it. */
    public boolean isOver() {
      return this == COMPLETED || this == CANCELLED || this == DENIED || this == REJECTED;
    }
  }

  @Override
  public RecordKind kind() {
    return RecordKind.PORT_CALL;
  }
}
