package org.plimsoll.naval.loadline;

/**
 * A subdivision load line of a passenger ship (SOLAS II-1/18): the deepest draught for one
 * condition of service. On a ro-ro passenger ship it often lies below S and then it binds.
 *
 * @param name as marked, {@code C1} or {@code P1}
 * @param draughtMetres in sea water
 */
public record SubdivisionLine(String name, double draughtMetres) {
  public SubdivisionLine {
    if (name.isBlank() || !(draughtMetres > 0)) {
      throw new IllegalArgumentException(
          "subdivision load line '%s' at %s m".formatted(name, draughtMetres));
    }
  }
}
