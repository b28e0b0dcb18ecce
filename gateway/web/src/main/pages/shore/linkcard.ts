import { byId, el, setAttribute, setText } from "../shared/dom";
import { bytes, clockTime, count, dateOnly, duration, shortTime } from "../shared/format";
import { byDay, DAY_MILLIS, type Day } from "./days";
import type { VesselDetail } from "../shared/contract";
import type { LateNews } from "./history";
import { LATE_SECONDS, longest, type Late } from "./late";
import { readHistory } from "./reads";

/** What came late, and how much went over the link day by day: both as the ship tells it. */

const BYTES = "gateway.link.bytesToday";
const DAYS = 14;
/** Two points an hour, so that no bucket of the store lies on both sides of midnight. */
const POINTS = DAYS * 24 * 2;
/** Spans that are named one by one. */
const NAMED = 4;

export class LinkCard {
  private vessel: VesselDetail | null = null;

  /** @param now the shore's time, in epoch milliseconds */
  constructor(private readonly now: () => number) {}

  /** @param news null while nothing is known of this vessel */
  late(news: LateNews | null): void {
    setText(byId("late-said"), news ? words(news) : "");
    const spans = news?.spans.slice(-NAMED) ?? [];
    byId("late").replaceChildren(...spans.map(item));
  }

  /** Another vessel, or news of this one. */
  follow(vessel: VesselDetail): void {
    const another = this.vessel?.id !== vessel.id;
    this.vessel = vessel;
    if (another) void this.bytes();
  }

  async bytes(): Promise<void> {
    const vessel = this.vessel;
    if (!vessel) return;
    const now = this.now();
    const to = (Math.floor(now / DAY_MILLIS) + 1) * DAY_MILLIS;
    const history = await readHistory(vessel, BYTES, to - DAYS * DAY_MILLIS, to, POINTS);
    if (vessel.id === this.vessel?.id) this.showDays(byDay(history?.points ?? [], now, DAYS));
  }

  private showDays(days: readonly Day[]): void {
    const most = Math.max(1, ...days.map((day) => day.bytes ?? 0));
    const told = days.filter((day) => day.bytes !== null);
    const sum = told.reduce((all, day) => all + (day.bytes ?? 0), 0);
    setText(byId("days-said"), told.length === 0 ? "the ship does not tell" : `${bytes(sum)} on ${count(told.length, "day")}`);
    byId("days").replaceChildren(...(told.length === 0 ? [] : [...days].reverse().map((day) => row(day, most))));
  }
}

function words({ spans, isTold, span }: LateNews): string {
  if (!isTold) return "not known: the ship does not tell of her link in this range";
  if (spans.length === 0) return `nothing that is here of ${duration((span.to - span.from) / 1000)} waited longer than ${duration(LATE_SECONDS)} for the link`;
  const more = spans.length - NAMED;
  return `${count(spans.length, "span")}${more > 0 ? `, the last ${NAMED} named` : ""}, ${duration(longest(spans))} or more for the oldest; hatched in the charts`;
}

function item({ from, to }: Late): HTMLElement {
  return el("li", {}, el("strong", {}, `${shortTime(from)} to ${clockTime(to).slice(0, 5)}`), ` came after ${clockTime(to)}`);
}

function row(day: Day, most: number): HTMLElement {
  const bar = el("span", { class: "day-bar" });
  if (day.bytes === null) setAttribute(bar, "data-none", "yes");
  else bar.style.setProperty("--part", `${((day.bytes / most) * 100).toFixed(1)}%`);
  const figure = day.bytes === null ? "not told" : `${day.kind === "at least" ? "at least " : ""}${bytes(day.bytes)}${day.kind === "so far" ? " so far" : ""}`;
  return el("li", { class: "day" }, el("span", {}, dateOnly(day.begin).slice(5)), bar, el("span", { class: "day-bytes" }, figure));
}
