package org.plimsoll.vessel;

/** The version that is running. */
final class Software {

  private Software() {}

  /** From the jar's manifest; {@code dev} when run from class files. */
  static String version() {
    String version = Software.class.getPackage().getImplementationVersion();
    return version == null ? "dev" : version;
  }
}
