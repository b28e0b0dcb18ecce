package org.plimsoll.shore.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A real InfluxDB 1. */
final class Influxd {

  private Influxd() {}

  /** One that asks nobody who he is, not started yet. */
  static RealServer in(Path directory) throws IOException {
    return in(directory, false);
  }

  /** One that asks everybody, once there is an administrator. */
  static RealServer guarded(Path directory) throws IOException {
    return in(directory, true);
  }

  private static RealServer in(Path directory, boolean guarded) throws IOException {
    Path program = RealServer.program("influxd");
    int port = RealServer.freePort();
    Path configuration = directory.resolve("influxdb.conf");
    Files.writeString(
        configuration,
        """
        reporting-disabled = true
        bind-address = "127.0.0.1:%d"
        [meta]
          dir = "%s/meta"
        [data]
          dir = "%s/data"
          wal-dir = "%s/wal"
        [monitor]
          store-enabled = false
        [http]
          bind-address = "127.0.0.1:%d"
          log-enabled = false
          auth-enabled = %b
        """
            .formatted(RealServer.freePort(), directory, directory, directory, port, guarded));
    return new RealServer(
        directory, port, List.of(program.toString(), "run", "-config", configuration.toString()));
  }
}
