package org.plimsoll.shore.fleet;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.plimsoll.telemetry.AlertMessage;
import org.plimsoll.telemetry.AlertState;
import org.plimsoll.telemetry.DataOrigin;
import org.plimsoll.telemetry.StatusMessage;
import org.plimsoll.telemetry.StreamId;
import org.plimsoll.telemetry.VesselId;

/**
 * What the shore knows of one vessel at one moment. Immutable.
 *
 * @param id who
 * @param status what she said of herself last; empty when she has not been heard since the start
 * @param origin where her readings come from, once one has come
 * @param stream the stream that she writes, as her status or her newest block says
 * @param lastHeardMillis when anything came from her, in ms since 1970-01-01 UTC
 * @param latest the newest reading of each path and source
 * @param alerts the newest transition of each alert
 * @param streams what is stored of each of her streams
 */
public record Vessel(
    VesselId id,
    Optional<StatusMessage> status,
    Optional<DataOrigin> origin,
    Optional<StreamId> stream,
    OptionalLong lastHeardMillis,
    Map<ChannelKey, Latest> latest,
    Map<AlertKey, AlertMessage> alerts,
    Map<StreamId, StreamLedger> streams) {

  /** A path by one source. */
  public record ChannelKey(String path, String source) {}

  /** One of several alerts of a kind. */
  public record AlertKey(int id, int instance) {}

  public Vessel {
    latest = Map.copyOf(latest);
    alerts = Map.copyOf(alerts);
    streams = Map.copyOf(streams);
  }

  static Vessel unheard(VesselId id) {
    return new Vessel(
        id,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        OptionalLong.empty(),
        Map.of(),
        Map.of(),
        Map.of());
  }

  /** Whether she said that she is there, and the broker has not said otherwise. */
  public boolean isOnline() {
    return status.map(StatusMessage::online).orElse(false);
  }

  /** Readings stored, of all her streams. */
  public long stored() {
    return streams.values().stream().mapToLong(StreamLedger::readings).sum();
  }

  /** Rows missing, of all her streams. */
  public long missingRows() {
    return streams.values().stream()
        .flatMap(stream -> stream.holes().stream())
        .mapToLong(range -> range.length())
        .sum();
  }

  /** Alerts that are not back to normal. */
  public long openAlerts() {
    return alerts.values().stream().filter(alert -> alert.state() != AlertState.NORMAL).count();
  }
}
