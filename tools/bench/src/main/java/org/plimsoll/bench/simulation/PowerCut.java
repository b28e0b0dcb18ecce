package org.plimsoll.bench.simulation;

/** A process ends here and now. Flies through the product's code, which must not catch it. */
final class PowerCut extends Error {

  private static final long serialVersionUID = 1L;

  PowerCut(String where) {
    super(where, null, false, false);
  }
}
