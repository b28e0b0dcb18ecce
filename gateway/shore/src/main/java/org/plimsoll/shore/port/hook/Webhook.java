package org.plimsoll.shore.port.hook;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Role;
import org.plimsoll.shore.port.book.Subscription;
import org.plimsoll.telemetry.VesselId;

/**
 * Who is told what. Made in the configuration, or over the API for the hosts that the configuration
 * names.
 *
 * @param name by which its progress is kept
 * @param url where entries are sent
 * @param secret with which they are signed
 * @param kinds of entries
 * @param vessel entries of this vessel alone
 * @param reader whose rights it has
 */
public record Webhook(
    String name,
    URI url,
    String secret,
    Set<RecordKind> kinds,
    Optional<VesselId> vessel,
    Author reader) {

  /** One of the configuration, with the rights of a reader: what ships withhold it is not told. */
  public Webhook(
      String name, URI url, String secret, Set<RecordKind> kinds, Optional<VesselId> vessel) {
    this(name, url, secret, kinds, vessel, reader(name));
  }

  /** One that was made over the API, with the rights of who made it. */
  static Webhook of(Subscription subscription, Author reader) {
    return new Webhook(
        subscription.name(),
        subscription.url(),
        subscription.secret(),
        subscription.kinds(),
        subscription.vessel(),
        reader);
  }

  public Webhook {
    kinds = Set.copyOf(kinds);
  }

  private static Author reader(String name) {
    return new Author("webhook:" + name, Role.READER, Optional.empty(), Optional.empty());
  }

  /** Whether an address will do: what leaves the machine is encrypted. */
  public static boolean isValid(URI url) {
    String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
    String host = String.valueOf(url.getHost());
    boolean local = Set.of("localhost", "127.0.0.1", "[::1]").contains(host);
    return url.getHost() != null
        && url.getUserInfo() == null
        && (scheme.equals("https") || scheme.equals("http") && local);
  }

  /** Without the secret. */
  @Override
  public String toString() {
    return "Webhook[" + name + " " + url + " " + kinds + " " + vessel + "]";
  }
}
