package org.plimsoll.vessel.outbox;

import org.junit.jupiter.api.Tag;

@Tag("slow")
class MemoryOutboxTest extends OutboxContract {

  @Override
  Outbox open(OutboxConfig config) {
    return new MemoryOutbox(config, time);
  }
}
