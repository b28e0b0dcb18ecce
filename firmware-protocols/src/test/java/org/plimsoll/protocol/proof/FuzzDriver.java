package org.plimsoll.protocol.proof;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * Where a fuzzer enters: Jazzer calls {@link #fuzzerTestOneInput} with each input. The property
 * {@code plimsoll.fuzz.target} names the target.
 */
public final class FuzzDriver {

  private static final Consumer<byte[]> CHECK =
      Targets.named(System.getProperty("plimsoll.fuzz.target", "nmea0183")).start().get();

  private FuzzDriver() {}

  /** Asks one input. */
  public static void fuzzerTestOneInput(byte[] input) {
    CHECK.accept(input);
  }

  /** Writes the seeds of every target below a directory, and prints the names of the targets. */
  public static final class Seeds {

    private Seeds() {}

    public static void main(String[] arguments) throws IOException {
      for (Target target : Targets.all()) {
        Path corpus = Files.createDirectories(Path.of(arguments[0]).resolve(target.name()));
        int number = 0;
        for (byte[] seed : target.seeds().get()) {
          Files.write(corpus.resolve("seed-" + number++), seed);
        }
        System.out.println(target.name());
      }
    }
  }
}
