package org.plimsoll.simulator;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** A wire without a terminal: keeps what was said, hears or does not, has room or does not. */
final class Listener implements Outlet {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  boolean heard = true;
  int room = Integer.MAX_VALUE;

  @Override
  public void say(byte[] message) {
    said.writeBytes(message);
  }

  @Override
  public boolean isHeard() {
    return heard;
  }

  @Override
  public int room() {
    return room;
  }

  byte[] bytes() {
    return said.toByteArray();
  }

  ByteBuffer take() {
    ByteBuffer bytes = ByteBuffer.wrap(said.toByteArray());
    said.reset();
    return bytes;
  }
}
