package org.plimsoll.vessel.line;

import java.util.Locale;
import jssc.SerialPort;

/** Data bits, parity and stop bits, as they are printed in device manuals. */
public enum SerialFormat {
  /** 8 data bits, no parity, 1 stop bit: nearly everything afloat. */
  FORMAT_8N1(8, SerialPort.PARITY_NONE, SerialPort.STOPBITS_1),
  /** 8 data bits, no parity, 2 stop bits: Modbus without parity, to the letter of its norm. */
  FORMAT_8N2(8, SerialPort.PARITY_NONE, SerialPort.STOPBITS_2),
  /** 8 data bits, even parity, 1 stop bit: Modbus by its norm. */
  FORMAT_8E1(8, SerialPort.PARITY_EVEN, SerialPort.STOPBITS_1),
  /** 7 data bits, even parity, 1 stop bit: many weighing indicators. */
  FORMAT_7E1(7, SerialPort.PARITY_EVEN, SerialPort.STOPBITS_1),
  /** 7 data bits, odd parity, 1 stop bit. */
  FORMAT_7O1(7, SerialPort.PARITY_ODD, SerialPort.STOPBITS_1);

  private final int dataBits;
  private final int parity;
  private final int stopBits;

  SerialFormat(int dataBits, int parity, int stopBits) {
    this.dataBits = dataBits;
    this.parity = parity;
    this.stopBits = stopBits;
  }

  int dataBits() {
    return dataBits;
  }

  int parity() {
    return parity;
  }

  int stopBits() {
    return stopBits;
  }

  /** As printed in manuals, for example {@code 8n1}. */
  String label() {
    return name().substring("FORMAT_".length()).toLowerCase(Locale.ROOT);
  }
}
