package org.plimsoll.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** What a torture run of a build has: both halves as processes of their own, and its words. */
final class ShortTorture {

  /** One machine builds and starts the halves: nothing is judged by the time that it takes. */
  static final Duration PATIENCE = Duration.ofMinutes(25);

  /** The same for a test as a whole. */
  static final int LONGEST_SECONDS = 1_800;

  private static final List<String> SHORE_FLAGS =
      List.of("-XX:+UseSerialGC", "-Xmx384m", "-XX:TieredStopAtLevel=1");

  private static final Path TARGET = Path.of("target");

  final Programs programs;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  final PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);

  ShortTorture() throws IOException {
    String classPath = PackedClassPath.in(TARGET);
    Programs halves = Programs.ofThisJvm(Half.class.getName(), SHORE_FLAGS, OneMachine.EXAMPLES);
    programs =
        new Programs(
            with(classPath, halves.vessel()), with(classPath, halves.shore()), halves.examples());
  }

  private static List<String> with(String classPath, List<String> command) {
    List<String> packed = new ArrayList<>(command);
    packed.set(packed.indexOf("-cp") + 1, classPath);
    return packed;
  }

  /** What the run has printed; the log of the build gets it, too. */
  String said() {
    String said = printed.toString(StandardCharsets.UTF_8);
    System.out.print(said);
    return said;
  }
}
