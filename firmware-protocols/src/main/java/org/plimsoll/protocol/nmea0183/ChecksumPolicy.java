package org.plimsoll.protocol.nmea0183;

/** What a line demands of {@code *hh}. A checksum that is there is verified under every policy. */
public enum ChecksumPolicy {
  /** As in IEC 61162-1 and NMEA 3.01 and later: a sentence without a checksum is malformed. */
  REQUIRED,
  /**
   * As in NMEA 2.x: it may be missing, except in RMC, VDM and VDO, where it always was mandatory.
   */
  OPTIONAL,
  /** For instruments that never send one, in no sentence. */
  NEVER_SENT
}
