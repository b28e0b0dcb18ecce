package org.plimsoll.telemetry.mqtt;

import java.time.Duration;
import java.util.Optional;

/**
 * How to connect.
 *
 * @param host name or address of the broker
 * @param port TCP port, 1 to 65535
 * @param clientId names this client to the broker; a second connection with it ends the first
 * @param credentials user name and password, when the broker wants them
 * @param will what the broker publishes, retained, when the connection ends without a word
 * @param keepAlive silence after which the other side is asked, 1 s to 18 h; a dead link is found
 *     within twice of it
 * @param receiveMaximum most inbound messages without acknowledgement, 1 to 32767
 * @param maximumPacketBytes longest inbound packet, in bytes
 */
public record SessionOptions(
    String host,
    int port,
    String clientId,
    Optional<Credentials> credentials,
    Optional<Will> will,
    Duration keepAlive,
    int receiveMaximum,
    int maximumPacketBytes) {

  /** Largest Receive Maximum: Paho reads one as a signed 16-bit number. */
  public static final int MAX_RECEIVE_MAXIMUM = 32767;

  /** Receive Maximum unless chosen otherwise. */
  public static final int DEFAULT_RECEIVE_MAXIMUM = 64;

  /** Maximum Packet Size unless chosen otherwise: the longest block or message, and its header. */
  public static final int DEFAULT_MAXIMUM_PACKET_BYTES = (4 << 20) + 1024;

  public SessionOptions {
    if (receiveMaximum < 1 || receiveMaximum > MAX_RECEIVE_MAXIMUM) {
      throw new IllegalArgumentException("receive maximum " + receiveMaximum);
    }
    if (keepAlive.toSeconds() < 1 || keepAlive.toSeconds() > 65535) {
      throw new IllegalArgumentException("keep-alive " + keepAlive);
    }
  }

  /** Who connects. The password is never printed. */
  public record Credentials(String userName, String password) {
    @Override
    public String toString() {
      return "Credentials[userName=" + userName + "]";
    }
  }

  /** The last words of a client. Retained, QoS 1. */
  public static final class Will {
    private final String topic;
    private final byte[] payload;

    public Will(String topic, byte[] payload) {
      this.topic = topic;
      this.payload = payload.clone();
    }

    public String topic() {
      return topic;
    }

    public byte[] payload() {
      return payload.clone();
    }
  }
}
