package org.plimsoll.protocol.modbus;

import java.util.Optional;
import org.plimsoll.protocol.Decoded;
import org.plimsoll.protocol.Foreign;
import org.plimsoll.protocol.Reason;
import org.plimsoll.protocol.modbus.RegisterResponse.ExceptionReply;
import org.plimsoll.protocol.modbus.RegisterResponse.Outcome;
import org.plimsoll.protocol.modbus.RegisterResponse.Registers;

/**
 * An answer as it was recorded from a wire, without the request that it belongs to.
 *
 * @param unit 0 to 255 as sent
 * @param function without the bit of a refusal
 * @param outcome registers or a refusal
 */
public record ModbusRtuAnswer(int unit, int function, Outcome outcome) {

  private static final int EXCEPTION_FLAG = 0x80;
  private static final int EXCEPTION_LENGTH = 5;
  private static final int HEADER_AND_CRC = 5;

  /** The answer that is exactly these bytes. */
  public static Decoded<ModbusRtuAnswer> of(byte[] frame) {
    if (frame.length < EXCEPTION_LENGTH) {
      return Decoded.malformed(Reason.TRUNCATED, Foreign.hex(frame, 0, frame.length));
    }
    if (!Crc16.holds(frame, 0, frame.length)) {
      return Decoded.malformed(Reason.CHECKSUM, Foreign.hex(frame, 0, frame.length));
    }
    int unit = frame[0] & 0xFF;
    int function = frame[1] & 0xFF;
    int third = frame[2] & 0xFF;
    if ((function & EXCEPTION_FLAG) != 0 && frame.length == EXCEPTION_LENGTH) {
      return Decoded.value(
          new ModbusRtuAnswer(unit, function & ~EXCEPTION_FLAG, new ExceptionReply(third)));
    }
    if (function != Table.HOLDING.function() && function != Table.INPUT.function()) {
      return Decoded.unsupported("Modbus function " + function);
    }
    if (third % 2 != 0 || frame.length != HEADER_AND_CRC + third) {
      return Decoded.malformed(
          Reason.SYNTAX, third + " bytes of registers in " + frame.length + " bytes");
    }
    int[] words = new int[third / 2];
    for (int i = 0; i < words.length; i++) {
      words[i] = (frame[3 + 2 * i] & 0xFF) << 8 | frame[4 + 2 * i] & 0xFF;
    }
    return Decoded.value(new ModbusRtuAnswer(unit, function, new Registers(words)));
  }

  /** The request that is exactly these bytes, if it reads registers. */
  public static Optional<ReadRegisters> requestOf(byte[] frame) {
    if (frame.length != ReadRegisters.LENGTH || !Crc16.holds(frame, 0, frame.length)) {
      return Optional.empty();
    }
    int function = frame[1];
    int unit = frame[0] & 0xFF;
    int address = (frame[2] & 0xFF) << 8 | frame[3] & 0xFF;
    int quantity = (frame[4] & 0xFF) << 8 | frame[5] & 0xFF;
    boolean reads = function == Table.HOLDING.function() || function == Table.INPUT.function();
    boolean fits =
        unit >= 1
            && unit <= 247
            && quantity >= 1
            && quantity <= ReadRegisters.MAX_QUANTITY
            && address + quantity - 1 <= 0xFFFF;
    Table table = function == Table.INPUT.function() ? Table.INPUT : Table.HOLDING;
    return reads && fits
        ? Optional.of(new ReadRegisters(unit, table, address, quantity))
        : Optional.empty();
  }
}
