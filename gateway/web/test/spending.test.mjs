import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compiled } from "./compiled.mjs";
import { budget } from "./fake/states.mjs";

const { restraint, spending } = await compiled("bridge/spending.ts");

const LIMITED = { dayLimitBytes: 2_000_000, monthLimitBytes: 60_000_000 };
const PRICED = { costThisMonth: 141.75, costThisMonthAtEnd: 202.5, currency: "USD" };
const TABLE = [
  [{}, "", "Carried 1.2 MB today, 31.5 MB this month."],
  [PRICED, "", "Carried 1.2 MB today, 31.5 MB this month for 141.75 USD, 202.50 at its end."],
  [
    { ...LIMITED, level: "THIN" },
    "large blocks only",
    "Carried 1.2 MB of 2.0 MB today, 2.1 MB at its end, 31.5 MB of 60.0 MB this month, 45.0 MB at its end; large blocks only.",
  ],
  [{ level: "STATISTICS" }, "statistics only", "Carried 1.2 MB today, 31.5 MB this month; statistics only."],
  [
    { level: "ALERTS_ONLY" },
    "alerts only: budget spent",
    "Carried 1.2 MB today, 31.5 MB this month; alerts only: budget spent.",
  ],
  [
    { resting: true, nextWindow: "2026-03-01T18:00:00Z", level: "THIN" },
    "opens 18:00 UTC",
    "Carried 1.2 MB today, 31.5 MB this month; opens 18:00 UTC.",
  ],
  [{ resting: true }, "waits for a window", "Carried 1.2 MB today, 31.5 MB this month; waits for a window."],
];

describe("what the link carries", () => {
  for (const [extra, held, said] of TABLE) {
    it(said, () => {
      assert.equal(restraint(budget(extra)), held);
      assert.equal(spending(budget(extra)), said);
    });
  }
});
