package org.plimsoll.shore.store;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * A VictoriaMetrics that runs elsewhere, with {@code -retentionPeriod=100y} and {@code
 * -dedup.minScrapeInterval=1ms}.
 *
 * @param url root of its HTTP interface, such as {@code http://127.0.0.1:8428}
 * @param user whom it, or the proxy before it, asks for; empty without one
 * @param password the user's; empty without one
 */
public record VictoriaServer(URI url, String user, String password) {

  Optional<String> authorisation() {
    if (user.isEmpty()) {
      return Optional.empty();
    }
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return Optional.of("Basic " + Base64.getEncoder().encodeToString(pair));
  }

  /** Not with its secret. */
  @Override
  public String toString() {
    return "VictoriaMetrics at " + url;
  }
}
