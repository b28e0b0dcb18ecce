package org.plimsoll.shore.port.hook;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.shore.port.Author;
import org.plimsoll.shore.port.RecordKind;
import org.plimsoll.shore.port.Role;
import org.plimsoll.telemetry.VesselId;

/**
 * Who is told what. Made in the configuration alone: whoever could make one over the API could let
 * the shore speak to machines that he cannot reach himself.
 *
 * @param name by which its progress is kept
 * @param url where entries are sent
 * @param secret with which they are signed
 * @param kinds of entries
 * @param vessel entries of this vessel alone
 */
public record Webhook(
    String name, URI url, String secret, Set<RecordKind> kinds, Optional<VesselId> vessel) {

  public Webhook {
    kinds = Set.copyOf(kinds);
  }

  /** With the rights of a reader: it is not told what ships withhold. */
  Author reader() {
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
