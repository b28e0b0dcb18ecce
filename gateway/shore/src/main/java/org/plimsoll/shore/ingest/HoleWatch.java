package org.plimsoll.shore.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.fleet.Vessel;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.RequestMessage;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;

/**
 * Notices rows that stay missing while their ship is online: after the store was restored from a
 * copy, or a broker forgot what it had. Backlog on its way is a hole that shrinks, and is left
 * alone.
 *
 * <p>Confined to the news thread.
 */
final class HoleWatch {

  /** How long a hole must stay as it is, and how long between two requests for it. */
  static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** How often the fleet is looked through. */
  static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Most ranges asked for at once; the next ones follow when these are filled. */
  static final int MAX_RANGES = 64;

  /** A request to be published. */
  record Wanted(VesselId vessel, RequestMessage request) {}

  private record Seen(StreamId stream, List<Range> holes, long sinceNanos) {}

  private final Fleet fleet;
  private final LongSupplier nanos;
  private final Map<VesselId, Seen> seen = new HashMap<>();
  private long lookedNanos;

  HoleWatch(Fleet fleet, LongSupplier nanos) {
    this.fleet = fleet;
    this.nanos = nanos;
    this.lookedNanos = nanos.getAsLong() - LOOK_NANOS;
  }

  /** What has been missing for too long. */
  List<Wanted> wanted() {
    long now = nanos.getAsLong();
    if (now - lookedNanos < LOOK_NANOS) {
      return List.of();
    }
    lookedNanos = now;
    List<Wanted> wanted = new ArrayList<>();
    for (Vessel vessel : fleet.vessels()) {
      look(vessel, now, wanted);
    }
    return wanted;
  }

  /** Only the stream that is being written: another one's outbox is gone. */
  private void look(Vessel vessel, long now, List<Wanted> wanted) {
    if (!vessel.isOnline()) {
      seen.remove(vessel.id());
      return;
    }
    StreamId stream = vessel.status().orElseThrow().stream();
    List<Range> holes = fleet.ledger(vessel.id(), stream).holes();
    if (holes.isEmpty()) {
      seen.remove(vessel.id());
      return;
    }
    Seen before = seen.get(vessel.id());
    if (before == null || !before.stream().equals(stream) || !before.holes().equals(holes)) {
      seen.put(vessel.id(), new Seen(stream, holes, now));
    } else if (now - before.sinceNanos() >= PATIENCE_NANOS) {
      seen.put(vessel.id(), new Seen(stream, holes, now));
      List<Range> some = holes.subList(0, Math.min(holes.size(), MAX_RANGES));
      wanted.add(new Wanted(vessel.id(), new RequestMessage(stream, some)));
    }
  }
}
