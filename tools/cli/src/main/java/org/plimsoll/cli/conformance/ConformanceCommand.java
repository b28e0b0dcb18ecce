package org.plimsoll.cli.conformance;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cli.terminal.CommandRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code conformance DIR}: the decoders against records with expected values. */
@Command(
    name = "conformance",
    mixinStandardHelpOptions = true,
    description = "Hold the decoders against a corpus of records with expected values.",
    footer = {
      "",
      "DIR holds files *.jsonl, one record a line; a file's name begins with its protocol.",
      "Exit code 1 if a file is below its gate, has a broken line, or nobody decodes its protocol."
    })
public final class ConformanceCommand implements Callable<Integer> {

  private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(2);

  @Parameters(paramLabel = "DIR", description = "the corpus")
  Path directory = Path.of(".");

  @Option(
      names = "--gate",
      paramLabel = "PERCENT",
      description =
          "of the comparable records of each file that must agree (usual: 99.9 for sentences and"
              + " AIS, 100 for the others)")
  @Nullable Double gate;

  @Option(
      names = "--show",
      paramLabel = "N",
      description = "disagreements shown of each file (default: ${DEFAULT-VALUE})")
  int shown = 10;

  @Option(names = "--json", description = "the report as one JSON object")
  boolean asJson;

  @Spec CommandSpec spec;

  private long lastTalk = System.nanoTime();

  @Override
  public Integer call() throws IOException {
    if (gate != null && !(gate >= 0 && gate <= 100)) {
      throw new ParameterException(spec.commandLine(), "--gate is a percentage, 0 to 100");
    }
    if (!Files.isDirectory(directory)) {
      throw new ParameterException(spec.commandLine(), directory + " is no directory");
    }
    Corpus corpus =
        new Corpus(directory, gate == null ? OptionalDouble.empty() : OptionalDouble.of(gate));
    if (corpus.files().isEmpty()) {
      throw new ParameterException(spec.commandLine(), directory + " holds no file *.jsonl");
    }
    List<FileTally> tallies = corpus.run(this::talk);
    Report report = new Report(tallies, shown);
    PrintWriter out = spec.commandLine().getOut();
    out.print(asJson ? report.json() : report.text());
    out.flush();
    return report.passes() ? CommandRun.WELL : CommandRun.PROBLEM;
  }

  private void talk(FileTally tally) {
    long now = System.nanoTime();
    if (now - lastTalk > QUIET_NANOS) {
      lastTalk = now;
      spec.commandLine().getErr().println(tally.file() + ": " + tally.records() + " records");
    }
  }
}
