package org.plimsoll.shore.port.api;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.plimsoll.shore.port.Author;

/**
 * Who asks, by the key in {@code Authorization: Bearer}. Without any key in the configuration a
 * program on this machine may read and write, and nobody else. Immutable.
 *
 * @param keys of everybody who has one
 */
public record Keys(List<Key> keys) {

  /** Nobody has a key. */
  public static final Keys NONE = new Keys(List.of());

  private static final String BEARER = "Bearer ";

  /** Hosts by which a program on this machine asks; another name may be a foreign page's. */
  private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "::1", "[::1]");

  /** Whatever a proxy says of others, it does not make them local. */
  private static final List<String> FORWARDED =
      List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP");

  /**
   * One key.
   *
   * @param author whom it stands for
   * @param sha256 of the key in hexadecimal; the key itself is not kept
   */
  public record Key(Author author, String sha256) {

    /** Of a secret. */
    public static Key of(Author author, String secret) {
      return new Key(author, digest(secret));
    }
  }

  public Keys {
    keys = List.copyOf(keys);
  }

  /** Whoever has a key of this name; without any key, a program on this machine. */
  Optional<Author> named(String name) {
    if (keys.isEmpty()) {
      return Optional.of(Author.LOCAL).filter(local -> local.name().equals(name));
    }
    return keys.stream().map(Key::author).filter(who -> who.name().equals(name)).findFirst();
  }

  /** Whoever sends this; nobody when the key is wrong, is missing, or is needed. */
  Optional<Author> author(HttpServerRequest request) {
    String authorization = request.getHeader("Authorization");
    if (keys.isEmpty()) {
      return authorization == null && isLocal(request)
          ? Optional.of(Author.LOCAL)
          : Optional.empty();
    }
    if (authorization == null || !authorization.startsWith(BEARER)) {
      return Optional.empty();
    }
    byte[] given = bytes(digest(authorization.substring(BEARER.length()).strip()));
    Optional<Author> author = Optional.empty();
    for (Key key : keys) {
      if (MessageDigest.isEqual(bytes(key.sha256()), given)) {
        author = Optional.of(key.author());
      }
    }
    return author;
  }

  private static boolean isLocal(HttpServerRequest request) {
    SocketAddress from = request.remoteAddress();
    boolean named = request.authority() != null && LOCAL_NAMES.contains(request.authority().host());
    boolean forwarded = FORWARDED.stream().anyMatch(request.headers()::contains);
    return named && !forwarded && from != null && isLoopback(from.hostAddress());
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String digest(String text) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(text)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
