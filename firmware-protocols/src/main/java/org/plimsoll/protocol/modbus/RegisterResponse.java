package org.plimsoll.protocol.modbus;

import java.util.Arrays;

/**
 * What a unit answered.
 *
 * @param request what it was asked
 * @param outcome registers, or the unit's refusal
 */
public record RegisterResponse(ReadRegisters request, Outcome outcome) {

  /** Registers or a refusal. */
  public sealed interface Outcome permits Registers, ExceptionReply {}

  /**
   * The registers read.
   *
   * @param words one register each, 0 to 65535, in the order of their addresses
   */
  public record Registers(int[] words) implements Outcome {

    public Registers {
      words = words.clone();
    }

    @Override
    public int[] words() {
      return words.clone();
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Registers registers && Arrays.equals(words, registers.words);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(words);
    }

    @Override
    public String toString() {
      return "Registers" + Arrays.toString(words);
    }
  }

  /**
   * The unit refused.
   *
   * @param code 1 illegal function, 2 illegal address, 3 illegal value, 4 device failure, 5
   *     acknowledged, 6 busy, 8 parity, 10 and 11 gateway
   */
  public record ExceptionReply(int code) implements Outcome {}
}
