package org.plimsoll.protocol.weighing;

import java.nio.charset.StandardCharsets;

/** Commands of MT-SICS levels 0 and 1 (Mettler Toledo Standard Interface Command Set). */
public enum MtSicsCommand {
  /** The next stable weight. */
  STABLE("S"),
  /** The weight now, stable or not: the usual poll. */
  IMMEDIATE("SI"),
  /** The weight now, again and again until {@link #RESET}. */
  REPEAT("SIR"),
  /** Set to zero when stable. */
  ZERO("Z"),
  /** Take the tare when stable. */
  TARE("T"),
  /** Serial number. */
  SERIAL_NUMBER("I4"),
  /** Back to the state after power-up; ends repetition, keeps zero and tare. */
  RESET("@");

  private final String text;

  MtSicsCommand(String text) {
    this.text = text;
  }

  /** The command without its line end. */
  public String text() {
    return text;
  }

  /** The command as it goes on the wire, with CR LF. */
  public byte[] bytes() {
    return (text + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }
}
