package org.plimsoll.vessel.uplink;

import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import org.plimsoll.configuration.Section;
import org.plimsoll.telemetry.Topics;
import org.plimsoll.telemetry.mqtt.SessionOptions.Credentials;
import org.plimsoll.vessel.budget.Rations;

/**
 * How to reach the shore.
 *
 * @param host name or address of the broker
 * @param port its TCP port
 * @param topicPrefix prefix of every topic
 * @param credentials user name and password, when the broker wants them
 * @param keepAlive silence after which the broker is asked; a dead link is found within twice of it
 * @param sealEvery how often commit groups become a block while the link is up
 * @param sealEveryOffline the same while it is down: fewer, larger blocks
 * @param window most blocks in flight
 * @param receiptTimeout how long to wait for the receipt of a live block before it is sent again;
 *     four times as long for one of the backlog; doubles with each repetition
 * @param rations how many bytes the link may carry, and when
 */
public record UplinkConfig(
    String host,
    int port,
    String topicPrefix,
    Optional<Credentials> credentials,
    Duration keepAlive,
    Duration sealEvery,
    Duration sealEveryOffline,
    int window,
    Duration receiptTimeout,
    Rations rations) {

  /**
   * How often a link with a budget is kept alive unless configured. Every five seconds it would
   * carry 2 MB a day without a reading.
   */
  static final Duration THRIFTY_KEEP_ALIVE = Duration.ofSeconds(60);

  private static final Pattern HOST = Pattern.compile("[A-Za-z0-9._:-]{1,253}");
  private static final Pattern PREFIX = Pattern.compile("[A-Za-z0-9_.-]+(/[A-Za-z0-9_.-]+)*");
  private static final int MAX_WINDOW = 64;
  private static final Duration SECOND = Duration.ofSeconds(1);

  public UplinkConfig {
    if (port < 1 || port > 65535 || window < 1 || window > MAX_WINDOW) {
      throw new IllegalArgumentException("port " + port + ", window " + window);
    }
  }

  /** An unencrypted broker with every other setting at its default. */
  public static UplinkConfig to(String host, int port) {
    return new UplinkConfig(
        host,
        port,
        Topics.DEFAULT_PREFIX,
        Optional.empty(),
        Duration.ofSeconds(5),
        Duration.ofSeconds(2),
        Duration.ofSeconds(60),
        16,
        Duration.ofSeconds(15),
        Rations.NONE);
  }

  /**
   * Keys {@code host}, {@code port}, {@code topic-prefix}, {@code user}, {@code password} (by
   * {@code file:}), {@code keep-alive}, {@code seal-every}, {@code seal-every-offline}, {@code
   * window}, {@code receipt-timeout}, and those of {@link Rations}.
   */
  public static UplinkConfig read(Section section) {
    UplinkConfig defaults = to("127.0.0.1", 1883);
    Optional<String> user = section.optionalText("user");
    Optional<String> password = section.secret("password");
    if (user.isPresent() && !section.has("password")) {
      section.problem("user", "a user without a password", "add password: file:PATH");
    }
    String host =
        section.has("host")
            ? section.text("host", HOST, "a host name or an address")
            : defaults.host();
    String prefix =
        section.has("topic-prefix")
            ? section.text("topic-prefix", PREFIX, "levels such as plimsoll/v1")
            : defaults.topicPrefix();
    Duration minute = Duration.ofMinutes(1);
    Rations rations = Rations.read(section);
    Duration keepAlive = rations.budget().isLimited() ? THRIFTY_KEEP_ALIVE : defaults.keepAlive();
    return new UplinkConfig(
        host,
        section.integer("port", 1, 65535, defaults.port()),
        prefix,
        user.flatMap(name -> password.map(secret -> new Credentials(name, secret))),
        section.duration("keep-alive", SECOND, Duration.ofHours(1), keepAlive),
        section.duration("seal-every", Duration.ofMillis(100), minute, defaults.sealEvery()),
        section.duration(
            "seal-every-offline", SECOND, Duration.ofMinutes(10), defaults.sealEveryOffline()),
        section.integer("window", 1, MAX_WINDOW, defaults.window()),
        section.duration(
            "receipt-timeout", SECOND, Duration.ofMinutes(10), defaults.receiptTimeout()),
        rations);
  }
}
