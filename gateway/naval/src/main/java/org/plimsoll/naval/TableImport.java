package org.plimsoll.naval;

import java.util.List;

/** What came of reading a hydrostatic table: the table, or everything that is wrong with it. */
public sealed interface TableImport {

  /** The table passed every validation rule. */
  record Imported(HydrostaticTable table) implements TableImport {}

  /**
   * The text is not a table that a survey may rest on.
   *
   * @param problems at least one, each with its line number where it has one; at most {@link
   *     HydrostaticCsv#MAX_PROBLEMS}
   */
  record Rejected(List<String> problems) implements TableImport {
    public Rejected {
      problems = List.copyOf(problems);
    }
  }
}
