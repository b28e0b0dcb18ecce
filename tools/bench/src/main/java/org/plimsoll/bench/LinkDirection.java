package org.plimsoll.bench;

import io.netty.channel.EventLoop;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One direction of the link, shared by all connections: its capacity and its byte count.
 *
 * <p>Confined to the link's event loop, but for the count, which anyone may read.
 */
final class LinkDirection {

  private static final int MOST_REPETITIONS = 6;

  private final EventLoop loop;
  private final AtomicLong bytes = new AtomicLong();
  private LinkShape shape;
  private final SplittableRandom losses;
  private boolean up = true;
  private long freeAtNanos;

  LinkDirection(EventLoop loop, LinkShape shape, long seed) {
    this.loop = loop;
    this.losses = new SplittableRandom(seed);
    this.shape = shape;
    this.freeAtNanos = nowNanos();
  }

  long nowNanos() {
    return loop.ticker().nanoTime();
  }

  void shape(LinkShape shape) {
    this.shape = shape;
    freeAtNanos = nowNanos();
  }

  void up(boolean up) {
    this.up = up;
  }

  boolean isUp() {
    return up;
  }

  /** Nanoseconds until a chunk that arrived at {@code arrivedNanos} may cross; 0 = now. */
  long waitNanos(long arrivedNanos) {
    long now = nowNanos();
    long delayed = arrivedNanos + shape.delay().toNanos() - now;
    return Math.max(0, Math.max(delayed, freeAtNanos - now));
  }

  /** Nanoseconds by which a chunk comes later because it was lost; mostly 0. */
  long stallNanos() {
    long stall = 0;
    long wait = shape.nanosToRepetition();
    for (int i = 0; i < MOST_REPETITIONS && losses.nextDouble() < shape.loss(); i++) {
      stall += wait;
      wait *= 2;
    }
    return stall;
  }

  /** The chunk crosses: it occupies the link from now on and is counted. */
  void carry(int chunkBytes) {
    long now = nowNanos();
    long start = freeAtNanos - now > 0 ? freeAtNanos : now;
    freeAtNanos = start + shape.nanosFor(chunkBytes);
    bytes.addAndGet(chunkBytes);
  }

  long bytes() {
    return bytes.get();
  }
}
