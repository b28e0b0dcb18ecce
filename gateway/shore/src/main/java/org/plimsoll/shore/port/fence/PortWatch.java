package org.plimsoll.shore.port.fence;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import org.plimsoll.shore.fleet.Fleet;
import org.plimsoll.shore.port.Crossing;
import org.plimsoll.shore.port.book.Ledger;
import org.plimsoll.telemetry.VesselId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks where every vessel is, and tells the book when one has come or gone. What was told is known
 * again after a restart, from the book. Confined to the book's thread; the counts are for any.
 */
public final class PortWatch {

  /** An older position says nothing of now. */
  static final Duration STALE = Duration.ofMinutes(10);

  /** How far a ship's clock may be ahead of ours. */
  static final Duration AHEAD = Duration.ofMinutes(1);

  private static final Logger LOG = LoggerFactory.getLogger(PortWatch.class);

  private final PortMap map;
  private final FenceRules rules;
  private final Fleet fleet;
  private final InstantSource clock;
  private final Map<VesselId, Long> lastFix = new HashMap<>();
  private final Map<Place, Presence> presences = new HashMap<>();
  private boolean remembered;

  // What the last look found, until it counts.
  private final Map<VesselId, Long> newFixes = new HashMap<>();
  private final Map<Place, Presence> moved = new HashMap<>();
  private final List<Crossing> told = new ArrayList<>();
  private int uncalled;

  private final LongAdder crossings = new LongAdder();
  private final LongAdder withoutCall = new LongAdder();
  private final LongAdder ignored = new LongAdder();

  /** One vessel and one fence; a fence is known by port and name. */
  private record Place(VesselId vessel, String unlocode, String name) {}

  public PortWatch(PortMap map, FenceRules rules, Fleet fleet, InstantSource clock) {
    this.map = map;
    this.rules = rules;
    this.fleet = fleet;
    this.clock = clock;
  }

  /** One look at the fleet, once a second. */
  public void look(Ledger ledger) throws SQLException {
    if (map.fences().isEmpty()) {
      return;
    }
    if (!remembered) {
      remember(ledger.newestCrossings());
      remembered = true;
    }
    if (told.isEmpty() || ledger.isTold(told.get(0))) {
      move();
    }
    forget();
    for (Watched vessel : Watched.of(fleet.vessels())) {
      if (isNews(vessel)) {
        look(ledger, vessel);
        newFixes.put(vessel.id(), vessel.fix().timeMillis());
      }
    }
    if (told.isEmpty()) {
      move();
    }
  }

  /**
   * A look that told something counts once the book has it, which the next look sees; one that told
   * nothing counts at once.
   */
  private void move() {
    lastFix.putAll(newFixes);
    presences.putAll(moved);
    crossings.add(told.size());
    withoutCall.add(uncalled);
    forget();
  }

  private void forget() {
    newFixes.clear();
    moved.clear();
    told.clear();
    uncalled = 0;
  }

  private void remember(List<Crossing> told) {
    for (Crossing crossing : told) {
      presences.put(
          new Place(crossing.vessel(), crossing.unlocode(), crossing.name()),
          Presence.after(crossing.event(), crossing.time().toEpochMilli()));
    }
  }

  private boolean isNews(Watched vessel) {
    long time = vessel.fix().timeMillis();
    Long last = lastFix.get(vessel.id());
    if (last != null && time <= last) {
      return false;
    }
    long now = clock.millis();
    boolean believed = time <= now + AHEAD.toMillis() && time >= now - STALE.toMillis();
    if (!believed) {
      ignored.increment();
    }
    return believed;
  }

  private void look(Ledger ledger, Watched vessel) throws SQLException {
    for (Fence fence : map.fences()) {
      Place place = new Place(vessel.id(), fence.unlocode(), fence.name());
      Fence.Side side = fence.side(vessel.fix(), rules.marginMetres());
      Presence.Step step =
          presences
              .getOrDefault(place, Presence.UNKNOWN)
              .at(vessel.fix().timeMillis(), side, rules.dwell().toMillis());
      if (step.passage().isPresent()) {
        tell(ledger, crossing(vessel, fence, step.passage().get()));
      }
      moved.put(place, step.next());
    }
  }

  private static Crossing crossing(Watched vessel, Fence fence, Presence.Passage passage) {
    return new Crossing(
        vessel.id(),
        fence.unlocode(),
        fence.location(),
        fence.name(),
        fence.terminal(),
        passage.event(),
        Instant.ofEpochMilli(passage.timeMillis()),
        Instant.ofEpochMilli(passage.earliestMillis()),
        vessel.origin());
  }

  private void tell(Ledger ledger, Crossing crossing) throws SQLException {
    boolean called = ledger.cross(crossing);
    told.add(crossing);
    uncalled += called ? 0 : 1;
    LOG.info(
        "{} {}: {} {} {} at {}{}",
        crossing.origin(),
        crossing.vessel(),
        crossing.event(),
        crossing.unlocode(),
        crossing.name(),
        crossing.time(),
        called ? "" : ", without a call");
  }

  /** Crossings told. */
  public long crossings() {
    return crossings.sum();
  }

  /** Of these, those that belonged to no call. */
  public long withoutCall() {
    return withoutCall.sum();
  }

  /** Looks at positions that were too old or lay ahead. */
  public long ignored() {
    return ignored.sum();
  }
}
