package org.plimsoll.cli.terminal;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** The version from the jar's manifest, and the Java that runs it. */
public final class Version implements IVersionProvider {

  @Override
  public String[] getVersion() {
    String version =
        Optional.ofNullable(Version.class.getPackage().getImplementationVersion())
            .orElse("development");
    return new String[] {"plimsoll " + version + ", Java " + Runtime.version()};
  }
}
