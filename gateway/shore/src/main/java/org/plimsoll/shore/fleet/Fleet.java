package org.plimsoll.shore.fleet;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.plimsoll.shore.store.Point;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.telemetry.Block;
import org.plimsoll.telemetry.Channel;
import org.plimsoll.telemetry.StatusMessage;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;

/** Every vessel that was ever heard. Any thread; each change replaces one vessel's record. */
public final class Fleet {

  /** Most vessels; what comes from one more is stored but not shown. */
  static final int MAX_VESSELS = 10_000;

  /** Most channels of a vessel that are shown; one more is stored but not shown. */
  static final int MAX_LATEST = 8_192;

  /** Most alerts of a vessel; beyond, those back to normal are forgotten, oldest first. */
  static final int MAX_ALERTS = 1_000;

  private final Map<VesselId, Vessel> vessels = new ConcurrentHashMap<>();
  private final AtomicLong reloads = new AtomicLong();

  /** All vessels, in the order of their names. */
  public List<Vessel> vessels() {
    List<Vessel> all = new ArrayList<>(vessels.values());
    all.sort(Comparator.comparing(vessel -> vessel.id().text()));
    return all;
  }

  /** One vessel, if it was ever heard. */
  public Optional<Vessel> vessel(VesselId id) {
    return Optional.ofNullable(vessels.get(id));
  }

  /** What is stored of one stream; nothing if it was never heard of. */
  public StreamLedger ledger(VesselId vessel, StreamId stream) {
    return vessel(vessel)
        .map(known -> known.streams().get(stream))
        .orElseGet(() -> StreamLedger.empty(stream));
  }

  /** She said something of herself. */
  public void heard(StatusMessage status, long nowMillis) {
    change(
        status.vessel(),
        vessel ->
            new Vessel(
                vessel.id(),
                Optional.of(status),
                Optional.of(status.origin()),
                Optional.of(status.stream()),
                status.online() ? OptionalLong.of(nowMillis) : vessel.lastHeardMillis(),
                vessel.latest(),
                vessel.alerts(),
                vessel.streams()));
  }

  /** One of her alerts changed its state. An older transition than the known one is ignored. */
  public void heard(VesselId id, AlertMessage alert, long nowMillis) {
    change(
        id,
        vessel ->
            new Vessel(
                vessel.id(),
                vessel.status(),
                vessel.origin(),
                vessel.stream(),
                OptionalLong.of(nowMillis),
                vessel.latest(),
                withAlert(vessel.alerts(), alert),
                vessel.streams()));
  }

  /** A block of hers has come in, with these readings as the newest. */
  public void heard(VesselId id, Block block, List<Latest> readings, long nowMillis) {
    change(
        id,
        vessel ->
            new Vessel(
                vessel.id(),
                vessel.status(),
                Optional.of(block.origin()),
                Optional.of(block.stream()),
                OptionalLong.of(nowMillis),
                withReadings(vessel.latest(), readings),
                vessel.alerts(),
                vessel.streams()));
  }

  /** More of her streams is stored. */
  public void stored(VesselId id, List<Point.Ledger> entries) {
    change(id, vessel -> withStreams(vessel, withLedger(vessel.streams(), entries)));
  }

  /** More of many ships' streams is stored, by other stations. */
  public void stored(List<Point.Ledger> entries) {
    entries.stream().collect(Collectors.groupingBy(Point.Ledger::vessel)).forEach(this::stored);
    reloads.incrementAndGet();
  }

  /**
   * What the store says is all that is stored: after a start, or when it was away and may have been
   * replaced by a copy of yesterday.
   */
  public void reload(List<Point.Ledger> entries) {
    Map<VesselId, List<Point.Ledger>> byVessel =
        entries.stream().collect(Collectors.groupingBy(Point.Ledger::vessel));
    for (VesselId known : vessels.keySet()) {
      byVessel.computeIfAbsent(known, none -> List.of());
    }
    byVessel.forEach(
        (id, stored) -> change(id, vessel -> withStreams(vessel, withLedger(Map.of(), stored))));
    reloads.incrementAndGet();
  }

  /** How often what is stored was read from the store. */
  public long reloads() {
    return reloads.get();
  }

  /** Her newest readings as the store has them, for what has not come in since the start. */
  public void reload(VesselId id, List<Latest> readings) {
    change(
        id,
        vessel ->
            new Vessel(
                vessel.id(),
                vessel.status(),
                vessel.origin(),
                vessel.stream(),
                vessel.lastHeardMillis().isPresent()
                    ? vessel.lastHeardMillis()
                    : readings.stream().mapToLong(Latest::timeMillis).max(),
                withReadings(vessel.latest(), readings),
                vessel.alerts(),
                vessel.streams()));
  }

  private void change(VesselId id, UnaryOperator<Vessel> next) {
    if (vessels.size() >= MAX_VESSELS && !vessels.containsKey(id)) {
      return;
    }
    vessels.compute(id, (key, known) -> next.apply(known == null ? Vessel.unheard(key) : known));
  }

  private static Vessel withStreams(Vessel vessel, Map<StreamId, StreamLedger> streams) {
    return new Vessel(
        vessel.id(),
        vessel.status(),
        vessel.origin(),
        vessel.stream(),
        vessel.lastHeardMillis(),
        vessel.latest(),
        vessel.alerts(),
        streams);
  }

  private static Map<StreamId, StreamLedger> withLedger(
      Map<StreamId, StreamLedger> streams, List<Point.Ledger> entries) {
    Map<StreamId, StreamLedger> next = new HashMap<>(streams);
    entries.stream()
        .collect(Collectors.groupingBy(Point.Ledger::stream))
        .forEach(
            (stream, more) ->
                next.put(stream, next.getOrDefault(stream, StreamLedger.empty(stream)).with(more)));
    return next;
  }

  private static Map<Vessel.ChannelKey, Latest> withReadings(
      Map<Vessel.ChannelKey, Latest> latest, List<Latest> readings) {
    Map<Vessel.ChannelKey, Latest> next = new HashMap<>(latest);
    for (Latest reading : readings) {
      Channel channel = reading.channel();
      Vessel.ChannelKey key = new Vessel.ChannelKey(channel.path(), channel.source());
      Latest known = next.get(key);
      if (known == null ? next.size() < MAX_LATEST : reading.isNewerThan(known)) {
        next.put(key, reading);
      }
    }
    return next;
  }

  private static Map<Vessel.AlertKey, AlertMessage> withAlert(
      Map<Vessel.AlertKey, AlertMessage> alerts, AlertMessage alert) {
    Vessel.AlertKey key = new Vessel.AlertKey(alert.id(), alert.instance());
    AlertMessage known = alerts.get(key);
    // A ship that lost her memory counts from the start again, but later.
    if (known != null
        && known.revision() > alert.revision()
        && !alert.changed().isAfter(known.changed())) {
      return alerts;
    }
    Map<Vessel.AlertKey, AlertMessage> next = new HashMap<>(alerts);
    next.put(key, alert);
    if (next.size() > MAX_ALERTS) {
      next.entrySet().stream()
          .filter(entry -> entry.getValue().state() == AlertState.NORMAL)
          .min(Comparator.comparing(entry -> entry.getValue().changed()))
          .map(Map.Entry::getKey)
          .or(() -> Optional.of(key))
          .ifPresent(next::remove);
    }
    return next;
  }
}
