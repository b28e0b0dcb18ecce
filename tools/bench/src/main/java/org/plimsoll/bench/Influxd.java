package org.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A real InfluxDB 1 as a process: the one that Debian has. */
public final class Influxd {

  /** The database of a run. */
  static final String DATABASE = "plimsoll";

  private Influxd() {}

  /**
   * The program, where the launcher unpacks Debian's or Debian installs it.
   *
   * @param home the directory of the launcher.
   */
  public static Optional<Path> program(Path home) {
    return Stream.of(
            home.resolve("target/plimsoll/servers/usr/bin/influxd"), Path.of("/usr/bin/influxd"))
        .filter(Files::isExecutable)
        .map(Path::toAbsolutePath)
        .findFirst();
  }

  /**
   * The command that runs it, with its configuration written.
   *
   * @param data directory of all that it keeps.
   * @param tcpPort that it answers on.
   * @throws IOException if there is none on this machine.
   */
  static List<String> command(Path home, Path data, int tcpPort) throws IOException {
    Path program =
        program(home).orElseThrow(() -> new IOException("no influxd: apt install influxdb"));
    Path configuration = data.resolveSibling(data.getFileName() + ".conf");
    Files.writeString(
        configuration,
        """
        reporting-disabled = true
        bind-address = "127.0.0.1:%d"
        [meta]
          dir = "%2$s/meta"
        [data]
          dir = "%2$s/data"
          wal-dir = "%2$s/wal"
          cache-snapshot-memory-size = "128m"
        [monitor]
          store-enabled = false
        [http]
          bind-address = "127.0.0.1:%3$d"
          log-enabled = false
        """
            .formatted(FreePorts.take(1).get(0), data, tcpPort));
    return List.of(program.toString(), "run", "-config", configuration.toString());
  }
}
