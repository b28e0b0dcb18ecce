import type { Point } from "./late";

/** Where a vessel has been, put together from latitudes and longitudes that were thinned apart. */

export interface Fix {
  at: number;
  latitude: number;
  longitude: number;
}

/** How old a part of the track is: its shape on the map, and its name in the key. */
export const AGES = [
  { name: "fresh", upToHours: 1, words: "last hour" },
  { name: "recent", upToHours: 6, words: "to 6 h" },
  { name: "old", upToHours: Infinity, words: "older" },
] as const;

export type Age = (typeof AGES)[number]["name"];

/** A line of one age. */
export interface Leg {
  age: Age;
  fixes: Fix[];
}

/** Bins without a position between two that have one: more is a break in the track. */
const MOST_EMPTY = 3;
const LEAST_BIN_MILLIS = 15_000;
const HOUR_MILLIS = 3_600_000;
/** Positions of one bin are not farther apart than this; the date line is not averaged over. */
const MOST_SPREAD_DEGREES = 1;

/** One position a bin, the middle of what its bin has; a bin with one half alone has none. */
export function fixes(latitudes: readonly Point[], longitudes: readonly Point[], from: number, to: number, bins: number): Fix[] {
  const width = binWidth(from, to, bins);
  const south = middles(latitudes, from, width);
  const west = middles(longitudes, from, width);
  return [...south].flatMap(([bin, latitude]) => {
    const longitude = west.get(bin);
    return longitude === undefined ? [] : [{ at: from + (bin + 0.5) * width, latitude, longitude }];
  });
}

/** The track as lines: a new one where the age changes, and after a time without positions. */
export function legs(track: readonly Fix[], from: number, to: number, bins: number, now: number): Leg[] {
  const longest = (MOST_EMPTY + 1) * binWidth(from, to, bins);
  const all: Leg[] = [];
  let before: Fix | null = null;
  for (const fix of track) {
    const age = ageOf(now - fix.at);
    const leg = all[all.length - 1];
    const goesOn = before !== null && fix.at - before.at <= longest;
    if (leg && goesOn && leg.age === age) leg.fixes.push(fix);
    // The line of another age begins where the one before ends.
    else all.push({ age, fixes: goesOn && before ? [before, fix] : [fix] });
    before = fix;
  }
  return all;
}

function ageOf(millis: number): Age {
  return (AGES.find((one) => millis <= one.upToHours * HOUR_MILLIS) ?? AGES[AGES.length - 1] ?? AGES[0]).name;
}

function binWidth(from: number, to: number, bins: number): number {
  return Math.max(LEAST_BIN_MILLIS, (to - from) / bins);
}

function middles(points: readonly Point[], from: number, width: number): Map<number, number> {
  const ends = new Map<number, [number, number]>();
  for (const [at, value] of points) {
    if (value === null) continue;
    const bin = Math.floor((at - from) / width);
    const known = ends.get(bin);
    ends.set(bin, known ? [Math.min(known[0], value), Math.max(known[1], value)] : [value, value]);
  }
  return new Map([...ends].filter(([, [least, most]]) => most - least <= MOST_SPREAD_DEGREES).map(([bin, [least, most]]) => [bin, (least + most) / 2]));
}
