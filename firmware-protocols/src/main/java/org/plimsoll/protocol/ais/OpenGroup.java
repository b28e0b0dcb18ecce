package org.plimsoll.protocol.ais;

import org.plimsoll.protocol.nmea0183.AisSentence;

/**
 * A message of which some sentences have come, in order. One is used again for many messages.
 * Confined to its decoder's thread.
 */
final class OpenGroup {

  private final Payload payload = new Payload();
  private String source = "";
  private String talker = "";
  private String channel = "";
  private boolean ownShip;
  private int sequence;
  private int total;
  private int next;
  private long begun;
  private int ticks;
  private boolean open;

  /** Begins with the first of several sentences. */
  void begin(String source, AisSentence first, int sequence, int total, long heard) {
    this.source = source;
    this.talker = first.talker();
    this.channel = first.channel();
    this.ownShip = first instanceof AisSentence.Vdo;
    this.sequence = sequence;
    this.total = total;
    next = 1;
    begun = heard;
    ticks = 0;
    open = true;
    payload.clear();
  }

  Payload.Appended append(AisSentence part, int fillBits) {
    next++;
    return payload.append(part.payload(), fillBits);
  }

  void close() {
    open = false;
  }

  boolean isOpen() {
    return open;
  }

  boolean isComplete() {
    return next > total;
  }

  /** Number of the sentence that is waited for. */
  int next() {
    return next;
  }

  int total() {
    return total;
  }

  /** How many sentences had been heard when it began. */
  long begun() {
    return begun;
  }

  /** One more; how many there were. */
  int tick() {
    return ++ticks;
  }

  Payload payload() {
    return payload;
  }

  /** Whether all but the channel is the same. */
  boolean isKin(String source, AisSentence part, int sequence, int total) {
    return open
        && this.sequence == sequence
        && this.total == total
        && ownShip == part instanceof AisSentence.Vdo
        && talker.equals(part.talker())
        && this.source.equals(source);
  }

  boolean isOnChannel(String channel) {
    return this.channel.equals(channel);
  }

  /** Whether it and the sentence do not contradict each other in the channel. */
  boolean mayBeOnChannel(String channel) {
    return this.channel.isEmpty() || channel.isEmpty();
  }

  @Override
  public String toString() {
    return "sentence " + next + " of " + total + " of AIS message " + sequence;
  }
}
