package org.plimsoll.bench;

import java.nio.file.Path;
import java.util.List;

/**
 * How the halves of Plimsoll are started as processes of their own.
 *
 * @param vessel the command that runs a vessel, to which {@code -c FILE} is added.
 * @param shore the command that runs a shore, to which {@code -c FILE} is added.
 * @param examples the directory of {@code vessel.yaml} and {@code shore.yaml}, from which the
 *     configurations of a run are made.
 * @param store what the shore keeps readings in.
 */
public record Programs(List<String> vessel, List<String> shore, Path examples, StoreKind store) {

  public Programs {
    vessel = List.copyOf(vessel);
    shore = List.copyOf(shore);
  }

  /** With the store inside the shore. */
  public Programs(List<String> vessel, List<String> shore, Path examples) {
    this(vessel, shore, examples, StoreKind.EMBEDDED);
  }

  /** The same with another store. */
  public Programs with(StoreKind another) {
    return new Programs(vessel, shore, examples, another);
  }

  /** The same with another vessel. */
  Programs withVessel(List<String> command) {
    return new Programs(command, shore, examples, store);
  }

  /** The directory of the launcher. */
  Path home() {
    return examples.toAbsolutePath().normalize().getParent().getParent();
  }

  /**
   * What people start: the launcher.
   *
   * @param home the directory of the launcher, as in the property {@code plimsoll.home}.
   */
  public static Programs launched(Path home) {
    String launcher = home.resolve("plimsoll").toString();
    return new Programs(
        List.of(launcher, "vessel"), List.of(launcher, "shore"), home.resolve("tools/examples"));
  }

  /**
   * The halves started with this JVM's {@code java} and class path.
   *
   * @param main the class whose main method takes {@code vessel -c FILE} and {@code shore -c FILE}.
   * @param shoreFlags flags of the shore's JVM.
   */
  public static Programs ofThisJvm(String main, List<String> shoreFlags, Path examples) {
    return new Programs(
        JavaCommand.ofVessel(main, "vessel"), JavaCommand.of(shoreFlags, main, "shore"), examples);
  }
}
