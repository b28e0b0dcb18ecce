package org.plimsoll.naval.underkeel;

/**
 * The clearance that the owner or the harbour demands: the greatest of three.
 *
 * @param draughtPart of the static draught, 0.10 for ten per cent
 * @param breadthPart of the breadth
 * @param leastMetres in any case
 */
public record UnderKeelPolicy(double draughtPart, double breadthPart, double leastMetres) {

  /** A fifth of the draught: coasting and open water. */
  public static final UnderKeelPolicy OPEN_WATER = new UnderKeelPolicy(0.20, 0, 0);

  /** 15 % of the draught: fairways. */
  public static final UnderKeelPolicy FAIRWAY = new UnderKeelPolicy(0.15, 0, 0);

  /** A tenth of the draught: harbours and their approaches. */
  public static final UnderKeelPolicy HARBOUR = new UnderKeelPolicy(0.10, 0, 0);

  /** Alongside: 1.5 % of the breadth, at least 0.3 m. */
  public static final UnderKeelPolicy MOORED = new UnderKeelPolicy(0, 0.015, 0.3);

  public UnderKeelPolicy {
    if (!(draughtPart >= 0 && breadthPart >= 0 && leastMetres >= 0)) {
      throw new IllegalArgumentException(
          "clearance of %s T, %s B, %s m: must be >= 0"
              .formatted(draughtPart, breadthPart, leastMetres));
    }
    if (draughtPart + breadthPart + leastMetres == 0) {
      throw new IllegalArgumentException("a policy that demands no clearance is none");
    }
  }

  /** The clearance demanded, in metres. */
  public double requiredMetres(double draughtMetres, double breadthMetres) {
    return Math.max(
        leastMetres, Math.max(draughtPart * draughtMetres, breadthPart * breadthMetres));
  }
}
