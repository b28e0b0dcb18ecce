package org.plimsoll.cli.survey;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.plimsoll.cli.terminal.CommandRun;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.naval.departure.Finding;
import org.plimsoll.naval.form.Appraisal.Standing;
import org.plimsoll.naval.form.Precision;
import org.plimsoll.naval.sheet.Sheet;
import org.plimsoll.naval.sheet.SheetPage;
import org.plimsoll.naval.sheet.SheetText;
import org.plimsoll.naval.sheet.SurveySheet;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code survey FILE}: readings in, the whole form out. */
@Command(
    name = "survey",
    mixinStandardHelpOptions = true,
    description = "Fill in the draught survey form from readings in a YAML or JSON file.",
    footer = {
      "",
      "A file of one ship and a 'survey', or an 'initial' and a 'final' one, whose difference is",
      "the cargo. Start from tools/examples/survey.yaml; the keys are in tools/cli/README.md.",
      "Exit code 0 for a result, 1 if the survey is inconclusive, 2 for a wrong file or usage."
    })
public final class SurveyCommand implements Callable<Integer> {

  private static final String STDIN = "-";

  /** Larger than any file of readings. */
  private static final int LARGEST_BYTES = 1 << 20;

  /** How the form is given. */
  enum Format {
    TABLE,
    JSON,
    HTML
  }

  @Parameters(paramLabel = "FILE", description = "readings in YAML or JSON; - for stdin")
  String input = STDIN;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description = "table, json or html (default: table)")
  Format format = Format.TABLE;

  @Option(
      names = "--print",
      paramLabel = "FILE.html",
      description = "also write the form as a page for printing on A4")
  @Nullable Path page;

  @Option(
      names = "--precision",
      paramLabel = "PRECISION",
      description =
          "reported: every line rounded to three places as on the form; full: nothing rounded"
              + " (default: reported)")
  Precision precision = Precision.REPORTED;

  @Option(names = "--explain", description = "each line of the table with how it follows")
  boolean explains;

  @Spec CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    SurveyFile file = SurveyFile.read(open());
    Surveyor.Result result = new Surveyor(file, precision).survey();
    List<Finding> verdicts = new Verdicts(file, result).all();
    Sheet sheet =
        new SurveySheet(
                ShipSheet.facts(file), result.columns(), result.difference(), verdicts, precision)
            .sheet();
    if (page != null) {
      Files.writeString(page, new SheetPage(footer()).render(sheet));
    }
    PrintWriter out = spec.commandLine().getOut();
    switch (format) {
      case TABLE -> out.print(new SheetText(explains).render(sheet));
      case JSON -> out.print(new SurveyJson(file, result, verdicts).render());
      case HTML -> out.print(new SheetPage(footer()).render(sheet));
    }
    out.flush();
    return result.standing() == Standing.INCONCLUSIVE ? CommandRun.PROBLEM : CommandRun.WELL;
  }

  private ConfigFile open() throws IOException {
    if (!input.equals(STDIN)) {
      return ConfigFile.read(Path.of(input));
    }
    InputStream in = System.in;
    byte[] bytes = in.readNBytes(LARGEST_BYTES + 1);
    if (bytes.length > LARGEST_BYTES) {
      throw new ParameterException(spec.commandLine(), "stdin is larger than 1 MiB");
    }
    return ConfigFile.of("stdin", new String(bytes, StandardCharsets.UTF_8));
  }

  private static String footer() {
    String version =
        Optional.ofNullable(SurveyCommand.class.getPackage().getImplementationVersion())
            .map(number -> " " + number)
            .orElse("");
    return "Plimsoll"
        + version
        + ". Lines numbered as in Form C of the UNECE code for draught surveys (ECE/ENERGY/19)."
        + " Trim + by the stern, list + to starboard, deflection + sag; U95 is k = 2.";
  }
}
