package org.plimsoll.simulator;

import java.nio.ByteBuffer;

/** What hangs at the other end of a wire. Confined to the simulator thread. */
interface Device {

  /** Says what is due by itself; once for every step of the world. */
  void tick(Truth now, Outlet out);

  /** Takes what the gateway wrote; a device that only talks never listens. */
  default void hear(ByteBuffer bytes, double seconds, Truth now) {}

  /**
   * Says what it was asked for; several times for every step of the world.
   *
   * @param seconds simulated since the start, finer than the truth
   */
  default void answer(double seconds, Truth now, Outlet out) {}
}
