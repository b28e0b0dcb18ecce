package org.plimsoll.shore.store;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;

/**
 * The contract on a server in a process of its own, which each class starts and which is killed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class RealServerContract<S extends Store> extends StoreContract {

  RealServer server;
  S store;

  @AfterAll
  final void stop() throws Exception {
    if (store != null) {
      store.close();
    }
    if (server != null) {
      server.kill();
    }
  }

  @Override
  final Store store() {
    return store;
  }

  @Override
  final void restart() throws Exception {
    server.kill();
    server.start();
  }
}
