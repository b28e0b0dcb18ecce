package org.plimsoll.shore.port;

/** What one record says; what it belongs to and who said it stands beside it in the book. */
public sealed interface PortRecord
    permits Voyage,
        PortCall,
        Timestamp,
        Declaration,
        CargoUnit,
        DraughtRecord,
        ReconciliationRequest,
        Inspection,
        Withholding,
        UkcRequest,
        UkcPlan,
        Crossing {

  /** Which kind it is of. */
  RecordKind kind();
}
