package org.plimsoll.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.plimsoll.embedded.ClusterNode;
import org.plimsoll.embedded.EmbeddedBroker;

/** The embedded broker as a process of its own, so that a run can kill it and nothing else. */
final class BrokerProcess {

  private static final String LOOPBACK = "127.0.0.1";

  private BrokerProcess() {}

  /** The command that runs it alone with this JVM's {@code java} and class path. */
  static List<String> command(Path directory, int tcpPort) {
    return command(directory, tcpPort, List.of());
  }

  /** The same as a node of a cluster, which listens for its peers on another port. */
  static List<String> command(
      Path directory, int tcpPort, int clusterPort, List<InetSocketAddress> peers) {
    List<Integer> ports = new ArrayList<>(List.of(clusterPort));
    peers.forEach(peer -> ports.add(peer.getPort()));
    return command(directory, tcpPort, ports);
  }

  private static List<String> command(Path directory, int tcpPort, List<Integer> cluster) {
    List<String> arguments = new ArrayList<>();
    arguments.add(directory.toString());
    arguments.add(Integer.toString(tcpPort));
    cluster.forEach(port -> arguments.add(Integer.toString(port)));
    return JavaCommand.of(
        List.of("-Xmx768m", "-XX:+UseSerialGC"),
        BrokerProcess.class.getName(),
        arguments.toArray(new String[0]));
  }

  /**
   * Runs until it is killed or told to end.
   *
   * @param args the broker's directory and its TCP port on 127.0.0.1; in a cluster also the port
   *     for its peers, and theirs.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    EmbeddedBroker broker =
        new EmbeddedBroker(Path.of(args[0]), LOOPBACK, Integer.parseInt(args[1]), node(args));
    broker.start();
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-close"));
    new CountDownLatch(1).await();
  }

  private static @Nullable ClusterNode node(String[] args) {
    if (args.length < 4) {
      return null;
    }
    List<InetSocketAddress> peers =
        Arrays.stream(args)
            .skip(3)
            .map(port -> InetSocketAddress.createUnresolved(LOOPBACK, Integer.parseInt(port)))
            .toList();
    return new ClusterNode(LOOPBACK, Integer.parseInt(args[2]), peers);
  }
}
