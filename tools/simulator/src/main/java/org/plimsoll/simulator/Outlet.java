package org.plimsoll.simulator;

/** Where a device speaks into. */
interface Outlet {

  /** Puts a whole message on the wire; it is lost if nobody listens or the wire is full. */
  void say(byte[] message);

  /** Whether a program listens. */
  boolean isHeard();

  /** Bytes that a message may have now. */
  int room();
}
