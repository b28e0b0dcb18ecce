package org.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.vessel.VesselConfig;
import org.plimsoll.vessel.VesselGateway;
import org.plimsoll.vessel.outbox.OutboxFailure;

/**
 * A vessel as a process of its own that takes the time of day from a machine whose clock is set by
 * a file: it holds by how many milliseconds that clock is wrong. Everything else is the vessel that
 * people start; the monotonic clock is the machine's, as when an operating system's clock is set.
 */
final class ClockedVessel {

  private static final Duration DRAIN = Duration.ofSeconds(3);

  private ClockedVessel() {}

  /** The command that runs it as the launcher runs a vessel; {@code -c FILE} is added to it. */
  static List<String> command(Path wrongBy) {
    return JavaCommand.ofVessel(ClockedVessel.class.getName(), wrongBy.toString());
  }

  /** Sets the clock: from now on it is wrong by this much. */
  static void set(Path wrongBy, Duration offset) throws IOException {
    Path next = wrongBy.resolveSibling(wrongBy.getFileName() + ".next");
    Files.writeString(next, Long.toString(offset.toMillis()));
    Files.move(next, wrongBy, StandardCopyOption.ATOMIC_MOVE);
  }

  /**
   * Runs until it is killed or told to end.
   *
   * @param args the file, {@code -c} and the configuration.
   */
  public static void main(String[] args) throws Exception {
    ConfigFile read = ConfigFile.read(Path.of(args[2]));
    VesselConfig config = VesselConfig.read(read.root());
    read.orThrow();
    VesselGateway gateway = open(config, clock(Path.of(args[0])));
    gateway.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> gateway.stop(DRAIN), "close"));
    new CountDownLatch(1).await();
  }

  private static VesselGateway open(VesselConfig config, InstantSource os) throws IOException {
    try {
      return new VesselGateway(config, os);
    } catch (OutboxFailure unusable) {
      throw new IOException(unusable.getMessage(), unusable);
    }
  }

  private static InstantSource clock(Path wrongBy) {
    InstantSource machine = InstantSource.system();
    return () -> machine.instant().plusMillis(offset(wrongBy));
  }

  private static long offset(Path wrongBy) {
    try {
      return Long.parseLong(Files.readString(wrongBy));
    } catch (IOException unreadable) {
      throw new IllegalStateException("the clock's file " + wrongBy, unreadable);
    }
  }
}
