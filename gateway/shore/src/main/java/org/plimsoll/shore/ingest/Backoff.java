package org.plimsoll.shore.ingest;

import java.util.random.RandomGenerator;

/** Ever longer pauses between attempts: doubled from the first to the longest, jittered. */
final class Backoff {

  private final long firstMillis;
  private final long longestMillis;
  private final RandomGenerator random;
  private long nextMillis;

  Backoff(long firstMillis, long longestMillis, RandomGenerator random) {
    this.firstMillis = firstMillis;
    this.longestMillis = longestMillis;
    this.random = random;
    this.nextMillis = firstMillis;
  }

  /** How long to wait now, between half and the whole of the pause, in ms. */
  long next() {
    long pause = nextMillis;
    nextMillis = Math.min(longestMillis, pause * 2);
    return pause / 2 + random.nextLong(pause / 2 + 1);
  }

  /** It went well: the next pause is the first again. */
  void reset() {
    nextMillis = firstMillis;
  }
}
