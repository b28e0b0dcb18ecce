/**
 * How a command behaves at a terminal: exit codes, messages, logging, stopping.
 *
 * <p><b>Owns</b> the conventions that all commands share: stdout is data, stderr is talk, 0 well, 1
 * a problem found, 2 usage or configuration. <b>Data flow</b>: {@link
 * org.plimsoll.cli.terminal.CommandRun} runs a command and turns what it throws into one line and a
 * code. <b>Threads</b>: the main thread, and the JVM's shutdown thread in {@link
 * org.plimsoll.cli.terminal.StopSignal}. <b>Does not</b> know any command.
 */
@NullMarked
package org.plimsoll.cli.terminal;

import org.jspecify.annotations.NullMarked;
