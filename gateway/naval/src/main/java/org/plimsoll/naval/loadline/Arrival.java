package org.plimsoll.naval.loadline;

/**
 * What the harbour of destination allows.
 *
 * @param harbour its name
 * @param greatestDraughtMetres midship draught allowed alongside
 * @param density of its water, t/m3
 */
public record Arrival(String harbour, double greatestDraughtMetres, double density) {}
