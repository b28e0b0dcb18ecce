package org.plimsoll.bench.wire;

import java.util.List;

/** How others write what a ship's devices say. */
interface WireFormat {

  /** As in a table. */
  String name();

  /** What is sent for these frames of a recording when each is sent at once, one after another. */
  byte[] encode(Recording recording, List<Recording.Frame> frames);
}
