package org.plimsoll.protocol.nmea2000;

/**
 * The 29-bit identifier of a frame on the bus.
 *
 * <pre>
 * 28..26 25 24 23..16 15..8 7..0
 * prio   R  DP PF     PS    source
 * </pre>
 *
 * PF below 240 addresses one node: PS is the destination and no part of the PGN.
 *
 * @param priority 0 (first) to 7
 * @param pgn parameter group number, 18 bits
 * @param source address of the sender
 * @param destination address of one node, or {@link #EVERYBODY}
 */
public record CanId(int priority, int pgn, int source, int destination) {

  /** The destination of what is said to all. */
  public static final int EVERYBODY = 255;

  private static final int FIRST_BROADCAST_FORMAT = 240;

  /** The identifier in the low 29 bits. */
  public static CanId of(int bits) {
    int format = bits >> 16 & 0xFF;
    int specific = bits >> 8 & 0xFF;
    int page = bits >> 24 & 3;
    boolean toAll = format >= FIRST_BROADCAST_FORMAT;
    int pgn = page << 16 | format << 8 | (toAll ? specific : 0);
    return new CanId(bits >> 26 & 7, pgn, bits & 0xFF, toAll ? EVERYBODY : specific);
  }

  /** The identifier in the low 29 bits. */
  public int toBits() {
    boolean toAll = (pgn >> 8 & 0xFF) >= FIRST_BROADCAST_FORMAT;
    return priority << 26 | pgn << 8 | (toAll ? 0 : destination << 8) | source;
  }
}
