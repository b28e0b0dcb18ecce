package org.plimsoll.protocol.ais;

/**
 * Text on safety for one station: message 12, 72 to 1008 bits.
 *
 * <pre>
 * 38 sequence 2    40 destination 30    70 retransmitted    72 text, six bits a character
 * </pre>
 *
 * @param sequenceNumber 0 to 3, by which the other station acknowledges
 * @param destinationMmsi whom it is for
 * @param retransmitted it was sent before and not acknowledged
 * @param text up to its first {@code @}, without blanks at its end; may be empty
 */
public record AddressedSafetyMessage(
    int type,
    int repeat,
    int mmsi,
    int sequenceNumber,
    int destinationMmsi,
    boolean retransmitted,
    String text)
    implements AisMessage {

  static final int MINIMUM_BITS = 72;

  static AddressedSafetyMessage decode(Payload bits) {
    return new AddressedSafetyMessage(
        bits.type(),
        bits.repeat(),
        bits.mmsi(),
        bits.unsigned(38, 2),
        bits.unsigned(40, 30),
        bits.flag(70),
        bits.text(MINIMUM_BITS));
  }
}
