package org.plimsoll.protocol.ais;

/**
 * The name of a class B ship: message 24 part A, 160 or 168 bits. Part B of the same MMSI follows
 * within a minute and says what she is.
 *
 * <pre>
 *  38 part 2    40 name 120
 * </pre>
 */
public record StaticDataPartA(int type, int repeat, int mmsi, String name) implements AisMessage {

  static final int PART = 0;
  static final int MINIMUM_BITS = 160;

  static StaticDataPartA decode(Payload bits) {
    return new StaticDataPartA(bits.type(), bits.repeat(), bits.mmsi(), bits.text(40, 20));
  }
}
