package org.plimsoll.shore.port.outbound;

import java.net.http.HttpClient;
import java.time.Duration;

/** What every request of ours to another system keeps to. */
public final class Outbound {

  /** From the request to the whole answer. */
  public static final Duration ANSWER_TIMEOUT = Duration.ofSeconds(10);

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

  private Outbound() {}

  /** A client that goes where it is told, and nowhere else. */
  public static HttpClient client() {
    return HttpClient.newBuilder()
        .version(HttpClient.Version.HTTP_1_1)
        .connectTimeout(CONNECT_TIMEOUT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }
}
