package org.plimsoll.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.paho.mqttv5.common.MqttException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two nodes, A and B, and what passes between them. */
class EmbeddedBrokerClusterTest {

  private static final String HOST = "127.0.0.1";
  private static final String SHARED = "$share/ingest/plimsoll/v1/+/blocks";
  private static final String EVERY_BLOCK = "plimsoll/v1/+/blocks";
  private static final String EVERY_STATUS = "plimsoll/v1/+/status";
  private static final String BLOCKS = "plimsoll/v1/imo9876543/blocks";
  private static final String STATUS = "plimsoll/v1/imo9876543/status";
  private static final String RECEIPTS = "plimsoll/v1/imo9876543/receipts";
  private static final String PROBE = "probe";

  @TempDir Path directory;
  private int portOfA;
  private int portOfB;
  private EmbeddedBroker a;
  private EmbeddedBroker b;

  @BeforeEach
  void choosePortsThatBothKnow() throws Exception {
    portOfA = FreePort.of(HOST, 0, "A");
    do {
      portOfB = FreePort.of(HOST, 0, "B");
    } while (portOfB == portOfA);
    a = node("a", portOfA, portOfB);
    b = node("b", portOfB, portOfA);
  }

  @AfterEach
  void stop() {
    a.close();
    b.close();
  }

  @Test
  void dividesASharedSubscriptionBetweenTheNodes() throws Exception {
    startBoth();
    try (TestClient readerOfA = new TestClient(a, "reader-a");
        TestClient readerOfB = new TestClient(b, "reader-b");
        TestClient ship = new TestClient(a, "ship")) {
      readerOfA.subscribe(SHARED);
      readerOfB.subscribe(SHARED);
      awaitForwarding(ship, BLOCKS, readerOfB);

      List<String> sent = publish(ship, "block", 200);

      List<String> heardOnA = new ArrayList<>();
      List<String> heardOnB = new ArrayList<>();
      await()
          .until(
              () ->
                  take(readerOfA, heardOnA).size() + take(readerOfB, heardOnB).size()
                      >= sent.size());
      assertThat(heardOnA).isNotEmpty();
      assertThat(heardOnB).isNotEmpty();
      assertThat(Stream.concat(heardOnA.stream(), heardOnB.stream()))
          .containsExactlyInAnyOrderElementsOf(sent);
    }
  }

  @Test
  void forwardsToPlainSubscriptionsBothWays() throws Exception {
    startBoth();
    try (TestClient shore = new TestClient(b, "shore");
        TestClient ship = new TestClient(a, "ship")) {
      shore.subscribe(EVERY_STATUS);
      ship.subscribe(RECEIPTS);
      awaitForwarding(ship, STATUS, shore);
      awaitForwarding(shore, RECEIPTS, ship);

      ship.publish(STATUS, "online", true);
      shore.publish(RECEIPTS, "stored", false);

      assertThat(nextOf(shore)).isEqualTo("online");
      assertThat(nextOf(ship)).isEqualTo("stored");
    }
  }

  @Test
  void handsOnWhatADeadSubscriberHadNotAcknowledged() throws Exception {
    startBoth();
    TestClient dying = TestClient.mute(b, "dying");
    try (TestClient reader = new TestClient(a, "reader");
        TestClient ship = new TestClient(a, "ship")) {
      reader.subscribe(SHARED);
      dying.subscribe(SHARED);
      awaitForwarding(ship, BLOCKS, dying);
      List<String> sent = publish(ship, "block", 100);
      List<String> heard = new ArrayList<>();
      List<String> unstored = new ArrayList<>();
      await().until(() -> take(reader, heard).size() + take(dying, unstored).size() >= sent.size());
      assertThat(unstored).isNotEmpty();

      dying.die();
      List<String> later = publish(ship, "later", 100);

      await().until(() -> take(reader, heard).size() >= sent.size() + later.size());
      assertThat(heard)
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(sent.stream(), later.stream()).toList());
    }
  }

  @Test
  void keepsRetainedMessagesOnTheNodeThatTookThem() throws Exception {
    startBoth();
    try (TestClient early = new TestClient(b, "early");
        TestClient ship = new TestClient(a, "ship")) {
      early.subscribe(EVERY_STATUS);
      awaitForwarding(ship, STATUS, early);
      ship.publish(STATUS, "online", true);
      assertThat(nextOf(early)).isEqualTo("online");

      try (TestClient lateOnA = new TestClient(a, "late-a");
          TestClient lateOnB = new TestClient(b, "late-b")) {
        lateOnA.subscribe(EVERY_STATUS);
        lateOnB.subscribe(EVERY_STATUS);
        early.publish(STATUS, "said on B", false);

        assertThat(nextOf(lateOnA)).isEqualTo("online");
        assertThat(nextOf(lateOnB)).isEqualTo("said on B");
      }
    }
  }

  @Test
  void servesAloneUntilAPeerComesAndWhenItHasGone() throws Exception {
    a.start();
    try (TestClient readerOfA = new TestClient(a, "reader-a");
        TestClient ship = new TestClient(a, "ship")) {
      readerOfA.subscribe(SHARED);
      assertHeardBy(readerOfA, publish(ship, "alone", 20));

      b.start();
      awaitPeers();
      TestClient readerOfB = new TestClient(b, "reader-b");
      readerOfB.subscribe(SHARED);
      awaitForwarding(ship, BLOCKS, readerOfB);
      b.close();
      await().until(() -> a.connectedPeers() == 0);
      readerOfA.heard().clear();
      assertHeardBy(readerOfA, publish(ship, "alone again", 20));

      b = node("b", portOfB, portOfA);
      b.start();
      awaitPeers();
      try (TestClient back = new TestClient(b, "reader-b")) {
        awaitForwarding(ship, BLOCKS, back);
      }
    }
  }

  @Test
  void keepsWhatWaitsForAPeerThatIsAway() throws Exception {
    startBoth();
    try (TestClient ship = new TestClient(a, "ship")) {
      try (TestClient reader = new TestClient(b, "reader")) {
        reader.subscribe(EVERY_BLOCK);
        awaitForwarding(ship, BLOCKS, reader);
        reader.publish(STATUS, "retained by B", true);
      }
      b.close();
      await().until(() -> a.connectedPeers() == 0);
      List<String> sent = publish(ship, "waiting", 50);
      // Subscribing looks for retained messages; it must not find those that wait for B.
      try (TestClient curious = new TestClient(a, "curious")) {
        curious.subscribe(EVERY_STATUS);
        ship.publish(STATUS, "online", false);
        assertThat(nextOf(curious)).isEqualTo("online");
      }

      b = node("b", portOfB, portOfA);
      b.start();

      try (TestClient reader = new TestClient(b, "reader")) {
        assertHeardBy(reader, sent);
      }
    }
  }

  @Test
  void followsAClientThatMovesToAnotherNode() throws Exception {
    startBoth();
    TestClient before = new TestClient(a, "ship");
    before.subscribe(RECEIPTS);
    try (TestClient shore = new TestClient(a, "shore")) {
      shore.publish(RECEIPTS, "first", false);
      assertThat(nextOf(before)).isEqualTo("first");

      try (TestClient after = new TestClient(b, "ship")) {
        await().until(() -> !before.isConnected());
        after.subscribe(RECEIPTS);
        awaitForwarding(shore, RECEIPTS, after);
        shore.publish(RECEIPTS, "second", false);
        assertThat(nextOf(after)).isEqualTo("second");
      }
    }
  }

  @Test
  void namesTheBusyPortForPeers() throws Exception {
    a.start();
    EmbeddedBroker other = node("other", portOfA, portOfB);
    assertThatThrownBy(other::start)
        .isInstanceOf(IOException.class)
        .hasMessageContaining(HOST + ":" + portOfA);
  }

  @Test
  void refusesANodeThatPeersCannotReach() {
    InetSocketAddress peer = new InetSocketAddress(HOST, 5001);
    assertRefused("0.0.0.0", 5000, List.of(peer));
    assertRefused("::", 5000, List.of(peer));
    assertRefused(HOST, 0, List.of(peer));
    assertRefused(HOST, 65_536, List.of(peer));
    assertRefused(HOST, 5000, List.of());
    assertRefused(HOST, 5000, List.of(new InetSocketAddress(HOST, 0)));
    assertRefused(HOST, 5000, List.of(new InetSocketAddress(HOST, 5000)));
  }

  private static void assertRefused(String host, int port, List<InetSocketAddress> peers) {
    assertThatThrownBy(() -> new ClusterNode(host, port, peers))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertHeardBy(TestClient reader, List<String> sent) {
    List<String> heard = new ArrayList<>();
    await().until(() -> take(reader, heard).size() >= sent.size());
    assertThat(heard).containsExactlyInAnyOrderElementsOf(sent);
  }

  private void startBoth() throws Exception {
    a.start();
    b.start();
    awaitPeers();
  }

  private void awaitPeers() {
    await().until(() -> a.connectedPeers() == 1 && b.connectedPeers() == 1);
  }

  /** A node that has a peer still has to learn what is subscribed there. */
  private static void awaitForwarding(TestClient from, String topic, TestClient to) {
    await()
        .until(
            () -> {
              from.publish(topic, PROBE, false);
              return to.heard().contains(PROBE);
            });
  }

  private static List<String> publish(TestClient ship, String name, int count)
      throws MqttException {
    List<String> texts = IntStream.range(0, count).mapToObj(i -> name + " " + i).toList();
    for (String text : texts) {
      ship.publish(BLOCKS, text, false);
    }
    return texts;
  }

  /** Adds what came since and is no probe. */
  private static List<String> take(TestClient reader, List<String> heard) {
    reader.heard().drainTo(heard);
    heard.removeIf(PROBE::equals);
    return heard;
  }

  private static String nextOf(TestClient reader) throws InterruptedException {
    String next = reader.next();
    while (PROBE.equals(next)) {
      next = reader.next();
    }
    return next;
  }

  private EmbeddedBroker node(String name, int port, int peer) {
    return new EmbeddedBroker(
        directory.resolve(name),
        HOST,
        0,
        new ClusterNode(HOST, port, List.of(new InetSocketAddress(HOST, peer))));
  }
}
