package org.plimsoll.shore.port;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the ship keeps from the port of one call. Without one she keeps nothing from it; one that
 * names nothing gives everything free again. It hides and never takes away: the book keeps all, and
 * who is kept from something is told so.
 *
 * @param whats what is kept from port authority, terminals and readers
 */
public record Withholding(Set<What> whats) implements PortRecord {

  /** By this name only one of a call is current. */
  public static final String LABEL = "withholding";

  /** What can be kept back. Dangerous goods, waste and security cannot: others depend on them. */
  public enum What {
    /** The manifest, line by line, and what to look at first in it. */
    CARGO_UNITS(RecordKind.CARGO_UNIT),
    /** Declarations of cargo. */
    CARGO_DECLARATIONS(RecordKind.DECLARATION),
    /** Declarations of persons. */
    PERSONS(RecordKind.DECLARATION),
    /** Draught records. */
    DRAUGHT_RECORDS(RecordKind.DRAUGHT_RECORD),
    /** Reconciliations with their sums and verdicts. */
    RECONCILIATIONS(RecordKind.RECONCILIATION),
    /** Arrivals and departures that the gateway saw in her positions. */
    POSITIONS(RecordKind.TIMESTAMP, RecordKind.CROSSING);

    private final Set<RecordKind> kinds;

    What(RecordKind first, RecordKind... others) {
      this.kinds = EnumSet.of(first, others);
    }

    /** Whether anything of a kind can be withheld. */
    public static boolean anyConcerns(RecordKind kind) {
      return Arrays.stream(values()).anyMatch(what -> what.concerns(kind));
    }

    /** Whether a list of a kind can lack something of it. */
    public boolean concerns(RecordKind kind) {
      return kinds.contains(kind);
    }
  }

  public Withholding {
    whats = Set.copyOf(whats);
  }

  /** What an author must see to write a record: he who is kept from it does not write there. */
  public static Set<What> neededFor(PortRecord record) {
    if (record instanceof CargoUnit || record instanceof Inspection) {
      return EnumSet.of(What.CARGO_UNITS);
    }
    if (record instanceof ReconciliationRequest) {
      return EnumSet.of(What.CARGO_UNITS, What.DRAUGHT_RECORDS, What.RECONCILIATIONS);
    }
    return record instanceof Declaration declaration
        ? subject(declaration).map(EnumSet::of).orElseGet(() -> EnumSet.noneOf(What.class))
        : EnumSet.noneOf(What.class);
  }

  private static Optional<What> subject(Declaration declaration) {
    return switch (declaration.subject()) {
      case PERSONS -> Optional.of(What.PERSONS);
      case CARGO -> Optional.of(What.CARGO_DECLARATIONS);
      case DG, WASTE, SECURITY -> Optional.empty();
    };
  }

  @Override
  public RecordKind kind() {
    return RecordKind.WITHHOLDING;
  }
}
