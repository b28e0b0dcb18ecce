import type { Verdict } from "../shared/contract";
import type { CargoResult } from "./contract";

/** What the shore's words mean to an officer. What is not known is inconclusive, and never a pass. No document in here. */

export interface Judgement {
  verdict: Verdict;
  word: string;
  text: string;
}

const CARGO: Record<CargoResult["verdict"], Verdict> = {
  MATCH: "PASS",
  CHECK: "INCONCLUSIVE",
  DISCREPANCY: "FAIL",
  UNVERIFIED: "INCONCLUSIVE",
};
const LIMIT: Record<CargoResult["overLimit"], [Verdict, string]> = {
  WITHIN: ["PASS", "within the limit"],
  OVER_LIMIT_POSSIBLE: ["INCONCLUSIVE", "may be over the limit"],
  OVER_LIMIT_CERTAIN: ["FAIL", "over the limit"],
  UNKNOWN: ["INCONCLUSIVE", "limit or mass not known"],
};

/** @param result null while nobody has reconciled */
export function cargoJudgement(result: CargoResult | null): Judgement {
  if (!result) return { verdict: "INCONCLUSIVE", word: "not reconciled", text: "it takes a baseline and a departure record" };
  return { verdict: CARGO[result.verdict] ?? "INCONCLUSIVE", word: result.verdict.toLowerCase(), text: result.text.replace(/^[A-Z]+: /, "") };
}

export function limitJudgement(result: CargoResult | null): Judgement {
  const [verdict, word] = LIMIT[result?.overLimit ?? "UNKNOWN"] ?? LIMIT.UNKNOWN;
  return { verdict, word, text: "" };
}

/** Two counts that must be the same; without both of them nothing is said. */
export function countJudgement(declared: number | null, counted: number | null, withheld = false): Judgement {
  if (declared === null || counted === null) return { verdict: "INCONCLUSIVE", word: "not known", text: declared === null ? (withheld ? "the ship withholds it" : "nobody has declared it") : "not counted now" };
  return declared === counted ? { verdict: "PASS", word: "same", text: "" } : { verdict: "FAIL", word: "mismatch", text: "" };
}

/** A figure that must be less than another; either may be missing. */
export function mostJudgement(figure: number | null, limit: number | null, over: string): Judgement {
  if (figure === null || limit === null) return { verdict: "INCONCLUSIVE", word: "not known", text: figure === null ? "not measured" : "no limit is known" };
  return figure > limit ? { verdict: "FAIL", word: over, text: "" } : { verdict: "PASS", word: "within", text: "" };
}
