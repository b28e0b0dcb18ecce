package org.plimsoll.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.plimsoll.configuration.ConfigFile;
import org.plimsoll.shore.ShoreConfig;
import org.plimsoll.vessel.VesselConfig;
import org.plimsoll.vessel.VesselGateway;

/**
 * One half of Plimsoll as a process: {@code vessel -c FILE} or {@code shore -c FILE}. The command
 * line that people use is built on top of this module, so the tests of this module bring their own.
 */
final class Half {

  private static final Duration DRAIN = Duration.ofSeconds(10);

  private Half() {}

  public static void main(String[] args) throws Exception {
    AutoCloseable half =
        args[0].equals("vessel") ? vessel(Path.of(args[2])) : shore(Path.of(args[2]));
    Runtime.getRuntime().addShutdownHook(new Thread(() -> close(half), "close"));
    new CountDownLatch(1).await();
  }

  private static AutoCloseable vessel(Path file) throws Exception {
    ConfigFile read = ConfigFile.read(file);
    VesselConfig config = VesselConfig.read(read.root());
    read.orThrow();
    VesselGateway gateway = new VesselGateway(config);
    gateway.start();
    return () -> gateway.stop(DRAIN);
  }

  private static AutoCloseable shore(Path file) throws Exception {
    ConfigFile read = ConfigFile.read(file);
    ShoreConfig config = ShoreConfig.read(read.root());
    read.orThrow();
    return ShoreSide.start(config);
  }

  private static void close(AutoCloseable half) {
    try {
      half.close();
    } catch (Exception failure) {
      failure.printStackTrace();
    }
  }
}
