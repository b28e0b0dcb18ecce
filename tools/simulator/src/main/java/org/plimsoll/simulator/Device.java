package org.plimsoll.simulator;

import java.nio.ByteBuffer;

/** What hangs at the other end of a wire. Confined to the simulator thread. */
interface Device {

  /** Says what is due by itself; once for every step of the world. */
  void tick(Truth now, Outlet out);

  /** Whether it takes requests; a device that only talks never does. */
  default boolean listens() {
    return false;
  }

  /** Takes what the gateway wrote. */
  default void hear(ByteBuffer bytes, double seconds, Truth now) {}

  /**
   * Says what it was asked for; several times for every step of the world.
   *
   * @param seconds simulated since the start, finer than the truth
   */
  default void answer(double seconds, Truth now, Outlet out) {}
}
