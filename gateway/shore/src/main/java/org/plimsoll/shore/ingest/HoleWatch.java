package org.plimsoll.shore.ingest;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.fleet.Vessel;
import org.plimsoll.telemetry.Range;
import org.plimsoll.telemetry.RequestMessage;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;

/**
 * Notices rows that stay missing while their ship is there: after the store was restored from a
 * copy, or a broker forgot what it had. Who was heard lately is there, whatever an old status says:
 * a broker may forget that one too. Backlog on its way is a hole that shrinks, and is left alone. A
 * request that changes nothing is repeated after twice the time each: a ship that spares her link
 * keeps her backlog for hours, and was told.
 *
 * <p>Confined to the thread of {@link Overheard}.
 */
final class HoleWatch {

  /** How long a hole must stay as it is before it is asked for. */
  static final long PATIENCE_NANOS = TimeUnit.SECONDS.toNanos(60);

  /** The patience doubles so often with requests that changed nothing: to about an hour. */
  static final int MAX_DOUBLINGS = 6;

  /** How long a ship counts as there after she was heard. */
  static final long HEARD_NANOS = TimeUnit.MINUTES.toNanos(10);

  /** How often the fleet is looked through. */
  static final long LOOK_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** Most ranges asked for at once; the next ones follow when these are filled. */
  static final int MAX_RANGES = 64;

  /** A request to be published. */
  record Wanted(VesselId vessel, RequestMessage request) {}

  /** Holes that have not changed since, and how often they were asked for. */
  private record Seen(StreamId stream, List<Range> holes, long sinceNanos, int requests) {

    boolean isSame(StreamId otherStream, List<Range> otherHoles) {
      return stream.equals(otherStream) && holes.equals(otherHoles);
    }

    boolean isDue(long now) {
      return now - sinceNanos >= PATIENCE_NANOS << Math.min(requests, MAX_DOUBLINGS);
    }
  }

  /** When a ship was heard last, by the calendar, and when that was seen here. */
  private record Heard(OptionalLong millis, long nanos) {}

  private final Fleet fleet;
  private final Receipted receipted;
  private final LongSupplier nanos;
  private final Map<VesselId, Heard> heard = new HashMap<>();
  private final Map<VesselId, Seen> seen = new HashMap<>();
  private long lookedNanos;

  HoleWatch(Fleet fleet, Receipted receipted, LongSupplier nanos) {
    this.fleet = fleet;
    this.receipted = receipted;
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
    boolean heardLately = wasHeardLately(vessel, now);
    if (vessel.stream().isEmpty() || !(vessel.isOnline() || heardLately)) {
      seen.remove(vessel.id());
      return;
    }
    StreamId stream = vessel.stream().orElseThrow();
    List<Range> holes = receipted.without(stream, fleet.ledger(vessel.id(), stream).holes());
    if (holes.isEmpty()) {
      seen.remove(vessel.id());
      return;
    }
    Seen before = seen.get(vessel.id());
    if (before == null || !before.isSame(stream, holes)) {
      seen.put(vessel.id(), new Seen(stream, holes, now, 0));
    } else if (before.isDue(now)) {
      seen.put(vessel.id(), new Seen(stream, holes, now, before.requests() + 1));
      List<Range> some = holes.subList(0, Math.min(holes.size(), MAX_RANGES));
      wanted.add(new Wanted(vessel.id(), new RequestMessage(stream, some)));
    }
  }

  private boolean wasHeardLately(Vessel vessel, long now) {
    Heard before = heard.get(vessel.id());
    if (before == null) {
      before = new Heard(vessel.lastHeardMillis(), now - HEARD_NANOS);
    } else if (!before.millis().equals(vessel.lastHeardMillis())) {
      before = new Heard(vessel.lastHeardMillis(), now);
    }
    heard.put(vessel.id(), before);
    return now - before.nanos() < HEARD_NANOS;
  }
}
