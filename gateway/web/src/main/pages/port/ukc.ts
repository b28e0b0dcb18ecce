import { number, plain, shortTime } from "../shared/format";
import type { Entry, UkcPlan, UkcRequest } from "./contract";

/** What the ship asked of the water below her keel, and what the port answered, in words. No document in here. */

/** The last question of the voyage, and the last plan that answers it. */
export function ukcWords(requests: readonly Entry<UkcRequest>[], plans: readonly Entry<UkcPlan>[]): string[] {
  const asked = requests.at(-1);
  if (!asked) return [];
  const { record } = asked;
  const u95 = record.u95Metres === undefined ? "" : ` \u00b1${number(record.u95Metres, 3)}`;
  const question = `She asks for ${plain(record.calculationRequested)} with ${number(record.deepestDraughtMetres, 3)}${u95} m, ${record.quality.toLowerCase()}, measured ${shortTime(record.at)}, by ${asked.author}.`;
  const plan = plans.filter((one) => one.record.request === asked.id).at(-1);
  return [question, plan ? answer(plan) : "The port has not answered yet."];
}

function answer({ record, author }: Entry<UkcPlan>): string {
  const windows = record.windows.map(({ from, to }) => `${shortTime(from)} to ${shortTime(to)}`);
  const parts = [windows.length === 0 ? "no window: she may not pass" : `she may pass ${windows.join(", ")}`];
  if (record.maximumDraughtMetres !== undefined) parts.push(`deepest draught ${number(record.maximumDraughtMetres, 2)} m`);
  const least = [...(record.controlPoints ?? [])].sort((a, b) => a.aboveLimitMetres - b.aboveLimitMetres)[0];
  if (least) parts.push(`least at ${least.name}, ${number(least.aboveLimitMetres, 2)} m ${least.aboveLimitMetres < 0 ? "(below the limit)" : "above the limit"} at ${shortTime(least.passing)}`);
  return `Plan of ${author}, ${shortTime(record.generated)}: ${parts.join("; ")}.`;
}
