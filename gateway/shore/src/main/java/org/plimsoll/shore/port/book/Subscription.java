package org.plimsoll.shore.port.book;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.telemetry.VesselId;

/**
 * A webhook that somebody has made over the API. It has his rights, as they are when it is told.
 *
 * @param id made by the shore
 * @param author the name of his key
 * @param url where entries are sent
 * @param secret with which they are signed; told once
 * @param kinds of entries
 * @param vessel entries of this vessel alone
 * @param made by the shore's clock
 */
public record Subscription(
    UUID id,
    String author,
    URI url,
    String secret,
    Set<RecordKind> kinds,
    Optional<VesselId> vessel,
    Instant made) {

  /** Most of them; each asks the book once a second. */
  public static final int MOST = 100;

  /** Most of one key. */
  public static final int MOST_OF_ONE = 10;

  /** No webhook of the configuration has a name with a colon. */
  static final String PREFIX = "subscription:";

  public Subscription {
    kinds = Set.copyOf(kinds);
  }

  /** By which its progress is kept. */
  public String name() {
    return PREFIX + id;
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "Subscription[" + id + " of " + author + " " + url + " " + kinds + " " + vessel + "]";
  }
}
