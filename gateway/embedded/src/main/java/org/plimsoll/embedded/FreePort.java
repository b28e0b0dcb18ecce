package org.plimsoll.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;

/** Tries a TCP port before a server does, which would report a busy one in its own way. */
final class FreePort {

  private FreePort() {}

  /**
   * The wanted port, or a free one for 0.
   *
   * @param what who wants to listen, for the message
   * @throws IOException if it is busy or the host is not an address of this machine
   */
  static int of(String host, int wanted, String what) throws IOException {
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName(host), wanted));
      return probe.getLocalPort();
    } catch (IOException e) {
      throw new IOException(
          what + ": cannot listen on " + host + ":" + wanted + ": " + e.getMessage(), e);
    }
  }
}
