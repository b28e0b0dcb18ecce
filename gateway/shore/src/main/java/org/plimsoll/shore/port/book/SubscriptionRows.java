package org.plimsoll.shore.port.book;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.telemetry.VesselId;

/** Subscriptions as rows of the file. Confined to the book's thread. */
final class SubscriptionRows {

  private final BookFile file;

  SubscriptionRows(BookFile file) {
    this.file = file;
  }

  /** Adds one, or says why there is no room for it. */
  Optional<String> add(Subscription one) throws SQLException {
    List<Subscription> all = all();
    long own = all.stream().filter(other -> other.author().equals(one.author())).count();
    if (all.size() >= Subscription.MOST || own >= Subscription.MOST_OF_ONE) {
      return Optional.of(
          "a key has "
              + Subscription.MOST_OF_ONE
              + " subscriptions at most, and all together "
              + Subscription.MOST);
    }
    file.update(
        "INSERT INTO subscriptions VALUES (?, ?, ?, ?, ?, ?, ?)",
        List.of(
            one.id().toString(),
            one.author(),
            one.url().toString(),
            one.secret(),
            one.kinds().stream().map(RecordKind::name).sorted().collect(Collectors.joining(" ")),
            one.vessel().map(VesselId::text).orElse(""),
            one.made().toEpochMilli()));
    return Optional.empty();
  }

  List<Subscription> all() throws SQLException {
    return file.query(
        "SELECT id, author, url, secret, kinds, vessel, made FROM subscriptions ORDER BY made, id",
        SubscriptionRows::read);
  }

  /** Takes one away, and the progress of all that are gone. */
  void remove(Subscription one) throws SQLException {
    file.update("DELETE FROM subscriptions WHERE id = ?", List.of(one.id().toString()));
    file.update(
        "DELETE FROM told WHERE webhook LIKE ? AND substr(webhook, ?) NOT IN"
            + " (SELECT id FROM subscriptions)",
        List.of(Subscription.PREFIX + "%", Subscription.PREFIX.length() + 1));
  }

  private static Subscription read(ResultSet row) throws SQLException {
    return new Subscription(
        UUID.fromString(row.getString(1)),
        row.getString(2),
        URI.create(row.getString(3)),
        row.getString(4),
        Arrays.stream(row.getString(5).split(" "))
            .map(RecordKind::valueOf)
            .collect(Collectors.toSet()),
        VesselId.parse(row.getString(6)),
        Instant.ofEpochMilli(row.getLong(7)));
  }
}
