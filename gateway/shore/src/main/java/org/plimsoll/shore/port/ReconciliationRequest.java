package org.plimsoll.shore.port;

import java.util.OptionalDouble;
import java.util.UUID;

/**
 * The wish to hold declared, weighed and measured cargo against each other. The shore answers with
 * a {@link CargoVerdict}; nobody hands in a verdict.
 *
 * @param baseline draught record before loading
 * @param departure draught record after it
 * @param limitKilograms greatest cargo that the approval allows
 */
public record ReconciliationRequest(UUID baseline, UUID departure, OptionalDouble limitKilograms)
    implements PortRecord {

  @Override
  public RecordKind kind() {
    return RecordKind.RECONCILIATION;
  }
}
