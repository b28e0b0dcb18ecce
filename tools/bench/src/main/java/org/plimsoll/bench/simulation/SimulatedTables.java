package org.plimsoll.bench.simulation;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.plimsoll.bench.simulation.SimulatedDisk.Receipted;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.vessel.outbox.PendingOrder;
import org.plimsoll.vessel.outbox.Tables;

/** The outbox's tables as they lie on the simulated disk. */
final class SimulatedTables implements Tables {

  private static final byte[] NOTHING = {};

  private final SimulatedDisk disk;
  private boolean closed;

  SimulatedTables(SimulatedDisk disk) {
    this.disk = disk;
  }

  @Override
  public StreamId stream() {
    return disk.stream;
  }

  @Override
  public long newestMillis() throws SQLException {
    disk.operate();
    long row = disk.rows.isEmpty() ? 0 : disk.rows.lastEntry().getValue().acceptedMillis();
    long pending = disk.pending.isEmpty() ? 0 : disk.pending.lastEntry().getValue().sealedMillis();
    long receipted =
        disk.receipted.isEmpty() ? 0 : disk.receipted.lastEntry().getValue().block().sealedMillis();
    return Math.max(row, Math.max(pending, receipted));
  }

  @Override
  public Totals totals() throws SQLException {
    disk.operate();
    return disk.totals;
  }

  @Override
  public void saveTotals(Totals totals) throws SQLException {
    Totals before = disk.totals;
    disk.change(() -> disk.totals = before);
    disk.totals = totals;
  }

  @Override
  public List<Channel> channels() throws SQLException {
    disk.operate();
    return List.copyOf(disk.channels);
  }

  @Override
  public void addChannel(Channel channel) throws SQLException {
    if (channel.id() != disk.channels.size()) {
      throw new SQLException("channel " + channel.id() + " is there already");
    }
    disk.change(() -> disk.channels.remove(channel.id()));
    disk.channels.add(channel);
  }

  @Override
  public Map<String, String> memory() throws SQLException {
    disk.operate();
    return Map.copyOf(disk.memory);
  }

  @Override
  public void remember(String key, String text) throws SQLException {
    String before = disk.memory.getOrDefault(key, "");
    disk.change(() -> set(key, before));
    set(key, text);
  }

  private void set(String key, String text) {
    if (text.isEmpty()) {
      disk.memory.remove(key);
    } else {
      disk.memory.put(key, text);
    }
  }

  @Override
  public void addRow(StoredRow row) throws SQLException {
    if (disk.rows.containsKey(row.sequence())) {
      throw new SQLException("row " + row.sequence() + " is there already");
    }
    disk.change(() -> disk.rows.remove(row.sequence()));
    disk.rows.put(row.sequence(), row);
    disk.added(row);
  }

  @Override
  public List<StoredRow> rows(int limit) throws SQLException {
    disk.operate();
    return disk.rows.values().stream().limit(limit).toList();
  }

  @Override
  public void removeRows(long throughSequence) throws SQLException {
    NavigableMap<Long, StoredRow> going = disk.rows.headMap(throughSequence, true);
    List<StoredRow> gone = List.copyOf(going.values());
    disk.change(() -> gone.forEach(row -> disk.rows.put(row.sequence(), row)));
    going.clear();
  }

  @Override
  public Sums rowSums() throws SQLException {
    disk.operate();
    long readings = 0;
    long bytes = 0;
    for (StoredRow row : disk.rows.values()) {
      readings += row.readings();
      bytes += row.body().length;
    }
    return new Sums(
        disk.rows.size(), readings, bytes, disk.rows.isEmpty() ? 0 : disk.rows.lastKey());
  }

  @Override
  public OptionalLong oldestAccepted() throws SQLException {
    disk.operate();
    return disk.rows.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(disk.rows.firstEntry().getValue().acceptedMillis());
  }

  @Override
  public void addBlock(StoredBlock block) throws SQLException {
    if (disk.pending.containsKey(block.first()) || disk.receipted.containsKey(block.first())) {
      throw new SQLException("block " + block.first() + " is there already");
    }
    disk.change(() -> disk.pending.remove(block.first()));
    disk.pending.put(block.first(), block);
  }

  @Override
  public boolean removeBlock(long first) throws SQLException {
    StoredBlock pending = disk.pending.get(first);
    if (pending != null) {
      disk.change(() -> disk.pending.put(first, pending));
      disk.pending.remove(first);
      return true;
    }
    Receipted receipted = disk.receipted.get(first);
    if (receipted != null) {
      disk.change(() -> disk.receipted.put(first, receipted));
      disk.receipted.remove(first);
      return true;
    }
    return false;
  }

  @Override
  public Optional<StoredBlock> pendingBlock(long first) throws SQLException {
    disk.operate();
    return Optional.ofNullable(disk.pending.get(first));
  }

  @Override
  public List<Range> pending(PendingOrder order, int limit) throws SQLException {
    disk.operate();
    NavigableMap<Long, StoredBlock> inOrder =
        order == PendingOrder.OLDEST_FIRST ? disk.pending : disk.pending.descendingMap();
    List<Range> found = new ArrayList<>();
    for (StoredBlock block : inOrder.values()) {
      if (found.size() == limit) {
        break;
      }
      found.add(new Range(block.first(), block.last()));
    }
    return found;
  }

  @Override
  public List<StoredBlock> pendingSizes(long from, long before, int limit) throws SQLException {
    disk.operate();
    return before <= from
        ? List.of()
        : disk.pending.subMap(from, before).values().stream()
            .limit(limit)
            .map(SimulatedTables::sizes)
            .toList();
  }

  private static StoredBlock sizes(StoredBlock block) {
    return new StoredBlock(
        block.first(),
        block.last(),
        block.readings(),
        block.gapReadings(),
        block.bytes(),
        block.sealedMillis(),
        0,
        NOTHING);
  }

  @Override
  public OptionalLong oldestSealed() throws SQLException {
    disk.operate();
    return disk.pending.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(disk.pending.firstEntry().getValue().sealedMillis());
  }

  @Override
  public Sums blockSums(State state) throws SQLException {
    disk.operate();
    return state == State.PENDING
        ? sums(disk.pending.values())
        : sums(disk.receipted.values().stream().map(Receipted::block).toList());
  }

  private static Sums sums(Collection<StoredBlock> some) {
    long readings = 0;
    long bytes = 0;
    long last = 0;
    for (StoredBlock block : some) {
      readings += block.readings();
      bytes += block.bytes();
      last = Math.max(last, block.last());
    }
    return new Sums(some.size(), readings, bytes, last);
  }

  @Override
  public Sums acknowledge(Range range, long atMillis) throws SQLException {
    disk.operate();
    List<StoredBlock> covered =
        disk.pending.subMap(range.first(), true, range.last(), true).values().stream()
            .filter(block -> block.last() <= range.last())
            .toList();
    for (StoredBlock block : covered) {
      disk.change(
          () -> {
            disk.receipted.remove(block.first());
            disk.pending.put(block.first(), block);
          });
      disk.pending.remove(block.first());
      disk.receipted.put(block.first(), new Receipted(block, atMillis));
    }
    return sums(covered);
  }

  @Override
  public Sums requeue(Range range) throws SQLException {
    disk.operate();
    List<Receipted> overlapping =
        near(disk.receipted, range).filter(kept -> kept.block().last() >= range.first()).toList();
    for (Receipted kept : overlapping) {
      long first = kept.block().first();
      disk.change(
          () -> {
            disk.pending.remove(first);
            disk.receipted.put(first, kept);
          });
      disk.receipted.remove(first);
      disk.pending.put(first, kept.block());
    }
    return sums(overlapping.stream().map(Receipted::block).toList());
  }

  @Override
  public List<Range> blocksIn(Range range, int limit) throws SQLException {
    disk.operate();
    Stream<StoredBlock> receipted = near(disk.receipted, range).map(Receipted::block);
    return Stream.concat(near(disk.pending, range), receipted)
        .filter(block -> block.last() >= range.first())
        .map(block -> new Range(block.first(), block.last()))
        .sorted(Comparator.comparingLong(Range::first))
        .limit(limit)
        .toList();
  }

  /** Those that begin in a range, and the last one before it, which may reach into it. */
  private static <T> Stream<T> near(NavigableMap<Long, T> blocks, Range range) {
    Long before = blocks.floorKey(range.first());
    return blocks
        .subMap(before == null ? range.first() : before, true, range.last(), true)
        .values()
        .stream();
  }

  @Override
  public OptionalLong oldestAcknowledged() throws SQLException {
    disk.operate();
    return disk.receipted.isEmpty()
        ? OptionalLong.empty()
        : OptionalLong.of(disk.receipted.firstEntry().getValue().atMillis());
  }

  @Override
  public List<StoredBlock> acknowledgedSizes(long beforeMillis, int limit) throws SQLException {
    disk.operate();
    return disk.receipted.values().stream()
        .filter(kept -> kept.atMillis() < beforeMillis)
        .limit(limit)
        .map(kept -> sizes(kept.block()))
        .toList();
  }

  @Override
  public void quarantine(Damaged damaged, int atMost) throws SQLException {
    disk.operate();
  }

  @Override
  public long freeBytes() throws SQLException {
    disk.operate();
    return 0;
  }

  @Override
  public void commit() throws SQLException {
    if (closed) {
      throw new SQLException("closed");
    }
    disk.commit();
  }

  @Override
  public void close() {
    closed = true;
    disk.rollBack();
  }
}
