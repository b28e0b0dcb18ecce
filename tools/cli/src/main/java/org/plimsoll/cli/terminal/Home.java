package org.plimsoll.cli.terminal;

import java.nio.file.Files;
import java.nio.file.Path;

/** The directory of the installation: the one with the launcher. */
public final class Home {

  private static final String LAUNCHER = "plimsoll";

  private Home() {}

  /** As the launcher says, otherwise the nearest directory upwards that has the launcher. */
  public static Path directory() {
    String told = System.getProperty("plimsoll.home");
    if (told != null) {
      return Path.of(told);
    }
    Path here = Path.of("").toAbsolutePath();
    Path directory = here;
    while (directory != null && !Files.isRegularFile(directory.resolve(LAUNCHER))) {
      directory = directory.getParent();
    }
    return directory == null ? here : directory;
  }

  /** The directory of the example configurations. */
  public static Path examples() {
    return directory().resolve("tools").resolve("examples");
  }
}
