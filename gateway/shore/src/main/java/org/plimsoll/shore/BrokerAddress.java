package org.plimsoll.shore;

/**
 * Where the MQTT broker listens.
 *
 * @param host name or address
 * @param port TCP port, 1 to 65535
 */
public record BrokerAddress(String host, int port) {

  public BrokerAddress {
    if (port < 1 || port > 65535) {
      throw new IllegalArgumentException("port " + port + ", allowed 1 to 65535");
    }
  }

  @Override
  public String toString() {
    return host + ":" + port;
  }
}
