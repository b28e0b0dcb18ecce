package org.plimsoll.protocol.modbus;

/**
 * A request to read consecutive registers.
 *
 * <pre>
 * unit | function | address hi lo | quantity hi lo | CRC lo hi
 * </pre>
 *
 * @param unit 1 to 247; over TCP also 0 and 255, for a device that answers for itself
 * @param table which registers
 * @param address protocol address from 0; the manual's 40008 is {@code HOLDING} 7
 * @param quantity 1 to 125 registers
 */
public record ReadRegisters(int unit, Table table, int address, int quantity) {

  /** Most registers of one response (256 bytes). */
  public static final int MAX_QUANTITY = 125;

  /** Length of the encoded request, in bytes. */
  public static final int LENGTH = 8;

  public ReadRegisters {
    requireWithin("unit", unit, 0, 255);
    requireWithin("address", address, 0, 0xFFFF);
    requireWithin("quantity", quantity, 1, MAX_QUANTITY);
    requireWithin("last address", address + quantity - 1, 0, 0xFFFF);
  }

  /** The request as it goes on the wire. */
  public byte[] encode() {
    byte[] frame = {
      (byte) unit,
      (byte) table.function(),
      (byte) (address >> 8),
      (byte) address,
      (byte) (quantity >> 8),
      (byte) quantity,
      0,
      0
    };
    Crc16.seal(frame);
    return frame;
  }

  private static void requireWithin(String what, int value, int minimum, int maximum) {
    if (value < minimum || value > maximum) {
      throw new IllegalArgumentException(
          what + " " + value + ", allowed " + minimum + " to " + maximum);
    }
  }
}
