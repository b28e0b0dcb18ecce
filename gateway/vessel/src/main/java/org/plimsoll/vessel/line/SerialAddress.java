package org.plimsoll.vessel.line;

import java.net.SocketAddress;
import java.nio.file.Path;

/** Where a serial channel connects to: a device by its stable name, and how it talks. */
final class SerialAddress extends SocketAddress {

  private static final long serialVersionUID = 1L;

  private final String device;
  private final int baud;
  private final SerialFormat format;

  SerialAddress(Path device, int baud, SerialFormat format) {
    this.device = device.toString();
    this.baud = baud;
    this.format = format;
  }

  /** The stable name, often a symbolic link below {@code /dev/serial/by-id}. */
  Path device() {
    return Path.of(device);
  }

  int baud() {
    return baud;
  }

  SerialFormat format() {
    return format;
  }

  @Override
  public String toString() {
    return device;
  }
}
