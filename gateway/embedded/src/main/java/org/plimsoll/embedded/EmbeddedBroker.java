package org.plimsoll.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.apache.activemq.artemis.api.core.ActiveMQDisconnectedException;
import org.apache.activemq.artemis.api.core.TransportConfiguration;
import org.apache.activemq.artemis.core.config.Configuration;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptor;
import org.apache.activemq.artemis.core.remoting.impl.netty.NettyAcceptorFactory;
import org.apache.activemq.artemis.core.remoting.impl.netty.TransportConstants;
import org.apache.activemq.artemis.core.remoting.server.RemotingService;
import org.apache.activemq.artemis.core.server.ActiveMQServer;
import org.apache.activemq.artemis.core.server.JournalType;
import org.apache.activemq.artemis.core.server.cluster.Bridge;
import org.apache.activemq.artemis.core.server.cluster.ClusterManager;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.apache.activemq.artemis.core.settings.impl.AddressFullMessagePolicy;
import org.apache.activemq.artemis.core.settings.impl.AddressSettings;
import org.apache.activemq.artemis.spi.core.protocol.RemotingConnection;
import org.jspecify.annotations.Nullable;

/**
 * An MQTT 5 broker (Apache ActiveMQ Artemis) with a durable journal, alone or a {@link
 * ClusterNode}.
 *
 * <p>What it has acknowledged is on disk: subscriptions, retained messages and queued QoS 1
 * messages survive {@code kill -9}. It does not authenticate; bind it to loopback.
 *
 * <p>Confined to the thread that starts and closes it.
 */
public final class EmbeddedBroker implements AutoCloseable {

  /** Journal files are created whole; two of these and their copies are the disk used when idle. */
  private static final int JOURNAL_FILE_BYTES = 1 << 20;

  /** Above this an address goes to paging files on disk instead of memory; nothing is dropped. */
  private static final long ADDRESS_MEMORY_BYTES = 32L << 20;

  /** Memory of all addresses together; the same overflow to disk. */
  private static final long GLOBAL_MEMORY_BYTES = 64L << 20;

  /** Percentage of the disk above which publishers are held back; the default of 90 is too shy. */
  private static final int MOST_DISK_USED_PERCENT = 98;

  private static final int WORKER_THREADS = 4;
  private static final int SCHEDULED_THREADS = 2;
  private static final int NETWORK_THREADS = 2;
  private static final String ACCEPTOR = "mqtt";

  private final Path directory;
  private final String host;
  private final int wantedPort;
  private final @Nullable ClusterNode node;
  private final EmbeddedActiveMQ broker = new EmbeddedActiveMQ();
  private @Nullable DirectoryLock lock;

  /**
   * Does not start anything yet.
   *
   * @param directory where journal and queues live; created when absent
   * @param host address to listen on, {@code 127.0.0.1} unless the network is trusted
   * @param port TCP port, or 0 for a free one
   */
  public EmbeddedBroker(Path directory, String host, int port) {
    this(directory, host, port, null);
  }

  /**
   * One node of a cluster. It serves its own clients from the start, whether or not a peer is
   * there, and forwards to a peer as soon as there is one. Does not start anything yet.
   *
   * @param directory where journal and queues live; created when absent. It holds the identity of
   *     the node, so a node that comes back comes back with its directory
   * @param host address to listen on for MQTT
   * @param port TCP port for MQTT, or 0 for a free one
   * @param node where it listens for its peers and where they are, or null when it is alone
   */
  public EmbeddedBroker(Path directory, String host, int port, @Nullable ClusterNode node) {
    this.directory = directory.toAbsolutePath();
    this.host = host;
    this.wantedPort = port;
    this.node = node;
  }

  /**
   * Starts and returns once clients can connect.
   *
   * @throws IOException if the port is busy, the directory unusable or in use by another broker;
   *     the message names which
   */
  public void start() throws IOException {
    lock = DirectoryLock.take(directory, "MQTT broker");
    // A free port for 0 is chosen by Artemis itself, so that nobody can take it in between.
    if (wantedPort != 0) {
      probe(host, wantedPort, "MQTT broker");
    }
    if (node != null) {
      probe(node.host(), node.port(), "cluster of MQTT brokers");
    }
    broker.setConfiguration(configuration());
    try {
      broker.start();
    } catch (Exception e) {
      throw notStarted(e);
    }
    // Artemis logs a busy port and goes on without its acceptor; here that is a failed start.
    if (!listens(ACCEPTOR)) {
      close();
      throw new IOException(
          "MQTT broker in "
              + directory
              + ": cannot listen on "
              + host
              + ":"
              + wantedPort
              + " or read its journal; on Java 24 and later it needs"
              + " --sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED");
    }
    if (node != null && !listens(ClusterSettings.ACCEPTOR)) {
      close();
      throw new IOException(
          "MQTT broker in "
              + directory
              + ": cannot listen for its peers on "
              + node.host()
              + ":"
              + node.port());
    }
  }

  /** The TCP port that it listens on. */
  public int port() {
    NettyAcceptor acceptor = (NettyAcceptor) server().getRemotingService().getAcceptor(ACCEPTOR);
    return acceptor.getActualPort();
  }

  /** The host that it was told to listen on. */
  public String host() {
    return host;
  }

  /** How many peers it forwards to at this moment; 0 when alone or not started. */
  public int connectedPeers() {
    ActiveMQServer server = server();
    ClusterManager cluster = server == null ? null : server.getClusterManager();
    if (cluster == null) {
      return 0;
    }
    return (int)
        cluster.getClusterConnections().stream()
            .flatMap(connection -> Arrays.stream(connection.getBridges()))
            .filter(Bridge::isConnected)
            .count();
  }

  /** Closes connections and journal; a second call does nothing. */
  @Override
  public void close() {
    if (lock == null) {
      return;
    }
    try {
      if (broker.getActiveMQServer() != null) {
        endConnections();
        broker.stop();
      }
      lock.close();
    } catch (Exception e) {
      throw new IllegalStateException("MQTT broker in " + directory + " did not stop", e);
    }
    lock = null;
  }

  /**
   * Artemis stops its journal before its connections, whose ends it then cannot write down. And to
   * a peer it says goodbye, upon which that forgets what is subscribed here and keeps nothing for
   * it.
   */
  private void endConnections() {
    RemotingService remoting = server().getRemotingService();
    if (remoting == null) {
      return;
    }
    remoting.pauseAcceptors();
    for (RemotingConnection connection : remoting.getConnections()) {
      connection.fail(new ActiveMQDisconnectedException("the broker stops"));
    }
  }

  private ActiveMQServer server() {
    return broker.getActiveMQServer();
  }

  private boolean listens(String acceptorName) {
    return server().getRemotingService().getAcceptor(acceptorName) instanceof NettyAcceptor acceptor
        && acceptor.isStarted()
        && acceptor.getActualPort() > 0;
  }

  private void probe(String at, int port, String what) throws IOException {
    try {
      FreePort.of(at, port, what);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private IOException notStarted(Exception cause) {
    try {
      close();
    } catch (IllegalStateException e) {
      cause.addSuppressed(e);
    }
    return new IOException(
        "MQTT broker in " + directory + " did not start: " + cause.getMessage(), cause);
  }

  private Configuration configuration() throws IOException {
    ConfigurationImpl c = new ConfigurationImpl();
    c.setName("plimsoll");
    c.setSecurityEnabled(false);
    c.setJMXManagementEnabled(false);
    c.setCriticalAnalyzer(false);
    c.setJournalType(JournalType.NIO);
    c.setJournalFileSize(JOURNAL_FILE_BYTES);
    c.setJournalDirectory(directory.resolve("journal").toString());
    c.setBindingsDirectory(directory.resolve("bindings").toString());
    c.setLargeMessagesDirectory(directory.resolve("large").toString());
    c.setPagingDirectory(directory.resolve("paging").toString());
    c.setNodeManagerLockDirectory(directory.resolve("lock").toString());
    c.setMaxDiskUsage(MOST_DISK_USED_PERCENT);
    c.setGlobalMaxSize(GLOBAL_MEMORY_BYTES);
    c.setThreadPoolMaxSize(WORKER_THREADS);
    c.setScheduledThreadPoolMaxSize(SCHEDULED_THREADS);
    Map<String, Object> acceptor = new HashMap<>();
    acceptor.put(TransportConstants.HOST_PROP_NAME, host);
    acceptor.put(TransportConstants.PORT_PROP_NAME, wantedPort);
    acceptor.put(TransportConstants.PROTOCOLS_PROP_NAME, "MQTT");
    acceptor.put(TransportConstants.REMOTING_THREADS_PROPNAME, NETWORK_THREADS);
    // Paho assigns topic aliases outside its lock; offering none avoids the race.
    acceptor.put("topicAliasMaximum", 0);
    c.addAcceptorConfiguration(
        new TransportConfiguration(NettyAcceptorFactory.class.getName(), acceptor, ACCEPTOR));
    AddressSettings every =
        new AddressSettings()
            .setAutoCreateQueues(true)
            .setAutoCreateAddresses(true)
            .setMaxSizeBytes(ADDRESS_MEMORY_BYTES)
            .setAddressFullMessagePolicy(AddressFullMessagePolicy.PAGE);
    c.addAddressSetting("#", every);
    if (node != null) {
      ClusterSettings.apply(node, c, every);
    }
    return c;
  }
}
