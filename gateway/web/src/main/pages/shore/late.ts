/**
 * What came ashore long after it was measured. The shore keeps no time of receipt; the ship sends
 * how old her oldest unsent reading was, and whether her link was up, with the times at which it was
 * so. A reading that waited then came later than that.
 */

export type Point = readonly [number, number | null];

/** What was measured from `from` to `to` came after `to`. In epoch milliseconds. */
export interface Late {
  from: number;
  to: number;
}

/** A reading that waited no longer than this came as it should. */
export const LATE_SECONDS = 60;

/**
 * Spans that came late, ascending and apart from each other.
 *
 * @param backlog age of the oldest reading that waited, in seconds
 * @param link 1 while the link was up, 0 while it was not
 */
export function lateSpans(backlog: readonly Point[], link: readonly Point[]): Late[] {
  const spans = backlog.flatMap(([at, age]): Late[] => {
    if (age === null || age <= LATE_SECONDS) return [];
    // With the link up again the newest goes first: what still waits was measured before that.
    const to = lastDown(link, at);
    return to === null ? [] : [{ from: at - age * 1000, to }];
  });
  return joined(spans.filter((span) => span.to - span.from > LATE_SECONDS * 1000));
}

/** How long the oldest of all spans was on its way at least, in seconds. */
export function longest(spans: readonly Late[]): number {
  return Math.max(0, ...spans.map((span) => (span.to - span.from) / 1000));
}

/** When the link was last seen down, not after a time; null when it never was. */
function lastDown(link: readonly Point[], at: number): number | null {
  let found: number | null = null;
  for (const [time, up] of link) {
    if (time > at) break;
    if (up === 0) found = time;
  }
  return found;
}

function joined(spans: Late[]): Late[] {
  const inOrder = [...spans].sort((a, b) => a.from - b.from);
  const all: Late[] = [];
  for (const span of inOrder) {
    const last = all[all.length - 1];
    if (last && span.from <= last.to) last.to = Math.max(last.to, span.to);
    else all.push({ ...span });
  }
  return all;
}
