/**
 * How high the sun stands: low-precision formulas of the Astronomical Almanac, good to 0.05
 * degrees for some centuries, which is five seconds of a sunset.
 */

const RADIANS = Math.PI / 180;
const J2000_MILLIS = Date.UTC(2000, 0, 1, 12);
const DAY_MILLIS = 86_400_000;

/** Elevation of the centre of the sun above the horizon, in degrees, without refraction. */
export function sunElevation(millis: number, latitudeDegrees: number, longitudeDegrees: number): number {
  const days = (millis - J2000_MILLIS) / DAY_MILLIS;
  const meanLongitude = 280.46 + 0.9856474 * days;
  const anomaly = (357.528 + 0.9856003 * days) * RADIANS;
  const ecliptic = (meanLongitude + 1.915 * Math.sin(anomaly) + 0.02 * Math.sin(2 * anomaly)) * RADIANS;
  const obliquity = (23.439 - 0.0000004 * days) * RADIANS;
  const declination = Math.asin(Math.sin(obliquity) * Math.sin(ecliptic));
  const ascension = Math.atan2(Math.cos(obliquity) * Math.sin(ecliptic), Math.cos(ecliptic));
  const sidereal = (280.46062 + 360.98564737 * days + longitudeDegrees) * RADIANS;
  const hourAngle = sidereal - ascension;
  const latitude = latitudeDegrees * RADIANS;
  const sine =
    Math.sin(latitude) * Math.sin(declination) + Math.cos(latitude) * Math.cos(declination) * Math.cos(hourAngle);
  return Math.asin(Math.max(-1, Math.min(1, sine))) / RADIANS;
}

/** Sunrise and sunset as almanacs have them: the upper edge, refracted. */
const HORIZON_DEGREES = -0.833;
/** The end of civil twilight: no work outside without a lamp. */
const CIVIL_DEGREES = -6;
/** So much beyond a border before the palette changes back. */
const SLACK_DEGREES = 0.4;

export type Light = "day" | "dusk" | "night";

/** The palette for this height of the sun; `before` is kept near a border. */
export function lightOf(elevationDegrees: number, before: Light | null): Light {
  const slack = (border: number, above: Light[]) =>
    before === null ? border : border + (above.includes(before) ? -SLACK_DEGREES : SLACK_DEGREES);
  if (elevationDegrees > slack(HORIZON_DEGREES, ["day"])) return "day";
  return elevationDegrees > slack(CIVIL_DEGREES, ["day", "dusk"]) ? "dusk" : "night";
}
