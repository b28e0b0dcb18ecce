package org.plimsoll.shore.ingest;

import java.util.List;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.telemetry.Topics;

/**
 * Ingest without its connections and threads: what is done with live blocks, with backlog and with
 * news. They share the channel tables, the fleet and, in turns, the store; each is confined to the
 * thread of its own connection.
 */
public final class IngestCore {

  /** Most live blocks unacknowledged, and so in memory; the broker holds back the rest. */
  public static final int LIVE_WINDOW = 128;

  /** The same of backlog, whose blocks are a hundred times as large. */
  public static final int BACKLOG_WINDOW = 16;

  /** The group that shares the blocks. */
  private static final String GROUP = "ingest";

  private final Topics topics;
  private final StoreKeeper keeper;
  private final Ingest live;
  private final Ingest backlog;
  private final News news;

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
    this.news = new News(ashore, keeper, new BlockIntake(config, topics, tables), works.nanos());
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

  /**
   * Hears what ships say of themselves, and asks for what stays missing; and, whoever stores it,
   * what they measure now and what is receipted.
   */
  public LinkWork news() {
    return news;
  }

  /** What {@link #news} subscribes to. */
  public List<String> newsFilters() {
    return List.of(
        topics.filter(Topics.Kind.STATUS),
        topics.filter(Topics.Kind.CHANNELS),
        topics.filter(Topics.Kind.ALERTS),
        topics.filter(Topics.Kind.BLOCKS),
        topics.filter(Topics.Kind.RECEIPTS));
  }

  /** How the store stands. Any thread. */
  public StoreState storeState() {
    return keeper.state();
  }
}
