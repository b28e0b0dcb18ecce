package org.plimsoll.cli.terminal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.plimsoll.configuration.InvalidConfig;
import org.plimsoll.configuration.Nearest;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Runs a command line and turns what goes wrong into a clear text on stderr and an exit code. */
public final class CommandRun {

  /** All is well. */
  public static final int WELL = 0;

  /** The command ran and found a problem, or could not go on. */
  public static final int PROBLEM = 1;

  /** The command line or the configuration is wrong. */
  public static final int USAGE = 2;

  private CommandRun() {}

  /** Runs and returns the exit code; never throws on operating faults or bad input. */
  public static int execute(CommandLine commands, String... arguments) {
    Logging.install();
    return prepared(commands).execute(arguments);
  }

  /** The command line with the conventions of all commands; also good for parsing only. */
  public static CommandLine prepared(CommandLine commands) {
    commands.setCaseInsensitiveEnumValuesAllowed(true);
    commands.registerConverter(Duration.class, new DurationOption());
    commands.setParameterExceptionHandler(CommandRun::onUsage);
    commands.setExecutionExceptionHandler(
        (failure, command, parsed) -> onFailure(failure, command));
    return commands;
  }

  private static int onUsage(ParameterException wrong, String[] arguments) {
    CommandLine command = wrong.getCommandLine();
    command.getErr().println("error: " + message(wrong));
    command.getErr().println(help(wrong).orElse("try: " + name(command) + " --help"));
    return USAGE;
  }

  private static String message(ParameterException wrong) {
    return unmatched(wrong)
        .map(word -> (word.startsWith("-") ? "unknown option '" : "unknown command '") + word + "'")
        .orElse(wrong.getMessage());
  }

  private static Optional<String> help(ParameterException wrong) {
    CommandLine command = wrong.getCommandLine();
    List<String> known = new ArrayList<>(command.getSubcommands().keySet());
    command.getCommandSpec().options().forEach(option -> known.addAll(List.of(option.names())));
    return unmatched(wrong)
        .flatMap(word -> Nearest.of(word, known))
        .map(near -> "did you mean: " + name(command) + " " + near);
  }

  private static Optional<String> unmatched(ParameterException wrong) {
    return wrong instanceof UnmatchedArgumentException unmatched
        ? unmatched.getUnmatched().stream().findFirst()
        : Optional.empty();
  }

  private static String name(CommandLine command) {
    return command.getCommandSpec().qualifiedName();
  }

  private static int onFailure(Exception failure, CommandLine command) throws Exception {
    if (failure instanceof InvalidConfig invalid) {
      command.getErr().println(invalid.render());
      return USAGE;
    }
    if (failure instanceof IOException || failure instanceof UncheckedIOException) {
      command.getErr().println("error: " + reason(failure));
      return PROBLEM;
    }
    if (failure instanceof InterruptedException) {
      Thread.currentThread().interrupt();
      command.getErr().println("error: interrupted");
      return PROBLEM;
    }
    throw failure;
  }

  /**
   * The message for a person: an unchecked wrapper is peeled off, an exception without text named.
   */
  private static String reason(Exception failure) {
    Throwable told =
        failure instanceof UncheckedIOException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    String message = told.getMessage();
    if (message == null) {
      return told.getClass().getSimpleName();
    }
    return told instanceof java.nio.file.NoSuchFileException ? message + ": no such file" : message;
  }
}
