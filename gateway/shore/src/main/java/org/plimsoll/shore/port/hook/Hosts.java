package org.plimsoll.shore.port.hook;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Whom the shore may be told to speak to over the API. Whoever runs it names them: otherwise a key
 * could let it speak to machines that the key's owner does not reach himself. Names are compared as
 * they stand, and no redirect is followed, so nothing is asked of anybody's name server.
 *
 * @param authorities host and port, such as {@code port.example:443}
 */
public record Hosts(Set<String> authorities) {

  /** Nobody. */
  public static final Hosts NONE = new Hosts(Set.of());

  private static final int HTTPS = 443;
  private static final int HTTP = 80;
  private static final Pattern ENTRY =
      Pattern.compile("([A-Za-z0-9.-]{1,253}|\\[[0-9A-Fa-f:.]{2,45}])(?::([0-9]{1,5}))?");

  public Hosts {
    authorities = authorities.stream().map(Hosts::lower).collect(Collectors.toSet());
  }

  /** An entry of the configuration, with 443 where it names no port; empty when it is none. */
  public static Optional<String> entry(String text) {
    Matcher entry = ENTRY.matcher(text);
    if (!entry.matches()) {
      return Optional.empty();
    }
    int port = entry.group(2) == null ? HTTPS : Integer.parseInt(entry.group(2));
    return port >= 1 && port <= 65_535
        ? Optional.of(lower(entry.group(1)) + ":" + port)
        : Optional.empty();
  }

  /** Whether nobody may be spoken to. */
  public boolean isEmpty() {
    return authorities.isEmpty();
  }

  /** Whether an address is on one of these hosts, and will do for a webhook. */
  public boolean allow(URI url) {
    if (!Webhook.isValid(url)) {
      return false;
    }
    int usual = lower(url.getScheme()).equals("https") ? HTTPS : HTTP;
    int port = url.getPort() < 0 ? usual : url.getPort();
    return authorities.contains(lower(url.getHost()) + ":" + port);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
