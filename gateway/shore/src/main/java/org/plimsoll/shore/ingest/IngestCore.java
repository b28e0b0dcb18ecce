package org.plimsoll.shore.ingest;

import java.util.List;
import org.plimsoll.telemetry.Topics;

/**
 * Ingest without its connections and threads: what is done with blocks, and what with news. Both
 * share the channel tables and the fleet; each is confined to the thread of its own connection.
 */
public final class IngestCore {

  /** Most blocks unacknowledged, and so in memory; the broker holds back the rest. */
  public static final int RECEIVE_MAXIMUM = Ingest.RECEIVE_MAXIMUM;

  /** The group that shares the blocks. */
  private static final String GROUP = "ingest";

  private final Topics topics;
  private final Ingest blocks;
  private final News news;

  /** Wires; starts nothing. */
  public IngestCore(IngestConfig config, Topics topics, IngestLinks.Works works) {
    this.topics = topics;
    ChannelTables tables = new ChannelTables();
    Ingest.Shore shore =
        new Ingest.Shore(
            works.store(), works.fleet(), works.clock(), works.nanos(), works.random());
    this.blocks = new Ingest(shore, config, topics, tables, works.counts());
    this.news =
        new News(
            topics,
            tables,
            works.fleet(),
            new HoleWatch(works.fleet(), works.nanos()),
            works.counts(),
            works.clock());
  }

  /** Takes blocks into the store. */
  public LinkWork blocks() {
    return blocks;
  }

  /** What {@link #blocks} subscribes to. */
  public List<String> blockFilters() {
    return List.of(topics.sharedFilter(GROUP, Topics.Kind.BLOCKS));
  }

  /** Hears what ships say of themselves, and asks for what stays missing. */
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

  /** How the store stands. Any thread. */
  public StoreState storeState() {
    return blocks.storeState();
  }
}
