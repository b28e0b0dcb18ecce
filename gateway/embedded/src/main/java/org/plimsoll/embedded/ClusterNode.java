package org.plimsoll.embedded;

import java.net.InetSocketAddress;
import java.util.List;

/**
 * Where one {@link EmbeddedBroker} of a cluster listens for the others, and where those listen.
 * Peers do not authenticate each other: loopback or a network of their own. Immutable.
 *
 * @param host address of this machine to listen on, and the one by which peers reach it; a wildcard
 *     address is therefore refused
 * @param port TCP port for peers, 1 to 65535; it is not the MQTT port, and it is fixed because
 *     peers must know it beforehand
 * @param peers host and port, as named here, of every other node; at least one, without this node
 */
public record ClusterNode(String host, int port, List<InetSocketAddress> peers) {

  /**
   * Copies the peers.
   *
   * @throws IllegalArgumentException if a parameter is outside what is said above
   */
  public ClusterNode {
    peers = List.copyOf(peers);
    InetSocketAddress self = new InetSocketAddress(host, port);
    if (port < 1) {
      throw new IllegalArgumentException("cluster port " + port);
    }
    if (self.getAddress() != null && self.getAddress().isAnyLocalAddress()) {
      throw new IllegalArgumentException(
          "cluster host " + host + " says not where peers reach this node");
    }
    if (peers.isEmpty()) {
      throw new IllegalArgumentException("a cluster node without peers");
    }
    for (InetSocketAddress peer : peers) {
      if (peer.getPort() < 1) {
        throw new IllegalArgumentException("port of peer " + peer);
      }
      if (peer.getPort() == port && peer.getHostString().equals(host)) {
        throw new IllegalArgumentException("cluster node " + peer + " is its own peer");
      }
    }
  }
}
