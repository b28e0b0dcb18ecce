package org.plimsoll.shore.store;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A real InfluxDB 1 as Debian has it, in a directory of its own. */
final class Influxd {

  /** Where {@code ./plimsoll test} unpacks it, then where Debian installs it. */
  private static Stream<Path> places() {
    return Stream.of(
        Path.of("../../target/plimsoll/servers/usr/bin/influxd"), Path.of("/usr/bin/influxd"));
  }

  private final Path directory;
  private final Path binary;
  private final int port;
  private Process process;

  /** The program; empty where there is none. */
  static Optional<Path> binary() {
    return places().filter(Files::isExecutable).map(Path::toAbsolutePath).findFirst();
  }

  Influxd(Path binary, Path directory) throws IOException {
    this.binary = binary;
    this.directory = directory;
    this.port = freePort();
    Files.writeString(
        directory.resolve("influxdb.conf"),
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
        """
            .formatted(freePort(), directory, directory, directory, port));
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  void start() throws IOException {
    process =
        new ProcessBuilder(
                binary.toString(), "run", "-config", directory.resolve("influxdb.conf").toString())
            .redirectErrorStream(true)
            .redirectOutput(directory.resolve("influxd.log").toFile())
            .start();
    await().atMost(Duration.ofSeconds(60)).until(this::answers);
  }

  private boolean answers() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException notYet) {
      return false;
    }
  }

  /** As a power cut ends it. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor(10, TimeUnit.SECONDS);
  }
}
