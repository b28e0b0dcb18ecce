package org.plimsoll.protocol.modbus;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.function.Consumer;
import org.plimsoll.protocol.modbus.RegisterResponse.ExceptionReply;
import org.plimsoll.protocol.modbus.RegisterResponse.Outcome;
import org.plimsoll.protocol.modbus.RegisterResponse.Registers;

/**
 * The units of a simulated Modbus RTU wire: bytes of requests in, bytes of answers out. Requests
 * are found by their CRC wherever they end, so noise before one costs nothing; functions other than
 * 03 and 04 are answered with exception 1. Holds 8 bytes. Confined to the thread that feeds it.
 */
public final class ModbusRtuServer {

  /** What stands in the registers. */
  @FunctionalInterface
  public interface RegisterSource {

    /**
     * Answers one request.
     *
     * @return as many registers as were asked for, or a refusal; empty if there is no such unit,
     *     which then stays silent
     */
    Optional<Outcome> read(ReadRegisters request);
  }

  private static final int ILLEGAL_FUNCTION = 1;
  private static final int ILLEGAL_VALUE = 3;
  private static final int LEAST_FUNCTION = 1;
  private static final int GREATEST_FUNCTION = 6;
  private static final int EXCEPTION_FLAG = 0x80;

  private final RegisterSource source;
  private final byte[] window = new byte[ReadRegisters.LENGTH];
  private int length;

  /** A server of these registers. */
  public ModbusRtuServer(RegisterSource source) {
    this.source = source;
  }

  /**
   * Takes all remaining bytes.
   *
   * @param answers called on this thread with each whole answer
   */
  public void feed(ByteBuffer bytes, Consumer<byte[]> answers) {
    while (bytes.hasRemaining()) {
      if (length == window.length) {
        System.arraycopy(window, 1, window, 0, window.length - 1);
        length--;
      }
      window[length++] = bytes.get();
      int function = window[1] & 0xFF;
      if (length == window.length
          && function >= LEAST_FUNCTION
          && function <= GREATEST_FUNCTION
          && Crc16.holds(window, 0, length)) {
        length = 0;
        answer(function).ifPresent(answers);
      }
    }
  }

  private Optional<byte[]> answer(int function) {
    int unit = window[0] & 0xFF;
    int address = word(2);
    int quantity = word(4);
    if (unit < 1 || unit > 247) {
      return Optional.empty();
    }
    Table table = function == Table.INPUT.function() ? Table.INPUT : Table.HOLDING;
    if (function != table.function()) {
      return Optional.of(refusal(unit, function, ILLEGAL_FUNCTION));
    }
    if (quantity < 1 || quantity > ReadRegisters.MAX_QUANTITY || address + quantity - 1 > 0xFFFF) {
      return Optional.of(refusal(unit, function, ILLEGAL_VALUE));
    }
    ReadRegisters request = new ReadRegisters(unit, table, address, quantity);
    return source.read(request).map(outcome -> encode(request, outcome));
  }

  private static byte[] encode(ReadRegisters request, Outcome outcome) {
    int function = request.table().function();
    if (outcome instanceof ExceptionReply exception) {
      return refusal(request.unit(), function, exception.code());
    }
    int[] words = ((Registers) outcome).words();
    if (words.length != request.quantity()) {
      throw new IllegalArgumentException(
          words.length + " registers for a request of " + request.quantity());
    }
    byte[] frame = new byte[5 + 2 * words.length];
    frame[0] = (byte) request.unit();
    frame[1] = (byte) function;
    frame[2] = (byte) (2 * words.length);
    for (int i = 0; i < words.length; i++) {
      frame[3 + 2 * i] = (byte) (words[i] >> 8);
      frame[4 + 2 * i] = (byte) words[i];
    }
    Crc16.seal(frame);
    return frame;
  }

  private static byte[] refusal(int unit, int function, int code) {
    byte[] frame = {(byte) unit, (byte) (function | EXCEPTION_FLAG), (byte) code, 0, 0};
    Crc16.seal(frame);
    return frame;
  }

  private int word(int at) {
    return (window[at] & 0xFF) << 8 | window[at + 1] & 0xFF;
  }
}
