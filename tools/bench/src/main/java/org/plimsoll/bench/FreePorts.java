package org.plimsoll.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.List;

/**
 * TCP ports of 127.0.0.1 that nobody listens on, for processes that must find each other again
 * after a restart and so cannot take port 0.
 */
final class FreePorts {

  private FreePorts() {}

  /** {@code count} different ports, free a moment ago. */
  static List<Integer> take(int count) throws IOException {
    List<ServerSocket> held = new ArrayList<>();
    List<Integer> tcpPorts = new ArrayList<>();
    try {
      for (int i = 0; i < count; i++) {
        ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        held.add(socket);
        tcpPorts.add(socket.getLocalPort());
      }
    } finally {
      for (ServerSocket socket : held) {
        socket.close();
      }
    }
    return tcpPorts;
  }
}
