package org.plimsoll.shore.port.book;

import java.util.List;
import org.plimsoll.shore.port.wire.Fault;

/** What became of a submission. */
public sealed interface Outcome {

  /** It is kept; durable. */
  record Created(Entry entry) implements Outcome {}

  /** The same was kept before. */
  record Repeated(Entry entry) implements Outcome {}

  /** Something else is there already. */
  record Conflict(String reason) implements Outcome {}

  /** What it belongs to is not there, for this author. */
  record NotFound(String reason) implements Outcome {}

  /** The author may not say this. */
  record Forbidden(String reason) implements Outcome {}

  /** It does not fit what is in the book. */
  record Refused(List<Fault> faults) implements Outcome {
    public Refused {
      faults = List.copyOf(faults);
    }

    static Refused of(String field, String detail, String allowed) {
      return new Refused(List.of(new Fault(field, detail, allowed)));
    }
  }
}
