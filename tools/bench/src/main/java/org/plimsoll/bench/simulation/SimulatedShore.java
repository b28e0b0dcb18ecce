package org.plimsoll.bench.simulation;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.plimsoll.bench.simulation.SimulatedBroker.Subscriber;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.fleet.StreamLedger;
import org.plimsoll.shore.ingest.IngestConfig;
import org.plimsoll.shore.ingest.IngestCore;
import org.plimsoll.shore.ingest.IngestCounts;
import org.plimsoll.shore.ingest.IngestLinks;
import org.plimsoll.shore.ingest.Link;
import org.plimsoll.shore.ingest.LinkWork;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.mqtt.InboundMessage;

/** The shore's process: the product's ingest, with connections to the broker that break. */
final class SimulatedShore {

  private final Timeline timeline;
  private final RandomGenerator dice;
  private final Chronicle chronicle;
  private final SimulatedBroker broker;
  private final SimulatedStore store;
  private final Topics topics;
  private final IngestCounts counts = new IngestCounts();
  private final IngestConfig config;
  private Fleet fleet = new Fleet();
  private List<Connection> connections = List.of();
  private boolean running;
  private int operationsLeft;
  private int oneInSoManyPublishesFails;
  private long newsDelayMillis = 1;

  SimulatedShore(
      Timeline timeline,
      RandomGenerator dice,
      Chronicle chronicle,
      SimulatedBroker broker,
      Topics topics,
      Witness witness,
      Path deadLetters) {
    this.timeline = timeline;
    this.dice = dice;
    this.chronicle = chronicle;
    this.broker = broker;
    this.topics = topics;
    this.store = new SimulatedStore(dice, witness, this::operate);
    this.config = new IngestConfig(EnumSet.of(DataOrigin.SIMULATED), deadLetters, 0, 0);
  }

  SimulatedStore store() {
    return store;
  }

  IngestCounts counts() {
    return counts;
  }

  StreamLedger ledger(StreamId stream) {
    return fleet.ledger(Voyage.VESSEL, stream);
  }

  boolean isRunning() {
    return running;
  }

  void failPublishes(int oneInSoMany) {
    oneInSoManyPublishesFails = oneInSoMany;
  }

  /** How much slower than blocks the news are, or the other way round. */
  void delayNews(long millis) {
    newsDelayMillis = millis;
  }

  /** The process ends at one of the next operations. */
  void crashWithin(int operations) {
    operationsLeft = 1 + dice.nextInt(operations);
  }

  void start() {
    running = true;
    operationsLeft = 0;
    fleet = new Fleet();
    InstantSource clock = () -> Voyage.EPOCH.plusNanos(timeline.nanos());
    LongSupplier nanos = timeline::nanos;
    IngestCore core =
        new IngestCore(
            config, topics, new IngestLinks.Works(store, fleet, counts, clock, nanos, dice));
    connections =
        List.of(
            new Connection(core.news(), kinds(core.newsFilters()), IngestCore.NEWS_WINDOW),
            new Connection(
                core.overheard(), kinds(core.overheardFilters()), IngestCore.LIVE_WINDOW),
            new Connection(core.live(), Topics.Kind.BLOCKS, IngestCore.LIVE_WINDOW),
            new Connection(core.backlog(), Topics.Kind.BACKLOG, IngestCore.BACKLOG_WINDOW));
    connections.forEach(Connection::connect);
  }

  private Set<Topics.Kind> kinds(List<String> filters) {
    return EnumSet.allOf(Topics.Kind.class).stream()
        .filter(kind -> filters.contains(topics.filter(kind)))
        .collect(Collectors.toSet());
  }

  /** Ends without a word. */
  void crash() {
    running = false;
    connections.forEach(Connection::forget);
    connections = List.of();
  }

  /** What its threads do several times a second. */
  void tick() {
    List.copyOf(connections).forEach(Connection::work);
  }

  private void operate() {
    if (operationsLeft > 0 && --operationsLeft == 0) {
      throw new PowerCut("the shore's process ends while it works");
    }
  }

  /** Work of the product; it may be the last of this process. */
  private void guarded(Runnable work) {
    try {
      work.run();
    } catch (PowerCut cut) {
      chronicle.note(String.valueOf(cut.getMessage()));
      crash();
      timeline.afterMillis(1_000 + dice.nextLong(60_000), this::startAgain);
    }
  }

  private void startAgain() {
    if (!running) {
      chronicle.note("the shore starts");
      start();
    }
  }

  /** One connection to the broker and the work over it. */
  private final class Connection implements Subscriber, Link {
    private final LinkWork work;
    private final Consumer<Subscriber> subscription;
    private final boolean shares;
    private final int window;
    private final Set<InboundMessage> unacknowledged = new LinkedHashSet<>();
    private boolean up;
    private boolean forgotten;
    private int generation;
    private long lastMoment;
    private boolean workDue;

    /** Divides blocks. */
    Connection(LinkWork work, Topics.Kind lane, int window) {
      this(work, subscriber -> broker.subscribe(lane, subscriber), true, window);
    }

    /** Hears all of these kinds. */
    Connection(LinkWork work, Set<Topics.Kind> kinds, int window) {
      this(work, subscriber -> broker.subscribe(kinds, subscriber), false, window);
    }

    private Connection(
        LinkWork work, Consumer<Subscriber> subscription, boolean shares, int window) {
      this.work = work;
      this.subscription = subscription;
      this.shares = shares;
      this.window = window;
    }

    void connect() {
      if (forgotten || up) {
        return;
      }
      if (!broker.isUp()) {
        timeline.afterMillis(500 + dice.nextLong(15_000), this::connect);
        return;
      }
      up = true;
      generation++;
      guarded(
          () -> {
            work.connected(this);
            subscription.accept(this);
          });
    }

    void forget() {
      forgotten = true;
      drop();
    }

    private void drop() {
      up = false;
      generation++;
      broker.unsubscribe(this, List.copyOf(unacknowledged));
      unacknowledged.clear();
    }

    @Override
    public boolean isConnected() {
      return up;
    }

    @Override
    public boolean hasRoom() {
      return up && unacknowledged.size() < window;
    }

    @Override
    public void deliver(InboundMessage message) {
      unacknowledged.add(message);
      int current = generation;
      long delay = shares ? 1 + dice.nextLong(20) : newsDelayMillis;
      lastMoment = Math.max(lastMoment, timeline.nanos() + delay * 1_000_000);
      timeline.at(
          lastMoment,
          () -> {
            if (current == generation) {
              guarded(() -> work.arrived(message));
              workSoon();
            }
          });
    }

    private void workSoon() {
      if (!workDue) {
        workDue = true;
        timeline.afterMillis(
            dice.nextInt(20),
            () -> {
              workDue = false;
              work();
            });
      }
    }

    void work() {
      if (forgotten) {
        return;
      }
      guarded(
          () -> {
            if (!work.work() && up) {
              chronicle.note("the shore gives a connection up");
              connectionEnds();
            }
          });
    }

    @Override
    public void connectionEnds() {
      if (!up) {
        return;
      }
      drop();
      guarded(work::lost);
      timeline.afterMillis(250 + dice.nextLong(5_000), this::connect);
    }

    @Override
    public boolean publish(List<Publication> all) {
      for (Publication each : all) {
        if (!publish(each.topic(), each.payload())) {
          return false;
        }
      }
      return true;
    }

    private boolean publish(String topic, byte[] payload) {
      operate();
      if (!up || !broker.isUp()) {
        return false;
      }
      boolean fails = oneInSoManyPublishesFails > 0 && dice.nextInt(oneInSoManyPublishesFails) == 0;
      if (!fails || dice.nextBoolean()) {
        broker.take(topic, payload, false);
      }
      operate();
      return !fails;
    }

    @Override
    public void acknowledge(InboundMessage message) {
      operate();
      if (unacknowledged.remove(message) && shares) {
        timeline.afterMillis(1, broker::pump);
      }
    }
  }
}
