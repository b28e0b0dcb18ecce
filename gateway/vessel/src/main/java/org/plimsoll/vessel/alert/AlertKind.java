package org.plimsoll.vessel.alert;

/**
 * The catalogue: a new alert is one line here. Identifiers are from the proprietary range of IEC
 * 62923-2; 101xx draught and loading, 103xx sensors, 105xx persons and cargo.
 */
public enum AlertKind {
  DRAUGHT_LIMIT(10101, "DRAUGHT LIMIT"),
  SENSOR_STALE(10301, "SENSOR STALE"),
  PASSENGERS(10501, "PASSENGERS"),
  CARGO_MASS(10502, "CARGO MASS");

  private final int id;
  private final String title;

  AlertKind(int id, String title) {
    this.id = id;
    this.title = title;
  }

  /** As in {@code ALF}: up to 7 digits. */
  public int id() {
    return id;
  }

  /** As in {@code ALF}: up to 16 characters. */
  public String title() {
    return title;
  }
}
