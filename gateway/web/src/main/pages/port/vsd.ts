/**
 * The sentence that tells an AIS transponder another maximum present static draught (IEC 61162-1,
 * VSD). Only the draught is filled in: a null field leaves what the crew has entered.
 */

/** Steps of the AIS field; ITU-R M.1371 sends decimetres. */
const STEPS_PER_METRE = 10;
/** 0 means "not available", 25.5 means that or more. */
const LEAST_METRES = 0.1;
const MOST_METRES = 25.5;
/** A reading of exactly a decimetre is not lifted to the next by the last bit of its binary form. */
const ROUNDING = 1e-6;

/** The draught as AIS can say it: the next decimetre down the hull, never less than measured. */
export function aisDraught(metres: number): number | null {
  const lifted = Math.ceil(metres * STEPS_PER_METRE - ROUNDING) / STEPS_PER_METRE;
  return lifted < LEAST_METRES ? null : Math.min(MOST_METRES, lifted);
}

/** The sentence with its checksum, without CR and LF; null when AIS cannot say that draught. */
export function vsd(metres: number): string | null {
  const draught = aisDraught(metres);
  if (draught === null) return null;
  const body = `IIVSD,,${draught.toFixed(1)},,,,,,,`;
  let sum = 0;
  for (const letter of body) sum ^= letter.charCodeAt(0);
  return `$${body}*${sum.toString(16).toUpperCase().padStart(2, "0")}`;
}
