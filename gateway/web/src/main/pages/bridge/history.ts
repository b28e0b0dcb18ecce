import { byId, el, setAttribute, setText } from "../shared/dom";
import { clockTime } from "../shared/format";
import { inGroups, preferred } from "../shared/quality";
import { ChartCard } from "./chartcard";
import { PRESETS, type ChartKind } from "./presets";
import type { Histories, VesselState } from "../shared/contract";

/** The last hours out of the ship's own store; the shore is not asked. */

const HOURS = [1, 3, 6, 12, 24] as const;
const POINTS = 1200;
const HOUR_MILLIS = 3_600_000;
/** Read anew after this part of the range, but not more often than each half minute. */
const REFRESH_PART = 120;
const LEAST_REFRESH_MILLIS = 30_000;

export class HistoryPage {
  private readonly hours: HTMLButtonElement[];
  private readonly presets: HTMLButtonElement[];
  private readonly select = el("select", { class: "select", "aria-label": "Any value" });
  private readonly said = el("p", { class: "quiet history-said", role: "status" });
  private readonly stack = el("div", { class: "charts" });
  private cards: ChartCard[] = [];
  private kinds: readonly ChartKind[] = PRESETS[0].charts;
  private range: number = HOURS[0];
  private state: VesselState | null = null;
  private asked = 0;
  private readAt = -Infinity;
  private titles = "";

  constructor() {
    this.hours = HOURS.map((hours) => button(`${hours} h`, () => this.chooseRange(hours)));
    this.presets = PRESETS.map((preset) => button(preset.title, () => this.choosePreset(preset.charts)));
    this.select.addEventListener("change", () => {
      if (this.state) this.choose(this.select.value, this.state);
    });
    byId("view-history").append(
      el(
        "div",
        { class: "history-choice" },
        el("div", { class: "tiles", role: "group", "aria-label": "What" }, ...this.presets),
        this.select,
        el("div", { class: "tiles hours", role: "group", "aria-label": "How long" }, ...this.hours),
        this.said,
      ),
      this.stack,
    );
    this.show(PRESETS[0].charts);
  }

  /** Shows one quantity. */
  choose(path: string, state: VesselState): void {
    if (path === "") return;
    this.state = state;
    this.offer();
    const channel = state.channels.find((one) => one.path === path);
    this.select.value = path;
    this.show([{ title: channel?.title || path, lines: [{ path, name: "" }] }]);
  }

  /** News of the ship while the page is open; charts are read anew now and then only. */
  update(state: VesselState): void {
    this.state = state;
    this.offer();
    const every = Math.max(LEAST_REFRESH_MILLIS, (this.range * HOUR_MILLIS) / REFRESH_PART);
    if (performance.now() - this.readAt > every) void this.read();
  }

  redraw(): void {
    for (const card of this.cards) card.redraw();
  }

  private choosePreset(kinds: readonly ChartKind[]): void {
    this.select.value = "";
    this.show(kinds);
  }

  private chooseRange(hours: number): void {
    this.range = hours;
    this.mark();
    void this.read();
  }

  private show(kinds: readonly ChartKind[]): void {
    this.kinds = kinds;
    this.cards = kinds.map((kind) => new ChartCard(kind));
    this.stack.replaceChildren(...this.cards.map((card) => card.root));
    this.mark();
    if (this.state) void this.read();
  }

  private mark(): void {
    this.hours.forEach((one, place) => setAttribute(one, "aria-pressed", String(HOURS[place] === this.range)));
    this.presets.forEach((one, place) => setAttribute(one, "aria-pressed", String(PRESETS[place]?.charts === this.kinds)));
  }

  private offer(): void {
    const channels = [...preferred(inGroups(this.state?.channels ?? [])).values()];
    const titles = channels.map((channel) => channel.path).join(" ");
    if (titles === this.titles) return;
    this.titles = titles;
    const chosen = this.select.value;
    this.select.replaceChildren(
      el("option", { value: "" }, "Any value \u2026"),
      ...channels.map((channel) => el("option", { value: channel.path }, channel.title || channel.path)),
    );
    this.select.value = chosen;
  }

  private async read(): Promise<void> {
    const ask = ++this.asked;
    this.readAt = performance.now();
    const to = Date.parse(this.state?.time ?? "");
    if (Number.isNaN(to)) return;
    const from = to - this.range * HOUR_MILLIS;
    const query = new URLSearchParams({ from: String(from), to: String(to), points: String(POINTS) });
    for (const { lines } of this.kinds) for (const { path } of lines) query.append("path", path);
    try {
      const reply = await fetch(`/api/v1/history?${query}`);
      if (ask !== this.asked) return;
      if (!reply.ok) throw new Error(String(reply.status));
      const found = (await reply.json()) as Histories;
      if (ask !== this.asked) return;
      for (const card of this.cards) card.show(found.series, this.state, from, to);
      const cut = found.whole ? "" : "; the oldest part is left out, it holds too many readings";
      setText(this.said, `From the ship\u2019s own store at ${clockTime(to)} UTC${cut}`);
    } catch {
      if (ask === this.asked) setText(this.said, "The ship\u2019s store cannot be read now; it is asked again");
    }
  }
}

function button(text: string, chosen: () => void): HTMLButtonElement {
  const made = el("button", { class: "button", type: "button", "aria-pressed": "false" }, text);
  made.addEventListener("click", chosen);
  return made;
}
