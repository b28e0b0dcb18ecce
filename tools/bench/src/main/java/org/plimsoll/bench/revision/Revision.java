package org.plimsoll.bench.revision;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Which commit a figure belongs to. */
public final class Revision {

  private static final String UNKNOWN = "unknown";

  private Revision() {}

  /** The abbreviated commit of the tree that holds {@code directory}; "unknown" outside of one. */
  public static String of(Path directory) throws InterruptedException {
    try {
      Process git =
          new ProcessBuilder("git", "-C", directory.toString(), "rev-parse", "--short", "HEAD")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
      return git.waitFor() == 0 ? said.strip() : UNKNOWN;
    } catch (IOException noGit) {
      return UNKNOWN;
    }
  }
}
