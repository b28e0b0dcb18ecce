package org.plimsoll.embedded;

import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.ClusterConnectionConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyConnectorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.server.cluster.impl.MessageLoadBalancingType;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;

/** What a broker is told in addition when it is a node of a cluster. */
final class ClusterSettings {

  /** The acceptor for peers. */
  static final String ACCEPTOR = "peers";

  private static final String CLUSTER = "plimsoll";
  private static final String SELF = "self";

  /**
   * All addresses but those where Artemis keeps MQTT sessions and retained messages. Were they
   * announced to peers, a subscriber would be given the store-and-forward queue of a peer in place
   * of the retained messages there, and all but the last message waiting for that peer be removed.
   */
  private static final String ADDRESSES = "!$sys.mqtt";

  /**
   * A peer that says nothing for so long is taken for gone; a closed connection is seen at once.
   */
  private static final long SILENCE_MILLIS = 30_000;

  private static final long SILENCE_CHECK_MILLIS = 10_000;
  private static final long RETRY_MILLIS = 500;
  private static final int FOR_EVER = -1;

  /**
   * The search for a first peer and the scan for missing ones each hold a worker while a peer does
   * not answer; the workers of the clients must not run out because of it.
   */
  private static final int THREADS_TO_SEARCH = 2;

  /** The bridge to a peer connects on a worker and delivers on another. */
  private static final int THREADS_A_PEER = 2;

  private static final int NETWORK_THREADS = 2;

  private ClusterSettings() {}

  /**
   * Adds the node to a configuration.
   *
   * @param every the settings of all addresses, which are changed
   */
  static void apply(ClusterNode node, Configuration c, AddressSettings every) {
    c.addAcceptorConfiguration(
        new TransportConfiguration(NettyAcceptorFactory.class.getName(), acceptor(node), ACCEPTOR));
    c.addConnectorConfiguration(SELF, connector(SELF, node.host(), node.port()));
    List<String> peers = new ArrayList<>();
    for (InetSocketAddress peer : node.peers()) {
      String name = "peer-" + (peers.size() + 1);
      c.addConnectorConfiguration(name, connector(name, peer.getHostString(), peer.getPort()));
      peers.add(name);
    }
    c.addClusterConfiguration(
        new ClusterConnectionConfiguration()
            .setName(CLUSTER)
            .setConnectorName(SELF)
            .setStaticConnectors(peers)
            .setAddress(ADDRESSES)
            // STRICT would give a share to a node whose subscriber is gone, and forbids taking
            // back.
            .setMessageLoadBalancingType(MessageLoadBalancingType.ON_DEMAND)
            .setMaxHops(1)
            .setRetryInterval(RETRY_MILLIS)
            .setInitialConnectAttempts(FOR_EVER)
            .setReconnectAttempts(FOR_EVER)
            // The default gives up a peer that was not there in the first quarter of a minute.
            .setTopologyScannerAttempts(FOR_EVER)
            .setClientFailureCheckPeriod(SILENCE_CHECK_MILLIS)
            .setConnectionTTL(SILENCE_MILLIS));
    // Nobody asks for them while security is off, but Artemis warns of its own as of a risk.
    c.setClusterUser(CLUSTER);
    c.setClusterPassword(CLUSTER);
    c.setThreadPoolMaxSize(
        c.getThreadPoolMaxSize() + THREADS_TO_SEARCH + THREADS_A_PEER * node.peers().size());
    // What a subscriber left behind goes at once to a subscriber of the same group elsewhere.
    every.setRedistributionDelay(0);
  }

  private static Map<String, Object> acceptor(ClusterNode node) {
    Map<String, Object> acceptor = address(node.host(), node.port());
    acceptor.put(TransportConstants.PROTOCOLS_PROP_NAME, "CORE");
    acceptor.put(TransportConstants.REMOTING_THREADS_PROPNAME, NETWORK_THREADS);
    return acceptor;
  }

  private static TransportConfiguration connector(String name, String host, int port) {
    return new TransportConfiguration(
        NettyConnectorFactory.class.getName(), address(host, port), name);
  }

  private static Map<String, Object> address(String host, int port) {
    Map<String, Object> address = new HashMap<>();
    address.put(TransportConstants.HOST_PROP_NAME, host);
    address.put(TransportConstants.PORT_PROP_NAME, port);
    return address;
  }
}
