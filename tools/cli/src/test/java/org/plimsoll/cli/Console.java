package org.plimsoll.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.plimsoll.cli.terminal.CommandRun;
import picocli.CommandLine;

/**
 * A command that was run, and what it said.
 *
 * @param code its exit code
 * @param out what went to stdout
 * @param err what went to stderr
 */
public record Console(int code, String out, String err) {

  /** Runs the complete command within this JVM. */
  public static Console run(String... arguments) {
    return run(Main.commands(), arguments);
  }

  public static Console run(CommandLine commands, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    commands.setOut(new PrintWriter(out, true));
    commands.setErr(new PrintWriter(err, true));
    int code = CommandRun.execute(commands, arguments);
    return new Console(code, out.toString(), err.toString());
  }
}
