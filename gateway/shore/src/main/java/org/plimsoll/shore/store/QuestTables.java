package org.plimsoll.shore.store;

import java.util.List;

/**
 * The tables, as QuestDB is told to create them. Deduplication on the identity of a point makes a
 * repeated write harmless; a table that a first write creates would not have it.
 */
final class QuestTables {

  static final List<String> CREATE =
      List.of(
          """
          create table if not exists readings (
            path symbol capacity 1024, vessel symbol capacity 256, source symbol capacity 256,
            epoch symbol capacity 64, value double, quality symbol capacity 8, seq long,
            stream symbol capacity 256, timestamp timestamp
          ) timestamp(timestamp) partition by day wal
          dedup upsert keys(timestamp, path, vessel, source, epoch)
          """,
          """
          create table if not exists blocks (
            vessel symbol capacity 256, stream symbol capacity 256, kind symbol capacity 4,
            first long, last long, readings long, reason symbol capacity 64, timestamp timestamp
          ) timestamp(timestamp) partition by month wal
          dedup upsert keys(timestamp, vessel, stream, kind, first)
          """,
          """
          create table if not exists channels (
            vessel symbol capacity 256, stream symbol capacity 256, id long, path varchar,
            source varchar, unit varchar, resolution double, time_resolution long, title varchar,
            timestamp timestamp
          ) timestamp(timestamp) partition by year wal
          dedup upsert keys(timestamp, vessel, stream, id)
          """);

  private QuestTables() {}
}
