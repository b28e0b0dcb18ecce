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
import org.plimsoll.cli.terminal.Home;
import org.plimsoll.cli.vectors.VectorFile;
import org.plimsoll.cli.vectors.VectorReport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code conformance PATH}: the decoders against records with expected values, the ship's
 * calculations against worked examples.
 */
@Command(
    name = "conformance",
    mixinStandardHelpOptions = true,
    description =
        "Hold the decoders against records with expected values, and the ship's calculations"
            + " against worked examples.",
    footer = {
      "",
      "PATH is a directory with files *.jsonl, one record a line (a file's name begins with its",
      "protocol), and files *.json of worked examples {\"vectors\": [...]}; or one of the latter.",
      "Exit code 1 if a file is below its gate, has a broken line, nobody decodes its protocol, or",
      "a step of an example comes out differently."
    })
public final class ConformanceCommand implements Callable<Integer> {

  private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(2);

  @Parameters(paramLabel = "PATH", description = "the corpus, or a file of worked examples")
  Path path = Path.of(".");

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
    List<VectorFile> vectors = vectors();
    List<FileTally> tallies = Files.isDirectory(path) ? corpus().run(this::talk) : List.of();
    if (vectors.isEmpty() && tallies.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(), path + " holds no file *.jsonl and no file of worked examples");
    }
    Report report =
        new Report(
            tallies,
            shown,
            new VectorReport(vectors.stream().map(VectorFile::run).toList(), shown));
    PrintWriter out = spec.commandLine().getOut();
    out.print(asJson ? report.json() : report.text());
    out.flush();
    return report.passes() ? CommandRun.WELL : CommandRun.PROBLEM;
  }

  private List<VectorFile> vectors() throws IOException {
    if (Files.isDirectory(path)) {
      return VectorFile.in(path, Home.examples());
    }
    if (!Files.isRegularFile(path)) {
      throw new ParameterException(spec.commandLine(), path + " is no directory and no file");
    }
    return VectorFile.of(path, Home.examples())
        .map(List::of)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(), path + " has no list 'vectors' of worked examples"));
  }

  private Corpus corpus() {
    return new Corpus(path, gate == null ? OptionalDouble.empty() : OptionalDouble.of(gate));
  }

  private void talk(FileTally tally) {
    long now = System.nanoTime();
    if (now - lastTalk > QUIET_NANOS) {
      lastTalk = now;
      spec.commandLine().getErr().println(tally.file() + ": " + tally.records() + " records");
    }
  }
}
