package org.plimsoll.cli.terminal;

import picocli.CommandLine.Option;

/** The option {@code -v} of the commands that run for long. */
public final class Verbosity {

  @Option(
      names = {"-v", "--verbose"},
      description = "also log what happens to single sentences and blocks")
  void verbose(boolean wanted) {
    if (wanted) {
      Logging.makeVerbose();
    }
  }
}
