package org.plimsoll.shore.ingest;

import java.util.List;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.mqtt.SessionOptions;

/**
 * Ingest without its connections and threads: what is done with live blocks, with backlog, with
 * news and with what is overheard. They share the channel tables, the fleet and, in turns, the
 * store; each is confined to the thread of its own connection.
 */
public final class IngestCore {

  /**
   * Most live blocks unacknowledged, and so in memory; the broker holds back the rest. As many as
   * may fill a round: with fewer of them, a queue that a stall has left behind stays for minutes.
   */
  public static final int LIVE_WINDOW = 1_000;

  /** The same of backlog, whose blocks are a hundred times as large. */
  public static final int BACKLOG_WINDOW = 16;

  /**
   * The same of news, more than a fleet of ten thousand has at once: the most that MQTT clients
   * allow. Where several subscriptions of one connection share a smaller window, Artemis goes on
   * with the one that was acknowledged, and a table may wait until the next ship announces hers.
   */
  public static final int NEWS_WINDOW = SessionOptions.MAX_RECEIVE_MAXIMUM;

  /** The group that shares the blocks. */
  private static final String GROUP = "ingest";

  private final Topics topics;
  private final StoreKeeper keeper;
  private final Ingest live;
  private final Ingest backlog;
  private final LinkWork news;
  private final LinkWork overheard;

  /** Wires; starts nothing. */
  public IngestCore(IngestConfig config, Topics topics, IngestLinks.Works works) {
    this.topics = topics;
    ChannelTables tables = new ChannelTables();
    DeadLetters deadLetters = new DeadLetters(config);
    Fleet fleet = works.fleet();
    this.keeper =
        new StoreKeeper(
            works.store(),
            tables,
            deadLetters,
            fleet,
            works.counts(),
            works.nanos(),
            works.random());
    Ingest.Ashore ashore =
        new Ingest.Ashore(topics, tables, deadLetters, fleet, works.counts(), works.clock());
    BlockIntake intake = new BlockIntake(config, topics, tables);
    this.live = new Ingest(ashore, keeper, intake, LIVE_WINDOW, () -> {});
    intake = new BlockIntake(config, topics, tables);
    this.backlog = new Ingest(ashore, keeper, intake, BACKLOG_WINDOW, keeper::catchUp);
    this.news = new Hearing(topics, works.counts(), new News(ashore));
    intake = new BlockIntake(config, topics, tables);
    Overheard others = new Overheard(ashore, keeper, intake, works.nanos());
    this.overheard = new Hearing(topics, works.counts(), others);
  }

  /** Takes what ships measure now into the store. */
  public LinkWork live() {
    return live;
  }

  /** What {@link #live} subscribes to. */
  public List<String> liveFilters() {
    return List.of(topics.sharedFilter(GROUP, Topics.Kind.BLOCKS));
  }

  /** Takes what has waited aboard into the store. */
  public LinkWork backlog() {
    return backlog;
  }

  /** What {@link #backlog} subscribes to. */
  public List<String> backlogFilters() {
    return List.of(topics.sharedFilter(GROUP, Topics.Kind.BACKLOG));
  }

  /** Hears what ships say of themselves. */
  public LinkWork news() {
    return news;
  }

  /** What {@link #news} subscribes to. */
  public List<String> newsFilters() {
    return List.of(
        topics.filter(Topics.Kind.STATUS),
        topics.filter(Topics.Kind.CHANNELS),
        topics.filter(Topics.Kind.ALERTS));
  }

  /**
   * Hears what ships measure now and what is receipted, whichever station stores it, and asks for
   * what stays missing.
   */
  public LinkWork overheard() {
    return overheard;
  }

  /** What {@link #overheard} subscribes to: neither ever rests, so neither starves the other. */
  public List<String> overheardFilters() {
    return List.of(topics.filter(Topics.Kind.BLOCKS), topics.filter(Topics.Kind.RECEIPTS));
  }

  /** How the store stands. Any thread. */
  public StoreState storeState() {
    return keeper.state();
  }
}
