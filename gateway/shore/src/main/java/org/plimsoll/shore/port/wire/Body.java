package org.plimsoll.shore.port.wire;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.plimsoll.shore.port.PortRecord;

/** What became of a body. */
public sealed interface Body {

  /**
   * It can be understood.
   *
   * @param record what it says
   * @param supersedes the record whose place it takes
   * @param canonical the same in the one way in which it is kept and compared: fields ascending, no
   *     white space, no nulls, numbers in their shortest form
   */
  record Read(PortRecord record, Optional<UUID> supersedes, String canonical) implements Body {}

  /** It cannot, and why. */
  record Refused(List<Fault> faults) implements Body {
    public Refused {
      faults = List.copyOf(faults);
    }
  }
}
