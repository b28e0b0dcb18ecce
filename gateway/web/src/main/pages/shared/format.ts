/**
 * SI from the wire in the words of the trade: tonnes, knots, degrees. Point as decimal mark, thin
 * space between thousands, UTC, 24 hours.
 */

export const DASHES = "\u2012\u2012";
const MINUS = "\u2212";
const THIN_SPACE = "\u2009";
const KNOTS_PER_METRE_PER_SECOND = 3600 / 1852;
const KELVIN_AT_ZERO_CELSIUS = 273.15;
const DEGREES_PER_RADIAN = 180 / Math.PI;

/** How a quantity is shown: factor and offset from SI, unit, decimals. */
export interface Display {
  unit: string;
  decimals: number;
  convert(si: number): number;
}

const scaled = (unit: string, decimals: number, factor = 1): Display => ({
  unit,
  decimals,
  convert: (si) => si * factor,
});

const DISPLAYS: Record<string, Display> = {
  m: scaled("m", 2),
  s: scaled("s", 0),
  kg: scaled("t", 1, 0.001),
  K: { unit: "\u00b0C", decimals: 1, convert: (si) => si - KELVIN_AT_ZERO_CELSIUS },
  rad: scaled("\u00b0", 1, DEGREES_PER_RADIAN),
  deg: scaled("\u00b0", 5),
  "m/s": scaled("kn", 1, KNOTS_PER_METRE_PER_SECOND),
  "rad/s": scaled("\u00b0/min", 1, DEGREES_PER_RADIAN * 60),
  "kg/m3": scaled("kg/m\u00b3", 1),
  B: scaled("B", 0),
  "1": scaled("", 0),
};

const EXCEPTIONS: Record<string, Display> = {
  "navigation.courseOverGroundTrue": scaled("\u00b0", 0, DEGREES_PER_RADIAN),
  "navigation.headingTrue": scaled("\u00b0", 0, DEGREES_PER_RADIAN),
  "loading.weighbridge.mass": scaled("kg", 0),
  "environment.depth.belowTransducer": scaled("m", 1),
  "environment.depth.belowKeel": scaled("m", 1),
  "environment.depth.belowSurface": scaled("m", 1),
};

export function displayOf(path: string, unit: string): Display {
  const loading = path.startsWith("loading.") && unit === "kg" && path !== "loading.weighbridge.mass";
  if (loading) return scaled("t", 0, 0.001);
  if (/\.gnss\..*[dD]ilution$/.test(path)) return scaled("", 2);
  return EXCEPTIONS[path] ?? DISPLAYS[unit] ?? scaled(unit, 2);
}

/** A number with a fixed count of decimals: 1 043, -0.12, and never a negative zero. */
export function number(value: number, decimals: number): string {
  const fixed = Math.abs(value).toFixed(decimals);
  const [whole = "0", fraction] = fixed.split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+(?!\d))/g, THIN_SPACE);
  const sign = value < 0 && Number(fixed) !== 0 ? MINUS : "";
  return sign + grouped + (fraction === undefined ? "" : `.${fraction}`);
}

/** 12.4 s, 42 s, 9 min, 3 h 10 min, 2 d 4 h. */
export function duration(seconds: number): string {
  if (seconds < 9.95) return `${Math.max(0, seconds).toFixed(1)} s`;
  if (seconds < 99.5) return `${Math.round(seconds)} s`;
  const minutes = Math.round(seconds / 60);
  if (minutes < 60) return `${minutes} min`;
  const hours = Math.floor(minutes / 60);
  if (hours < 48) return minutes % 60 === 0 ? `${hours} h` : `${hours} h ${minutes % 60} min`;
  return `${Math.floor(hours / 24)} d ${hours % 24} h`;
}

/** 412 B, 12.3 kB, 4.0 MB; thousands, as the satellite bill counts. */
export function bytes(count: number): string {
  if (count < 1000) return `${count} B`;
  if (count < 999_500) return `${number(count / 1000, count < 99_950 ? 1 : 0)} kB`;
  return `${number(count / 1e6, 1)} MB`;
}

/** 00:12, counting minutes and seconds. */
export function stopwatch(seconds: number): string {
  const whole = Math.floor(seconds);
  return `${two(Math.floor(whole / 60))}:${two(whole % 60)}`;
}

/** 15:50:12. */
export function clockTime(iso: string | number): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? DASHES : date.toISOString().slice(11, 19);
}

/** 2026-11-21. */
export function dateOnly(iso: string | number): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime()) ? DASHES : date.toISOString().slice(0, 10);
}

/** 42\u00b0 18.120\u2032 N: degrees and minutes, as a chart is read. */
export function latitude(degrees: number): string {
  return angle(degrees, 2, degrees < 0 ? "S" : "N");
}

export function longitude(degrees: number): string {
  return angle(degrees, 3, degrees < 0 ? "W" : "E");
}

/** 078: courses and headings have three digits. */
export function bearing(radians: number): string {
  const degrees = Math.round(radians * DEGREES_PER_RADIAN);
  return String(((degrees % 360) + 360) % 360).padStart(3, "0");
}

export function degreesOf(radians: number): number {
  return radians * DEGREES_PER_RADIAN;
}

/** 1 reading, 2 readings. */
export function count(howMany: number, singular: string, plural = `${singular}s`): string {
  return `${number(howMany, 0)} ${howMany === 1 ? singular : plural}`;
}

function angle(signed: number, digits: number, letter: string): string {
  const thousandths = Math.round(Math.abs(signed) * 60_000);
  const degrees = Math.floor(thousandths / 60_000);
  const minutes = ((thousandths % 60_000) / 1000).toFixed(3).padStart(6, "0");
  return `${String(degrees).padStart(digits, "0")}\u00b0 ${minutes}\u2032 ${letter}`;
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

/** 15 Jan 06:42 as 01-15 06:42, UTC */
export function shortTime(time: string | number): string {
  return `${dateOnly(time).slice(5)} ${clockTime(time).slice(0, 5)}`;
}

/** SOME_NAME as people write it. */
export function plain(constant: string): string {
  return constant.toLowerCase().replaceAll("_", " ");
}
