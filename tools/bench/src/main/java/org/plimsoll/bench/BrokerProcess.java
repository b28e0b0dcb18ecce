package org.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.plimsoll.embedded.EmbeddedBroker;

/** The embedded broker as a process of its own, so that a run can kill it and nothing else. */
final class BrokerProcess {

  private BrokerProcess() {}

  /** The command that runs it with this JVM's {@code java} and class path. */
  static List<String> command(Path directory, int tcpPort) {
    return JavaCommand.of(
        List.of("-Xmx256m", "-XX:+UseSerialGC"),
        BrokerProcess.class.getName(),
        directory.toString(),
        Integer.toString(tcpPort));
  }

  /**
   * Runs until it is killed or told to end.
   *
   * @param args the broker's directory and its TCP port on 127.0.0.1.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    EmbeddedBroker broker =
        new EmbeddedBroker(Path.of(args[0]), "127.0.0.1", Integer.parseInt(args[1]));
    broker.start();
    Runtime.getRuntime().addShutdownHook(new Thread(broker::close, "broker-close"));
    new CountDownLatch(1).await();
  }
}
