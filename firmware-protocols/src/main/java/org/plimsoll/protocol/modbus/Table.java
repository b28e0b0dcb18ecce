package org.plimsoll.protocol.modbus;

/** Which registers are read. */
public enum Table {
  /** Holding registers (4xxxx), function 03. */
  HOLDING(3),
  /** Input registers (3xxxx), function 04. */
  INPUT(4);

  private final int function;

  Table(int function) {
    this.function = function;
  }

  /** The function code that reads it. */
  public int function() {
    return function;
  }
}
