package org.plimsoll.shore.store;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** A store's own server as Debian has it, with its data in a directory of its own. */
final class RealServer {

  private final Path log;
  private final int port;
  private final List<String> command;
  private Process process;

  /**
   * A server that is not started yet.
   *
   * @param directory where its log goes
   * @param port where it will listen
   * @param command the program and its arguments
   */
  RealServer(Path directory, int port, List<String> command) {
    this.log = directory.resolve("server.log");
    this.port = port;
    this.command = new ArrayList<>(command);
  }

  /**
   * The program, where {@code ./plimsoll test} unpacks it or Debian installs it; without it the
   * test is skipped.
   */
  static Path program(String name) {
    Optional<Path> found =
        Stream.of(Path.of("../../target/plimsoll/servers/usr/bin", name), Path.of("/usr/bin", name))
            .filter(Files::isExecutable)
            .map(Path::toAbsolutePath)
            .findFirst();
    Assumptions.assumeTrue(
        found.isPresent(), "no " + name + " on this machine; ./plimsoll test unpacks Debian's");
    return found.get();
  }

  static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  void start() throws IOException {
    process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    await().until(this::answers);
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
