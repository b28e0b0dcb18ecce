import { TimeChart } from "../shared/chart";
import { byId, el, setAttribute, setText } from "../shared/dom";
import { displayOf, type Display } from "../shared/format";
import { inGroups, isUsable, preferred } from "../shared/quality";
import type { Channel, History, VesselDetail } from "../shared/contract";

/** One quantity of one vessel over time, as the shore's store has it. */

const RANGES = [
  { label: "10 min", seconds: 600 },
  { label: "1 h", seconds: 3600 },
  { label: "6 h", seconds: 6 * 3600 },
  { label: "24 h", seconds: 24 * 3600 },
] as const;
const POINTS = 1200;
const FIRST_PATHS = ["hull.draught.mean", "loading.cargo.weighed"];

export class HistoryCard {
  private readonly select = byId("history-path") as HTMLSelectElement;
  private readonly chart = byId("chart");
  private readonly plot = new TimeChart(this.chart, (text) => setText(byId("history-cursor"), text));
  private readonly said = byId("history-said");
  private readonly buttons: HTMLButtonElement[];
  private range: (typeof RANGES)[number] = RANGES[0];
  private shown: History | null = null;
  private vessel: VesselDetail | null = null;
  private path = "";
  private asked = 0;

  /** @param now the shore's time, in epoch milliseconds */
  constructor(private readonly now: () => number) {
    this.buttons = RANGES.map((range) => {
      const button = el("button", { class: "button", type: "button" }, range.label);
      button.addEventListener("click", () => this.chooseRange(range));
      return button;
    });
    byId("history-ranges").append(...this.buttons);
    this.select.addEventListener("change", () => this.choose(this.select.value));
    this.markRange();
  }

  /** Shows this quantity. */
  choose(path: string): void {
    this.path = path;
    this.select.value = path;
    void this.load();
  }

  /** Another vessel, or news of this one. */
  update(vessel: VesselDetail): void {
    const another = this.vessel?.id !== vessel.id;
    this.vessel = vessel;
    this.offer(inGroups(vessel.channels ?? []));
    if (another) {
      this.clear();
      void this.load();
    }
  }

  /** Asks for what has come since. */
  async load(): Promise<void> {
    const vessel = this.vessel;
    if (!vessel || this.path === "") return;
    const ask = ++this.asked;
    const to = this.now();
    const query = new URLSearchParams({
      path: this.path,
      from: String(to - this.range.seconds * 1000),
      to: String(to),
      points: String(POINTS),
    });
    try {
      const reply = await fetch(`/api/v1/vessels/${encodeURIComponent(vessel.id)}/history?${query}`);
      const history = reply.ok ? ((await reply.json()) as History) : null;
      if (ask !== this.asked) return;
      if (history) this.show(history, to);
      else setText(this.said, `the store does not answer (${reply.status})`);
    } catch {
      if (ask === this.asked) setText(this.said, "the shore station does not answer");
    }
  }

  /** Draws anew, for instance in another palette. */
  redraw(): void {
    this.plot.redraw();
  }

  private offer(channels: readonly Channel[]): void {
    const paths = [...preferred(channels).values()];
    const key = paths.map((one) => one.path).join(" ");
    if (this.select.dataset["paths"] === key) return;
    this.select.dataset["paths"] = key;
    this.select.replaceChildren(...paths.map((one) => el("option", { value: one.path }, one.title || one.path)));
    const known = paths.some((one) => one.path === this.path);
    if (!known) {
      const first = FIRST_PATHS.find((path) => paths.some((one) => one.path === path));
      this.path = first ?? paths[0]?.path ?? "";
      void this.load();
    }
    this.select.value = this.path;
  }

  private chooseRange(range: (typeof RANGES)[number]): void {
    this.range = range;
    this.markRange();
    void this.load();
  }

  private markRange(): void {
    this.buttons.forEach((button, place) =>
      setAttribute(button, "aria-pressed", String(RANGES[place] === this.range)),
    );
  }

  private clear(): void {
    this.plot.clear();
    this.shown = null;
    setText(this.said, "");
  }

  private show(history: History, to: number): void {
    this.shown = history;
    const display = displayOf(history.path, history.unit);
    const points = history.points ?? [];
    this.plot.show({
      display,
      series: [{ name: history.path, points: points.map(([millis, value]) => [millis, value === null ? null : display.convert(value)]) }],
      gaps: history.gaps ?? [],
      limit: this.limit(display),
      fromSeconds: to / 1000 - this.range.seconds,
      toSeconds: to / 1000,
    });
    const values = points.filter(([, value]) => value !== null).length;
    const gaps = history.gaps?.length ?? 0;
    setText(
      this.said,
      values === 0 ? "no data in this range" : gaps === 0 ? "" : `${gaps === 1 ? "1 span" : `${gaps} spans`} without data, shaded`,
    );
    setAttribute(this.chart, "data-points", values);
  }

  /** The limit of the quantity shown, in the unit shown. */
  private limit(display: Display): number | null {
    const path = this.shown?.path ?? "";
    const limits = this.vessel?.limits;
    if (path.startsWith("hull.draught.")) return limits?.draughtMetres ?? this.draughtLimit();
    if (path === "passengers.onBoard") return limits?.passengers ?? null;
    if (!/^loading\.cargo\.(declared|weighed|measured)$/.test(path)) return null;
    const channel = this.vessel?.channels?.find((one) => one.path === "loading.cargo.limit");
    return limits?.cargoTonnes ?? (channel?.value == null ? null : display.convert(channel.value));
  }

  /** What the ship's mean draught and her margin add up to, where the shore has no limit itself. */
  private draughtLimit(): number | null {
    const channels = preferred(this.vessel?.channels ?? []);
    const mean = channels.get("hull.draught.mean");
    const margin = channels.get("loading.loadLine.margin");
    return isUsable(mean) && isUsable(margin) ? Math.round((mean.value + margin.value) * 100) / 100 : null;
  }
}
