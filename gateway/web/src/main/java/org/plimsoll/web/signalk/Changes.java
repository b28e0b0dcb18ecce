package org.plimsoll.web.signalk;

import com.fasterxml.jackson.databind.node.NullNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.plimsoll.telemetry.VesselId;

/**
 * When each value changed last, counted in refreshes. So a client that was slow, or wants to hear
 * less often, gets the latest of each path and nothing else. Confined to the stream's event loop.
 */
final class Changes {

  /** How long a path that has vanished is told to be null, in refreshes. */
  static final int REMEMBERED_TICKS = 600;

  private record Known(Leaf leaf, long tick) {}

  private static final class Ship {
    private final String context;
    private @Nullable Object revision;
    private long changed;
    private Map<String, Known> known = new LinkedHashMap<>();

    private Ship(VesselId id) {
      context = Documents.context(id);
    }
  }

  private final SignalKFleet fleet;
  private final Map<VesselId, Ship> ships = new HashMap<>();

  Changes(SignalKFleet fleet) {
    this.fleet = fleet;
  }

  /** Looks at a vessel anew; does little if she has not changed. */
  void look(VesselId id, long tick) {
    Optional<Object> revision = fleet.revision(id);
    Ship ship = ships.computeIfAbsent(id, first -> new Ship(id));
    if (revision.isEmpty() || revision.get() == ship.revision) {
      return;
    }
    Optional<SignalKVessel> now = fleet.vessel(id);
    if (now.isEmpty()) {
      return;
    }
    ship.revision = revision.get();
    Map<String, Known> next = new LinkedHashMap<>();
    put(next, Leaves.identity(now.get()), ship, tick);
    for (Leaf leaf : Leaves.of(now.get())) {
      if (leaf.preferred()) {
        put(next, leaf, ship, tick);
      }
    }
    ship.known.forEach(
        (path, before) -> {
          if (!next.containsKey(path)) {
            vanish(next, before, now.get().timeMillis(), tick);
          }
        });
    ship.known = next;
    ship.changed = tick;
  }

  private static void put(Map<String, Known> next, Leaf leaf, Ship ship, long tick) {
    Known before = ship.known.get(leaf.path());
    next.put(
        leaf.path(),
        before != null && leaf.saysTheSameAs(before.leaf) ? before : new Known(leaf, tick));
  }

  private static void vanish(Map<String, Known> next, Known before, long timeMillis, long tick) {
    Leaf leaf = before.leaf;
    if (leaf.value().isNull()) {
      if (tick - before.tick < REMEMBERED_TICKS) {
        next.put(leaf.path(), before);
      }
      return;
    }
    next.put(
        leaf.path(),
        new Known(
            new Leaf(
                leaf.path(),
                leaf.source(),
                timeMillis,
                NullNode.getInstance(),
                leaf.unit(),
                leaf.title(),
                true),
            tick));
  }

  /** What has changed after a refresh, as this subscription wants it. */
  List<Leaf> since(long tick, VesselId id, boolean isSelf, Subscription wanted) {
    Ship ship = ships.get(id);
    if (ship == null || ship.changed <= tick || !wanted.means(ship.context, isSelf)) {
      return List.of();
    }
    List<Leaf> changed = new ArrayList<>();
    for (Known known : ship.known.values()) {
      if (known.tick > tick && wanted.means(known.leaf)) {
        changed.add(known.leaf);
      }
    }
    return changed;
  }

  /** Forgets everything: nobody listens. */
  void clear() {
    ships.clear();
  }
}
