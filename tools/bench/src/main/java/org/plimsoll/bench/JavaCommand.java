package org.plimsoll.bench;

import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A command that runs a class with this JVM's {@code java} and class path. */
final class JavaCommand {

  /** What the launcher gives a vessel: a gateway box has little memory. */
  private static final List<String> VESSEL_FLAGS =
      List.of(
          "-XX:+UseSerialGC",
          "-Xmx64m",
          "-Xss512k",
          "-XX:TieredStopAtLevel=1",
          "-XX:CompileThresholdScaling=0.1",
          "-XX:ReservedCodeCacheSize=32m");

  private JavaCommand() {}

  /** A class that is a vessel, with the memory that the launcher gives her. */
  static List<String> ofVessel(String main, String... arguments) {
    List<String> command = new ArrayList<>(List.of("env", "MALLOC_ARENA_MAX=2"));
    command.addAll(of(VESSEL_FLAGS, main, arguments));
    return command;
  }

  /**
   * @param flags of the new JVM. Those of this one that open native access and Unsafe are added:
   *     from JDK 24 the broker cannot read its journal back without them.
   */
  static List<String> of(List<String> flags, String main, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(flag -> flag.startsWith("--enable-native-access") || flag.startsWith("--sun-misc"))
        .forEach(command::add);
    command.addAll(flags);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
    command.addAll(List.of(arguments));
    return command;
  }
}
