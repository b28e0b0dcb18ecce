package org.plimsoll.bench.simulation;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.mqtt.InboundMessage;
import org.plimsoll.telemetry.mqtt.SessionLimits;

/**
 * The broker between ship and shore: retained messages, shared subscriptions for live blocks and
 * for backlog, plain ones for the rest. It forgets all of it, sends twice, refuses, and loses what
 * it had promised.
 */
final class SimulatedBroker implements SimulatedLink.Far {

  /** Most blocks that wait for a subscriber; then the oldest goes, as a broker's queue does. */
  private static final int QUEUE = 1_000;

  private static final int QUOTA_EXCEEDED = 0x97;

  /** A subscriber ashore. */
  interface Subscriber {
    boolean isConnected();

    /** Whether its receive window has room. */
    boolean hasRoom();

    void deliver(InboundMessage message);

    void connectionEnds();
  }

  private final Topics topics;
  private final RandomGenerator dice;
  private final Chronicle chronicle;
  private final Map<String, byte[]> retained = new LinkedHashMap<>();
  private final Map<Topics.Kind, Lane> lanes = new EnumMap<>(Topics.Kind.class);
  private final boolean keepsQueue;
  private final SessionLimits limits;
  private Optional<SimulatedLink.Session> ship = Optional.empty();
  private final Map<Subscriber, Set<Topics.Kind>> listeners = new LinkedHashMap<>();
  private boolean up = true;

  /** One in so many messages meets with each of these; 0 for none. */
  private int duplicates;

  private int refusals;
  private int losses;

  SimulatedBroker(Topics topics, RandomGenerator dice, Chronicle chronicle) {
    this.topics = topics;
    this.dice = dice;
    this.chronicle = chronicle;
    lanes.put(Topics.Kind.BLOCKS, new Lane());
    lanes.put(Topics.Kind.BACKLOG, new Lane());
    this.keepsQueue = dice.nextBoolean();
    int[] permits = {1, 5, 20, 100};
    this.limits = new SessionLimits(permits[dice.nextInt(permits.length)], 1 << 20);
  }

  void misbehave(int oneInSoManyTwice, int oneInSoManyRefused, int oneInSoManyLost) {
    duplicates = oneInSoManyTwice;
    refusals = oneInSoManyRefused;
    losses = oneInSoManyLost;
  }

  /** Ends every connection; what it holds is kept or not. */
  void goDown(boolean forgets) {
    up = false;
    ship.ifPresent(session -> session.breakOff(true, true));
    lanes.values().forEach(lane -> lane.subscriber.ifPresent(Subscriber::connectionEnds));
    List.copyOf(listeners.keySet()).forEach(Subscriber::connectionEnds);
    if (forgets) {
      retained.clear();
      lanes.values().forEach(lane -> lane.blocks.clear());
    }
  }

  void comeUp() {
    up = true;
  }

  @Override
  public boolean isUp() {
    return up;
  }

  @Override
  public SessionLimits limits() {
    return limits;
  }

  @Override
  public void connected(SimulatedLink.Session session) {
    ship.filter(other -> other != session)
        .ifPresent(
            other -> {
              chronicle.note("the broker ends the older connection of the ship");
              other.breakOff(false, true);
              other.endAtBroker(false);
            });
    ship = Optional.of(session);
  }

  @Override
  public void ended(SimulatedLink.Session session, boolean orderly) {
    if (ship.filter(current -> current == session).isPresent()) {
      ship = Optional.empty();
    }
    if (up && !orderly) {
      session.options().will().ifPresent(will -> take(will.topic(), will.payload(), true));
    }
  }

  @Override
  public int publish(String topic, byte[] payload, boolean retain) {
    if (!up || happens(refusals)) {
      return QUOTA_EXCEEDED;
    }
    if (happens(losses)) {
      chronicle.note("the broker takes a message and loses it");
      return 0;
    }
    take(topic, payload, retain);
    return 0;
  }

  private boolean happens(int oneInSoMany) {
    return oneInSoMany > 0 && dice.nextInt(oneInSoMany) == 0;
  }

  /** Takes a message of anybody. */
  void take(String topic, byte[] payload, boolean retain) {
    if (retain) {
      retained.put(topic, payload);
    }
    Topics.Kind kind = topics.kindOf(topic).orElseThrow();
    switch (kind) {
      case BLOCKS, BACKLOG -> takeBlock(kind, topic, payload);
      case REQUESTS -> toShip(topic, payload);
      case RECEIPTS -> {
        toShip(topic, payload);
        tell(kind, topic, payload, false);
      }
      case STATUS, CHANNELS, ALERTS -> tell(kind, topic, payload, retain);
    }
  }

  private void takeBlock(Topics.Kind kind, String topic, byte[] payload) {
    Lane lane = lane(kind);
    for (int times = happens(duplicates) ? 2 : 1; times > 0; times--) {
      if (lane.subscriber.isPresent() || keepsQueue) {
        lane.blocks.addLast(new InboundMessage(topic, payload, false, 1, 1));
      }
    }
    if (lane.blocks.size() > QUEUE) {
      lane.blocks.removeFirst();
    }
    if (kind == Topics.Kind.BLOCKS) {
      tell(kind, topic, payload, false);
    }
    pump();
  }

  private void toShip(String topic, byte[] payload) {
    ship.ifPresent(
        session -> {
          session.deliver(topic, payload);
          if (happens(duplicates)) {
            session.deliver(topic, payload);
          }
        });
  }

  private void tell(Topics.Kind kind, String topic, byte[] payload, boolean retain) {
    listeners.forEach(
        (subscriber, kinds) -> {
          if (kinds.contains(kind)) {
            subscriber.deliver(new InboundMessage(topic, payload, retain, 1, 1));
          }
        });
  }

  private Lane lane(Topics.Kind kind) {
    Lane lane = lanes.get(kind);
    if (lane == null) {
      throw new IllegalArgumentException(kind + " is no lane of blocks");
    }
    return lane;
  }

  /** Takes part in one lane of blocks. */
  void subscribe(Topics.Kind kind, Subscriber subscriber) {
    lane(kind).subscriber = Optional.of(subscriber);
    pump();
  }

  /** Hears everything of these kinds, what is retained first. */
  void subscribe(Set<Topics.Kind> kinds, Subscriber subscriber) {
    listeners.put(subscriber, kinds);
    retained.forEach(
        (topic, payload) -> {
          if (kinds.contains(topics.kindOf(topic).orElseThrow())) {
            subscriber.deliver(new InboundMessage(topic, payload, true, 1, 1));
          }
        });
  }

  /** A subscriber is gone; what it had not acknowledged comes again, or not. */
  void unsubscribe(Subscriber subscriber, Iterable<InboundMessage> unacknowledged) {
    for (Lane lane : lanes.values()) {
      if (lane.subscriber.filter(current -> current == subscriber).isPresent()) {
        lane.subscriber = Optional.empty();
        if (keepsQueue) {
          unacknowledged.forEach(lane.blocks::addFirst);
        }
      }
    }
    listeners.remove(subscriber);
  }

  /** Hands blocks out as far as the subscribers take them. */
  void pump() {
    for (Lane lane : lanes.values()) {
      while (lane.subscriber.filter(Subscriber::hasRoom).isPresent() && !lane.blocks.isEmpty()) {
        lane.subscriber.get().deliver(lane.blocks.removeFirst());
      }
    }
  }

  /** A shared subscription with the one subscriber that it has here. */
  private static final class Lane {
    private final Deque<InboundMessage> blocks = new ArrayDeque<>();
    private Optional<Subscriber> subscriber = Optional.empty();
  }
}
