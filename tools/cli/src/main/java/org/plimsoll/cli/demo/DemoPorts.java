package org.plimsoll.cli.demo;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * TCP ports of the demonstration.
 *
 * @param bridge bridge panel
 * @param shore shore pages
 * @param broker MQTT
 * @param store HTTP of the store
 * @param nmea sentences over TCP
 */
record DemoPorts(int bridge, int shore, int broker, int store, int nmea) {

  /** The ports that everybody knows. */
  static final DemoPorts FIXED = new DemoPorts(8080, 8090, 1883, 9000, 10110);

  /** Which ports to use. */
  enum Choice {
    FIXED,
    AUTO
  }

  static DemoPorts of(Choice choice) throws IOException {
    return choice == Choice.FIXED ? FIXED : free();
  }

  /** Ports that nobody used a moment ago; all at once, so that they differ. */
  private static DemoPorts free() throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    try {
      for (int i = 0; i < 5; i++) {
        held.add(new ServerSocket(0, 1, InetAddress.getLoopbackAddress()));
      }
      List<Integer> ports = held.stream().map(ServerSocket::getLocalPort).toList();
      return new DemoPorts(ports.get(0), ports.get(1), ports.get(2), ports.get(3), ports.get(4));
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
  }
}
