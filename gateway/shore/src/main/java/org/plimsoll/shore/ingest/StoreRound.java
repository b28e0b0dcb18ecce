package org.plimsoll.shore.ingest;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.fleet.StreamLedger;
import org.plimsoll.shore.store.Point;
import org.plimsoll.telemetry.ChannelTable;
import org.plimsoll.telemetry.Entry;
import org.plimsoll.telemetry.Gap;
import org.plimsoll.telemetry.IntervalSet;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;

/**
 * One round of storing: channel tables, readings, then the ledger that vouches for them. Whatever
 * interrupts it, the same round again has the same effect as once.
 *
 * <p>Used by one lane, in its turn at the store.
 */
final class StoreRound {

  /** Rows that may be receipted, or why it has to be tried again. */
  sealed interface Result {

    /** What is durable now. */
    record Stored(Map<Owned, IntervalSet> receipts) implements Result {}

    record Later(String reason, boolean misconfigured) implements Result {}
  }

  /** A stream and whose it is. */
  record Owned(VesselId vessel, StreamId stream) {}

  private final PatientWriter writer;
  private final ChannelTables tables;
  private final DeadLetters deadLetters;
  private final Fleet fleet;
  private final IngestCounts counts;

  /** How much of each stream's table the store has from us. */
  private final Map<StreamId, Integer> channelsStored = new HashMap<>();

  StoreRound(
      PatientWriter writer,
      ChannelTables tables,
      DeadLetters deadLetters,
      Fleet fleet,
      IngestCounts counts) {
    this.writer = writer;
    this.tables = tables;
    this.deadLetters = deadLetters;
    this.fleet = fleet;
    this.counts = counts;
  }

  /** The store may have been replaced: what it has of channel tables is unknown again. */
  void forget() {
    channelsStored.clear();
  }

  /** Stores the arrivals, whose channel tables are all known. */
  Result store(List<Arrival> arrivals) {
    Map<StreamId, Integer> channels = new HashMap<>();
    PatientWriter.Result tabled = whole(writer.write(channelPoints(arrivals, channels)));
    if (tabled instanceof PatientWriter.Result.Later no) {
      return later(no);
    }
    channelsStored.putAll(channels);

    List<Point.Reading> readings = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      readings.addAll(BlockPoints.readings(arrival.vessel(), arrival.block(), table(arrival)));
    }
    PatientWriter.Result written = writer.write(readings);
    if (written instanceof PatientWriter.Result.Later no) {
      return later(no);
    }
    Refusals refusals = bury(((PatientWriter.Result.Done) written).refused());
    List<Point.Ledger> ledger = ledger(arrivals, refusals);
    if (whole(writer.write(ledger)) instanceof PatientWriter.Result.Later no) {
      return later(no);
    }
    writer.roundDone();
    counts.readingsWritten.add(readings.size() - refusals.count());
    Map<Owned, IntervalSet> receipts = tell(ledger);
    receiptUnsure(arrivals, receipts);
    return new Result.Stored(receipts);
  }

  /** What nobody can count is accounted for in any case, also where the ledger needed nothing. */
  private static void receiptUnsure(List<Arrival> arrivals, Map<Owned, IntervalSet> receipts) {
    for (Arrival arrival : arrivals) {
      Owned owned = new Owned(arrival.vessel(), arrival.block().stream());
      for (Entry entry : arrival.block().entries()) {
        if (entry instanceof Gap gap && gap.readings() == 0) {
          receipts
              .computeIfAbsent(owned, any -> new IntervalSet())
              .add(new Range(gap.first(), gap.last()));
        }
      }
    }
  }

  /** Our own entries are never refused for what they are, so that is the store's fault. */
  private static PatientWriter.Result whole(PatientWriter.Result result) {
    return result instanceof PatientWriter.Result.Done done && !done.refused().isEmpty()
        ? new PatientWriter.Result.Later(done.refused().get(0).reason(), true)
        : result;
  }

  private static Result later(PatientWriter.Result.Later no) {
    return new Result.Later(no.reason(), no.misconfigured());
  }

  private ChannelTable table(Arrival arrival) {
    return tables.of(arrival.block().stream()).orElseThrow().table();
  }

  /** The channels that the store does not have yet. */
  private List<Point.ChannelEntry> channelPoints(
      List<Arrival> arrivals, Map<StreamId, Integer> channels) {
    List<Point.ChannelEntry> points = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      StreamId stream = arrival.block().stream();
      ChannelTable table = table(arrival);
      int stored = channels.getOrDefault(stream, channelsStored.getOrDefault(stream, 0));
      for (int id = stored; id < table.channels().size(); id++) {
        points.add(new Point.ChannelEntry(arrival.vessel(), stream, table.channels().get(id)));
      }
      channels.put(stream, Math.max(stored, table.channels().size()));
    }
    return points;
  }

  /** Refused readings by row; a row with one that could not be kept aside is not vouched for. */
  private record Refusals(Map<RowKey, Integer> readings, Set<RowKey> notKept, int count) {}

  private record RowKey(StreamId stream, long sequence) {}

  private Refusals bury(List<PatientWriter.Refusal> refused) {
    Map<RowKey, Integer> readings = new HashMap<>();
    Set<RowKey> notKept = new HashSet<>();
    for (PatientWriter.Refusal refusal : refused) {
      Point.Reading reading = (Point.Reading) refusal.point();
      RowKey row = new RowKey(reading.stream(), reading.sequence());
      readings.merge(row, 1, Integer::sum);
      counts.pointsRefused.increment();
      byte[] text = reading.toString().getBytes(StandardCharsets.UTF_8);
      if (!deadLetters.keep(reading.vessel().text(), "point", text, refusal.reason())) {
        counts.deadLettersNotKept.increment();
        notKept.add(row);
      }
    }
    return new Refusals(readings, notKept, refused.size());
  }

  private List<Point.Ledger> ledger(List<Arrival> arrivals, Refusals refusals) {
    List<Point.Ledger> ledger = new ArrayList<>();
    for (Arrival arrival : arrivals) {
      for (Point.Ledger entry : BlockPoints.ledger(arrival.vessel(), arrival.block())) {
        RowKey row = new RowKey(entry.stream(), entry.first());
        int refused = refusals.readings().getOrDefault(row, 0);
        if (isUnsure(entry)) {
          ledger.addAll(stillUnknown(entry));
        } else if (entry.kind() != Point.Kind.ROW || refused == 0) {
          ledger.add(entry);
        } else if (!refusals.notKept().contains(row)) {
          ledger.add(of(entry, Point.Kind.REFUSED, refused, "refused by the store"));
          ledger.add(of(entry, Point.Kind.ROW, entry.readings() - refused, ""));
        }
      }
    }
    return ledger;
  }

  private static boolean isUnsure(Point.Ledger entry) {
    return entry.kind() == Point.Kind.GAP && entry.readings() == 0;
  }

  /**
   * A gap whose readings the ship does not know any more is lost only as far as it is not ashore
   * and not told as lost already: anybody may have asked her for what she let go of.
   */
  private List<Point.Ledger> stillUnknown(Point.Ledger gap) {
    return fleet
        .ledger(gap.vessel(), gap.stream())
        .unknown(new Range(gap.first(), gap.last()))
        .stream()
        .map(
            range ->
                new Point.Ledger(
                    gap.vessel(),
                    gap.stream(),
                    Point.Kind.GAP,
                    range.first(),
                    range.last(),
                    gap.readings(),
                    gap.reason(),
                    gap.timeMillis()))
        .toList();
  }

  private static Point.Ledger of(
      Point.Ledger entry, Point.Kind kind, long readings, String reason) {
    return new Point.Ledger(
        entry.vessel(),
        entry.stream(),
        kind,
        entry.first(),
        entry.last(),
        readings,
        reason,
        entry.timeMillis());
  }

  /** Tells the fleet, counts what was there before, and sums up what may be receipted. */
  private Map<Owned, IntervalSet> tell(List<Point.Ledger> ledger) {
    Map<Owned, IntervalSet> receipts = new LinkedHashMap<>();
    Map<Owned, List<Point.Ledger>> byStream =
        ledger.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> new Owned(entry.vessel(), entry.stream()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    byStream.forEach(
        (owned, entries) -> {
          StreamLedger before = fleet.ledger(owned.vessel(), owned.stream());
          IntervalSet ranges = receipts.computeIfAbsent(owned, any -> new IntervalSet());
          for (Point.Ledger entry : entries) {
            if (entry.kind() != Point.Kind.REFUSED) {
              Range range = new Range(entry.first(), entry.last());
              count(entry, before.knows(range) || ranges.contains(range));
              ranges.add(range);
            }
          }
          fleet.stored(owned.vessel(), entries);
        });
    return receipts;
  }

  private void count(Point.Ledger entry, boolean known) {
    if (entry.kind() == Point.Kind.ROW && known) {
      counts.duplicateReadings.add(entry.readings());
    } else if (entry.kind() == Point.Kind.GAP && !known) {
      counts.gapReadings.add(entry.readings());
    }
  }
}
