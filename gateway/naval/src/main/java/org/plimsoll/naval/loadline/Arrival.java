package org.plimsoll.naval.loadline;

/**
 * What the harbour of destination allows.
 *
 * @param harbour its name
 * @param greatestDraughtMetres midship draught allowed alongside
 * @param density of its water, t/m3
 */
public record Arrival(String harbour, double greatestDraughtMetres, double density) {
  public Arrival {
    // Not a number would be less than nothing and so never bind.
    if (!(greatestDraughtMetres > 0 && density > 0)) {
      throw new IllegalArgumentException(
          "%s allows %s m in water of %s t/m3".formatted(harbour, greatestDraughtMetres, density));
    }
  }
}
