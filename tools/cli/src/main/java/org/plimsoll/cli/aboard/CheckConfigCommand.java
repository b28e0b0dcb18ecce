package org.plimsoll.cli.aboard;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.plimsoll.cli.terminal.CommandRun;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.configuration.InvalidConfig;
import org.plimsoll.configuration.Problem;
import org.plimsoll.configuration.Section;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check-config FILE...}: every problem of every file; starts nothing. */
@Command(
    name = "check-config",
    mixinStandardHelpOptions = true,
    description = "Check configuration files and tell every problem, with line and column.")
public final class CheckConfigCommand implements Callable<Integer> {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "vessel or shore configurations")
  List<Path> files;

  @Spec CommandSpec spec;

  private final List<ConfigKind> kinds;

  public CheckConfigCommand(List<ConfigKind> kinds) {
    this.kinds = List.copyOf(kinds);
  }

  @Override
  public Integer call() {
    int code = CommandRun.WELL;
    for (Path path : files) {
      if (!isGood(path)) {
        code = CommandRun.USAGE;
      }
    }
    return code;
  }

  private boolean isGood(Path path) {
    PrintWriter out = spec.commandLine().getOut();
    Optional<ConfigKind> kind = kindOf(path);
    ConfigFile file = ConfigFile.read(path);
    kind.ifPresentOrElse(
        known -> known.reader().accept(file.root()), () -> noteUnknownKind(file.root()));
    List<Problem> problems = kind.isPresent() ? file.finish() : file.noted();
    if (problems.isEmpty()) {
      out.println(path + ": " + kind.orElseThrow().name() + ", no errors");
      return true;
    }
    out.println(new InvalidConfig(problems).render());
    return false;
  }

  /** By a reading of its own: the keys that it asks for are not yet known ones. */
  private Optional<ConfigKind> kindOf(Path path) {
    Section root = ConfigFile.read(path).root();
    return kinds.stream().filter(kind -> kind.fits(root)).findFirst();
  }

  private void noteUnknownKind(Section root) {
    String known = kinds.stream().map(ConfigKind::name).collect(Collectors.joining(" or a "));
    root.problem("", "this is not the configuration of a " + known, "");
  }
}
