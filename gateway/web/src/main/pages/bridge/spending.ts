import { bytes, clockTime, number } from "../shared/format";
import type { LinkBudget } from "../shared/contract";

/** What the link may carry and what it costs, in words. */

const LEVELS: Record<LinkBudget["level"], string> = {
  FULL: "",
  THIN: "large blocks only",
  STATISTICS: "statistics only",
  ALERTS_ONLY: "alerts only: budget spent",
};

/** Why less than everything goes ashore; empty while everything does. */
export function restraint(budget: LinkBudget): string {
  if (budget.resting) return budget.nextWindow === null ? "waits for a window" : `opens ${clockTime(budget.nextWindow).slice(0, 5)} UTC`;
  return LEVELS[budget.level];
}

/** A sentence of what the link has carried, against what it may. */
export function spending(budget: LinkBudget): string {
  const today = period("today", budget.bytesToday, budget.bytesTodayAtEnd, budget.dayLimitBytes);
  const month = period("this month", budget.bytesThisMonth, budget.bytesThisMonthAtEnd, budget.monthLimitBytes);
  const held = restraint(budget);
  return `Carried ${today}, ${month}${cost(budget)}${held === "" ? "" : `; ${held}`}.`;
}

function period(name: string, carried: number, atEnd: number, limit: number | null): string {
  return limit === null ? `${bytes(carried)} ${name}` : `${bytes(carried)} of ${bytes(limit)} ${name}, ${bytes(atEnd)} at its end`;
}

function cost({ costThisMonth, costThisMonthAtEnd, currency }: LinkBudget): string {
  if (costThisMonth === null || costThisMonthAtEnd === null) return "";
  return ` for ${number(costThisMonth, 2)} ${currency ?? ""}, ${number(costThisMonthAtEnd, 2)} at its end`;
}
