import { byId, el, setAttribute, setText, show } from "../shared/dom";
import { clockTime, shortTime } from "../shared/format";
import type { Call } from "./model";

/** Which berth is whose, from some hours ago to a day ahead: solid since she is there, hollow before. */

const HOUR = 3_600_000;
const BACK = 6 * HOUR;
const AHEAD = 18 * HOUR;
const TICK = 3 * HOUR;

export class Berths {
  private drawn = "";

  /** @param names of the berths on the port's map */
  update(names: readonly string[], calls: readonly Call[], now: string): void {
    const from = Math.floor((Date.parse(now) - BACK) / HOUR) * HOUR;
    const to = from + BACK + AHEAD;
    const bands = calls.filter((call) => call.standing.berth !== "" && call.standing.band !== null && call.standing.phase !== "OVER");
    const all = [...new Set([...names, ...bands.map((call) => call.standing.berth)])].sort();
    const minute = Math.floor(Date.parse(now) / 60_000);
    const key = JSON.stringify([minute, all, bands.map((call) => [call.id, call.name, call.standing])]);
    if (key === this.drawn) return;
    this.drawn = key;
    const place = (at: number) => `${Math.min(100, Math.max(0, ((at - from) / (to - from)) * 100)).toFixed(2)}%`;
    const scale = el("div", { class: "berth-scale", "aria-hidden": "true" });
    for (let at = Math.ceil(from / TICK) * TICK; at < to; at += TICK) {
      const tick = el("span", { class: "berth-tick" }, clockTime(at).slice(0, 5));
      tick.style.left = place(at);
      scale.append(tick);
    }
    const rows = all.map((berth) => {
      const line = el("div", { class: "berth-line" });
      const mark = el("span", { class: "berth-now", "aria-hidden": "true" });
      mark.style.left = place(Date.parse(now));
      line.append(...bands.filter((call) => call.standing.berth === berth).flatMap((call) => band(call, place, from, to)), mark);
      return el("div", { class: "berth" }, el("span", { class: "berth-name" }, berth), line);
    });
    byId("berths").replaceChildren(...(all.length === 0 ? [] : [el("div", { class: "berth" }, el("span"), scale), ...rows]));
    show(byId("berths-none"), all.length === 0);
    setText(byId("berths-said"), `${clockTime(from).slice(0, 5)} to ${clockTime(to).slice(0, 5)} UTC`);
  }
}

function band(call: Call, place: (at: number) => string, from: number, to: number): HTMLElement[] {
  const { band: hers } = call.standing;
  if (!hers) return [];
  const begin = Date.parse(hers.from.time);
  const end = hers.to ? Date.parse(hers.to.time) : to;
  if (end <= from || begin >= to) return [];
  const bar = el("div", { class: "berth-band" }, el("span", {}, call.name));
  setAttribute(bar, "data-kind", hers.from.kind === "ACT" ? "ACT" : "EST");
  setAttribute(bar, "data-open", hers.to ? null : "yes");
  setAttribute(bar, "title", `${call.name}: ${shortTime(hers.from.time)} ${hers.from.kind} to ${hers.to ? `${shortTime(hers.to.time)} ${hers.to.kind}` : "nobody said when"}`);
  bar.style.left = place(begin);
  bar.style.width = `calc(${place(end)} - ${place(begin)})`;
  return [bar];
}
