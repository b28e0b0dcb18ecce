package org.plimsoll.shore.port.status;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * Where vessel statuses go.
 *
 * @param url below which {@code vessel-statuses} is
 * @param token sent as bearer, if they want one
 * @param every how often each call is told
 */
public record PushConfig(URI url, Optional<String> token, Duration every) {

  /** Without the token. */
  @Override
  public String toString() {
    return "PushConfig[" + url + " " + every + "]";
  }
}
