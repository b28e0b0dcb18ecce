package org.plimsoll.bench;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * The shore of a fleet: a broker or a cluster of them, a store, and stations that divide the blocks
 * among them, each a process of its own below one directory. Confined to the run's thread.
 */
final class Stations implements AutoCloseable {

  private static final String LOOPBACK = "127.0.0.1";

  private final Path directory;
  private final Programs programs;
  private final Patience patience;
  private final Http http = new Http();
  private final List<Integer> brokerPorts;
  private final List<Integer> clusterPorts;
  private final List<Integer> pagePorts;
  private final int storePort;
  private final List<ChildProcess> brokers = new ArrayList<>();
  private final List<ChildProcess> stations = new ArrayList<>();
  private final List<ChildProcess> all = new ArrayList<>();

  Stations(Path directory, Programs programs, Patience patience, int brokers, int stations)
      throws IOException {
    this.directory = directory;
    this.programs = programs;
    this.patience = patience;
    List<Integer> free = FreePorts.take(1 + 2 * brokers + stations);
    storePort = free.get(0);
    brokerPorts = free.subList(1, 1 + brokers);
    clusterPorts = free.subList(1 + brokers, 1 + 2 * brokers);
    pagePorts = free.subList(1 + 2 * brokers, free.size());
  }

  /** Starts everything, brokers and store first, and waits until each station takes readings. */
  void start(Duration atMost) throws IOException, InterruptedException {
    ChildProcess store = child("store", storeCommand());
    for (int i = 0; i < brokerPorts.size(); i++) {
      brokers.add(child("broker-" + (i + 1), brokerCommand(i)));
    }
    require("the store answers", atMost, store, () -> ashore().answers());
    for (int i = 0; i < pagePorts.size(); i++) {
      List<String> command = new ArrayList<>(programs.shore());
      command.addAll(List.of("-c", writeStation(i).toString()));
      stations.add(child("station-" + (i + 1), command));
    }
    for (int i = 0; i < stations.size(); i++) {
      URI pages = pages(i);
      require(
          "station " + (i + 1) + " has broker and store",
          atMost,
          stations.get(i),
          () -> http.get(pages, "/health").path("status").asText().equals("UP"));
    }
  }

  private ChildProcess child(String name, List<String> command) throws IOException {
    ChildProcess started = new ChildProcess(command, directory.resolve(name + ".log"));
    all.add(started);
    return started;
  }

  private List<String> storeCommand() throws IOException {
    return programs.store() == StoreKind.EMBEDDED
        ? StoreProcess.command(directory.resolve("store"), storePort)
        : Influxd.command(programs.home(), directory.resolve("influxdb"), storePort);
  }

  private List<String> brokerCommand(int number) {
    List<InetSocketAddress> peers = new ArrayList<>();
    for (int i = 0; i < clusterPorts.size(); i++) {
      if (i != number) {
        peers.add(InetSocketAddress.createUnresolved(LOOPBACK, clusterPorts.get(i)));
      }
    }
    Path kept = directory.resolve("broker-" + (number + 1));
    return peers.isEmpty()
        ? BrokerProcess.command(kept, brokerPorts.get(number))
        : BrokerProcess.command(kept, brokerPorts.get(number), clusterPorts.get(number), peers);
  }

  /** Stations take the brokers in turns. */
  private Path writeStation(int number) throws IOException {
    Path data = directory.resolve("station-" + (number + 1));
    ExampleFile example =
        ShoreFile.of(programs.examples(), data, pagePorts.get(number))
            .with("broker.mode", "external")
            .with("broker.port", brokerPorts.get(number % brokerPorts.size()));
    return ShoreFile.withStore(example, programs.store(), store())
        .write(directory.resolve("station-" + (number + 1) + ".yaml"));
  }

  private void require(String what, Duration atMost, ChildProcess process, Patience.Look look)
      throws IOException, InterruptedException {
    boolean came = patience.await(atMost, () -> !process.isAlive() || look.done());
    if (!came || !process.isAlive()) {
      throw new IOException(
          "within "
              + atMost.toSeconds()
              + " s it did not come that "
              + what
              + "; "
              + directory
              + "; it said: "
              + process.lastWords());
    }
  }

  /** The processes that take readings in, in the order of their numbers. */
  List<ChildProcess> stations() {
    return List.copyOf(stations);
  }

  /** Where ships may connect. */
  List<InetSocketAddress> brokers() {
    return brokerPorts.stream().map(port -> new InetSocketAddress(LOOPBACK, port)).toList();
  }

  /** The brokers' processes. */
  List<ChildProcess> brokerProcesses() {
    return List.copyOf(brokers);
  }

  /** The store's process. */
  ChildProcess storeProcess() {
    return all.get(0);
  }

  URI pages(int station) {
    return URI.create("http://" + LOOPBACK + ":" + pagePorts.get(station));
  }

  /** Everything that the store holds. */
  Ashore ashore() {
    return programs.store() == StoreKind.EMBEDDED
        ? QuestAshore.all(http, store())
        : InfluxAshore.all(http, store(), Influxd.DATABASE);
  }

  private URI store() {
    return URI.create("http://" + LOOPBACK + ":" + storePort);
  }

  /** Ends whatever still runs. */
  @Override
  public void close() {
    for (int i = all.size() - 1; i >= 0; i--) {
      all.get(i).close();
    }
  }
}
