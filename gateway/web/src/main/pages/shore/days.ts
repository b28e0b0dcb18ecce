import type { Point } from "./late";

/** Bytes over the ship's link by UTC day, out of the count that she keeps of each day. */

export const DAY_MILLIS = 86_400_000;
/** A count that ends earlier in its day may have missed some of it. */
const LAST_HOUR_MILLIS = 3_600_000;

export interface Day {
  /** Its first millisecond. */
  begin: number;
  /** Both ways together; null when the ship says nothing of this day. */
  bytes: number | null;
  /** Whether the day is not over, or the count ends before it did. */
  kind: "whole" | "so far" | "at least";
}

/**
 * The days up to now, oldest first. Her count only grows within a day, so a day is its last value:
 * its greatest could be the day before's, stamped a moment after midnight.
 *
 * @param points what had gone over the link since the day began, ascending in time
 */
export function byDay(points: readonly Point[], now: number, days: number): Day[] {
  const today = Math.floor(now / DAY_MILLIS) * DAY_MILLIS;
  return Array.from({ length: days }, (_, place) => {
    const begin = today - (days - 1 - place) * DAY_MILLIS;
    const end = begin + DAY_MILLIS;
    let last: readonly [number, number] | null = null;
    for (const [at, bytes] of points) {
      if (bytes !== null && at >= begin && at < end) last = [at, bytes];
    }
    if (!last) return { begin, bytes: null, kind: "whole" };
    const kind = begin === today ? "so far" : last[0] < end - LAST_HOUR_MILLIS ? "at least" : "whole";
    return { begin, bytes: last[1], kind };
  });
}
