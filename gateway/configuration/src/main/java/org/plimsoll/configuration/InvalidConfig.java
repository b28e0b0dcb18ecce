package org.plimsoll.configuration;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A configuration that cannot be used; carries every problem found in it. The edge that catches it
 * is the command line, which prints {@link #render()} and ends with exit code 2.
 */
public final class InvalidConfig extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<Problem> problems;

  public InvalidConfig(List<Problem> problems) {
    super(
        problems.stream()
            .map(problem -> problem.place() + ": " + problem.message())
            .collect(Collectors.joining("; ")));
    if (problems.isEmpty()) {
      throw new IllegalArgumentException("an invalid configuration has at least one problem");
    }
    this.problems = List.copyOf(problems);
  }

  /** Every problem, in the order of the file. */
  public List<Problem> problems() {
    return problems;
  }

  /** Every problem as text, separated by blank lines, and a last line with their number. */
  public String render() {
    String all = problems.stream().map(Problem::render).collect(Collectors.joining("\n\n"));
    return all + "\n\n" + problems.get(0).file() + ": " + counted(problems.size());
  }

  private static String counted(int errors) {
    return errors == 1 ? "1 error" : errors + " errors";
  }
}
