package org.plimsoll.protocol.weighing;

/** Whether a Toledo continuous indicator is set to send its check byte. */
public enum ToledoChecksum {
  /** 18 bytes; the check byte is verified. */
  SENT,
  /** 17 bytes. */
  NOT_SENT
}
