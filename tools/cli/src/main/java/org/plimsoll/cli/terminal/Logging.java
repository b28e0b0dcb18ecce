package org.plimsoll.cli.terminal;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * Sends every logging library's events through logback, which {@code logback.xml} directs to
 * stderr.
 */
public final class Logging {

  private Logging() {}

  static void install() {
    SLF4JBridgeHandler.removeHandlersForRootLogger();
    SLF4JBridgeHandler.install();
  }

  /** Shows the gateway's DEBUG events, one per sentence and block. */
  static void makeVerbose() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger("org.plimsoll").setLevel(Level.DEBUG);
    }
  }

  /** Shows no event of the gateway at all: a simulation lives through years of them. */
  public static void silence() {
    if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
      context.getLogger("org.plimsoll").setLevel(Level.OFF);
    }
  }
}
