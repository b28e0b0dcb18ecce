package org.plimsoll.protocol.casic;

/** A decoded CASIC message, its fields in SI or degrees. */
public sealed interface CasicMessage permits NavPv, NavTimeUtc {

  /** As the specification names it: {@code NAV-PV}. */
  String name();

  /** Milliseconds since the receiver was switched on, the same in all messages of one solution. */
  long runTimeMillis();
}
