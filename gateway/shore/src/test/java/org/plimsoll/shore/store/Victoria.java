package org.plimsoll.shore.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A real VictoriaMetrics. */
final class Victoria {

  private Victoria() {}

  /** One that is not started yet. */
  static RealServer in(Path directory, String... flags) throws IOException {
    Path program = RealServer.program("victoria-metrics");
    int port = RealServer.freePort();
    List<String> command = new ArrayList<>();
    command.add(program.toString());
    command.add("-storageDataPath=" + directory.resolve("data"));
    command.add("-httpListenAddr=127.0.0.1:" + port);
    command.addAll(Arrays.asList(flags));
    return new RealServer(directory, port, command);
  }
}
