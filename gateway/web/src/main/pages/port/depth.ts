import type { Judgement } from "./verdicts";

/** How much water is left below her, at each place of the port whose depth its map names. */

/** A channel or berth of the port's own GeoJSON with a depth. */
export interface Deep {
  name: string;
  kind: string;
  /** Below the datum of the chart. */
  depthMetres: number;
  /** What the port wants below the keel; null when it does not say. */
  leastMetres: number | null;
}

export interface Water {
  draughtMetres: number | null;
  /** Height of tide above the datum; null when nobody tells it, and then it is not counted. */
  tideMetres: number | null;
  /** What she sinks deeper at her speed; null when it is not known. */
  squatMetres: number | null;
}

export interface Clearance {
  metres: number | null;
  judgement: Judgement;
  /** The sum, for people. */
  sum: string;
}

const metres = (value: number) => value.toFixed(2);

/** At a berth she does not move, so there is no squat. */
export function clearance(place: Deep, water: Water): Clearance {
  const moves = place.kind !== "berth";
  if (water.draughtMetres === null) return { metres: null, sum: "", judgement: { verdict: "INCONCLUSIVE", word: "not known", text: "no draught is known" } };
  const squat = moves ? water.squatMetres : 0;
  const left = place.depthMetres + (water.tideMetres ?? 0) - water.draughtMetres - (squat ?? 0);
  const parts = [`depth ${metres(place.depthMetres)}`];
  if (water.tideMetres !== null) parts.push(`tide ${metres(water.tideMetres)}`);
  const taken = [`draught ${metres(water.draughtMetres)}`];
  if (moves && squat !== null) taken.push(`squat ${metres(squat)}`);
  const missing = [...(water.tideMetres === null ? ["tide"] : []), ...(squat === null ? ["squat"] : [])];
  const sum = `${parts.join(" + ")} \u2212 ${taken.join(" \u2212 ")} = ${metres(left)} m${missing.length === 0 ? "" : `, without ${missing.join(" and ")}`}`;
  return { metres: left, sum, judgement: judged(place, left, squat === null) };
}

/** Without her squat it can be too little already, and never enough. */
function judged(place: Deep, left: number, squatMissing: boolean): Judgement {
  if (place.leastMetres === null) return { verdict: left < 0 ? "FAIL" : "INCONCLUSIVE", word: left < 0 ? "aground" : "no minimum", text: left < 0 ? "" : "the port's map names none" };
  if (left < place.leastMetres) return { verdict: "FAIL", word: "too little", text: `minimum ${metres(place.leastMetres)} m` };
  if (squatMissing) return { verdict: "INCONCLUSIVE", word: "squat not known", text: `minimum ${metres(place.leastMetres)} m` };
  return { verdict: "PASS", word: "enough", text: `minimum ${metres(place.leastMetres)} m` };
}
