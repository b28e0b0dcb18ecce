package org.plimsoll.vessel.alert;

import java.util.Locale;

/**
 * The catalogue: a new alert is one line here. Identifiers are from the proprietary range of IEC
 * 62923-2; 101xx draught, 102xx attitude, 103xx sensors, 104xx water under the keel, 105xx persons
 * and cargo, 106xx links, 107xx the gateway itself.
 */
public enum AlertKind {
  DRAUGHT_LIMIT(10101, "DRAUGHT LIMIT"),
  SUBDIVISION(10102, "SUBDIV MARK"),
  ZONE(10103, "LOAD LINE ZONE"),
  FREEBOARD_DOOR(10104, "FREEBOARD DOOR", AlertRule.Armed.ALONGSIDE),
  LIST(10201, "LIST"),
  TRIM(10202, "TRIM"),
  HOG_SAG(10203, "HOG/SAG"),
  GM_LOW(10204, "GM LOW"),
  TWIST(10205, "HULL TWIST"),
  SENSOR_STALE(10301, "SENSOR STALE"),
  SENSOR_DISAGREE(10302, "SENSOR DISAGREE"),
  DENSITY_OLD(10303, "DENSITY OLD", AlertRule.Armed.ALONGSIDE),
  TANK_GAUGE(10304, "TANK GAUGE"),
  UNDER_KEEL(10401, "UKC", AlertRule.Armed.UNDER_WAY),
  SQUAT_SPEED(10402, "SQUAT SPEED", AlertRule.Armed.UNDER_WAY),
  POSITION_JUMP(10403, "POSITION DOUBT"),
  POSITION_LOST(10405, "NO POSITION"),
  PASSENGERS(10501, "PASSENGERS"),
  CARGO_MASS(10502, "CARGO MASS"),
  CARGO_MISMATCH(10503, "DECL/MEASURED"),
  DECK_LOAD(10504, "DECK LOAD"),
  UNWEIGHED(10505, "UNWEIGHED"),
  CONSTANT_DRIFT(10506, "CONSTANT DRIFT"),
  NO_PAPERS(10507, "NO PAPERS"),
  PORT_LINK(10601, "PORT LINK"),
  CAM_LINK(10602, "CAM LINK"),
  LINK_BUDGET(10603, "LINK BUDGET"),
  CLOCK(10701, "CLOCK");

  private final int id;
  private final String title;
  private final AlertRule.Armed armed;

  AlertKind(int id, String title) {
    this(id, title, AlertRule.Armed.ALWAYS);
  }

  AlertKind(int id, String title, AlertRule.Armed armed) {
    this.id = id;
    this.title = title;
    this.armed = armed;
  }

  /** Its name in a configuration file. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** As in {@code ALF}: up to 7 digits. */
  public int id() {
    return id;
  }

  /** As in {@code ALF}: up to 16 characters. */
  public String title() {
    return title;
  }

  /** When its conditions count unless configured. */
  AlertRule.Armed armed() {
    return armed;
  }
}
