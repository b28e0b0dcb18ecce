package org.plimsoll.naval;

import java.util.List;

/** What came of reading a table from a stability booklet. */
public sealed interface BookletImport {

  /** A table for even keel, in our units and signs. */
  record EvenKeel(HydrostaticTable table, BookletFacts facts) implements BookletImport {}

  /** A table by trim, in our units and signs. */
  record ByTrim(TrimmedTable table, BookletFacts facts) implements BookletImport {}

  /**
   * Not a table that a survey may rest on.
   *
   * @param problems at least one, each with its line number where it has one
   */
  record Rejected(List<String> problems) implements BookletImport {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
