package org.plimsoll.protocol.ais;

/**
 * Text on safety for everybody: message 14, 40 to 1008 bits.
 *
 * <pre>
 * 38 spare 2    40 text, six bits a character
 * </pre>
 *
 * @param text up to its first {@code @}, without blanks at its end; may be empty
 */
public record SafetyBroadcast(int type, int repeat, int mmsi, String text) implements AisMessage {

  static final int MINIMUM_BITS = 40;

  static SafetyBroadcast decode(Payload bits) {
    return new SafetyBroadcast(bits.type(), bits.repeat(), bits.mmsi(), bits.text(MINIMUM_BITS));
  }
}
