package org.plimsoll.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.plimsoll.embedded.EmbeddedStore;

/** The embedded store as a process of its own, for several stations to write to. */
final class StoreProcess {

  private StoreProcess() {}

  /** The command that runs it with this JVM's {@code java} and class path. */
  static List<String> command(Path directory, int tcpPort) {
    return JavaCommand.of(
        List.of("-Xmx384m", "-XX:+UseSerialGC"),
        StoreProcess.class.getName(),
        directory.toString(),
        Integer.toString(tcpPort));
  }

  /**
   * Runs until it is killed or told to end.
   *
   * @param args the store's directory and its TCP port on 127.0.0.1.
   */
  public static void main(String[] args) throws IOException, InterruptedException {
    EmbeddedStore store =
        new EmbeddedStore(Path.of(args[0]), "127.0.0.1", Integer.parseInt(args[1]));
    store.start();
    Runtime.getRuntime().addShutdownHook(new Thread(store::close, "store-close"));
    new CountDownLatch(1).await();
  }
}
