package org.plimsoll.shore;

import java.net.URI;

/**
 * Where the store answers HTTP.
 *
 * @param url root of its HTTP interface, such as {@code http://127.0.0.1:9000}
 */
public record StoreAddress(URI url) {

  public StoreAddress {
    if (!isValid(url)) {
      throw new IllegalArgumentException("store at " + url + ": want http://host:port");
    }
  }

  /** Whether a store can be reached at such an address. */
  public static boolean isValid(URI url) {
    return ("http".equals(url.getScheme()) || "https".equals(url.getScheme()))
        && url.getHost() != null
        && url.getRawQuery() == null;
  }
}
