package org.plimsoll.vessel.outbox;

class MemoryOutboxTest extends OutboxContract {

  @Override
  Outbox open(OutboxConfig config) {
    return new MemoryOutbox(config, time);
  }
}
