package org.plimsoll.protocol.ais;

import java.util.OptionalInt;
import org.plimsoll.protocol.nmea0183.AisSentence.Vdm;

/** Puts a message together bit by bit, in the notation of the norm, to be decoded. */
final class Armour {

  private static final String ALPHABET =
      "0123456789:;<=>?@ABCDEFGHIJKLMNOPQRSTUVW`abcdefghijklmnopqrstuvw";

  private final StringBuilder bits = new StringBuilder();

  /** Header: type, repeat 0, MMSI. */
  static Armour message(int type, int mmsi) {
    return new Armour().put(6, type).put(2, 0).put(30, mmsi);
  }

  /** The low bits of a number, which may be negative. */
  Armour put(int length, long value) {
    for (int i = length - 1; i >= 0; i--) {
      bits.append(value >> i & 1);
    }
    return this;
  }

  /** Text filled up with {@code @}. */
  Armour text(int characters, String text) {
    for (int i = 0; i < characters; i++) {
      char c = i < text.length() ? text.charAt(i) : '@';
      put(6, c >= '@' ? c - '@' : c);
    }
    return this;
  }

  int size() {
    return bits.length();
  }

  Armour first(int length) {
    Armour cut = new Armour();
    cut.bits.append(bits, 0, length);
    return cut;
  }

  String payload() {
    StringBuilder payload = new StringBuilder();
    for (int i = 0; i < bits.length(); i += 6) {
      String six = (bits.substring(i, Math.min(i + 6, bits.length())) + "00000").substring(0, 6);
      payload.append(ALPHABET.charAt(Integer.parseInt(six, 2)));
    }
    return payload.toString();
  }

  int fillBits() {
    return (6 - bits.length() % 6) % 6;
  }

  Vdm single() {
    return vdm(1, 1, -1, "A", payload(), fillBits());
  }

  /** A sentence of talker AI; without sequence number if that is negative. */
  static Vdm vdm(
      int total, int number, int sequence, String channel, String payload, int fillBits) {
    return new Vdm(
        "AI",
        OptionalInt.of(total),
        OptionalInt.of(number),
        sequence < 0 ? OptionalInt.empty() : OptionalInt.of(sequence),
        channel,
        payload,
        OptionalInt.of(fillBits));
  }
}
