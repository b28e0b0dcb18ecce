import uPlot from "uplot";
import { byId, el, setAttribute, setText } from "../shared/dom";
import { clockTime, dateOnly, displayOf, number, type Display } from "../shared/format";
import { inGroups, isUsable, preferred } from "../shared/quality";
import type { Channel, History, VesselDetail } from "../shared/contract";

/** One quantity over time: gaps are shaded, limits are lines, times are UTC in 24 hours. */

const RANGES = [
  { label: "10 min", seconds: 600 },
  { label: "1 h", seconds: 3600 },
  { label: "6 h", seconds: 6 * 3600 },
  { label: "24 h", seconds: 24 * 3600 },
] as const;
const POINTS = 1200;
const FIRST_PATHS = ["hull.draught.mean", "loading.cargo.weighed"];
const DAY_SECONDS = 86_400;
const MAX_DECIMALS = 6;

export class HistoryCard {
  private readonly select = byId("history-path") as HTMLSelectElement;
  private readonly chart = byId("chart");
  private readonly cursor = byId("history-cursor");
  private readonly said = byId("history-said");
  private readonly buttons: HTMLButtonElement[];
  private range: (typeof RANGES)[number] = RANGES[0];
  private plot: uPlot | null = null;
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
    new ResizeObserver(() => this.resize()).observe(this.chart);
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
    if (!this.shown) return;
    this.plot?.destroy();
    this.plot = null;
    this.show(this.shown, Number(new Date(this.shown.to)) || this.now());
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
    this.plot?.destroy();
    this.plot = null;
    this.shown = null;
    setText(this.said, "");
  }

  private show(history: History, to: number): void {
    const samePlot = this.plot && this.shown?.path === history.path && this.shown.unit === history.unit;
    this.shown = history;
    const display = displayOf(history.path, history.unit);
    const points = history.points ?? [];
    const data: uPlot.AlignedData = [
      points.map(([millis]) => millis / 1000),
      points.map(([, value]) => (value === null ? null : display.convert(value))),
    ];
    if (!samePlot) {
      this.plot?.destroy();
      this.plot = new uPlot(this.options(display), data, this.chart);
    } else {
      this.plot?.setData(data, false);
    }
    this.plot?.setScale("x", { min: to / 1000 - this.range.seconds, max: to / 1000 });
    const values = points.filter(([, value]) => value !== null).length;
    const gaps = history.gaps?.length ?? 0;
    setText(
      this.said,
      values === 0 ? "no data in this range" : gaps === 0 ? "" : `${gaps === 1 ? "1 span" : `${gaps} spans`} without data, shaded`,
    );
    setAttribute(this.chart, "data-points", values);
  }

  private options(display: Display): uPlot.Options {
    const colour = (name: string) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
    const font = `${Math.round(parseFloat(getComputedStyle(document.documentElement).fontSize))}px "Noto Sans", sans-serif`;
    const axis = {
      stroke: colour("--element-neutral-color"),
      font,
      grid: { stroke: colour("--border-outline-color"), width: 1 },
      ticks: { show: false },
    };
    return {
      ...this.size(),
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      legend: { show: false },
      cursor: { drag: { x: false, y: false }, points: { size: 9, fill: colour("--instrument-enhanced-primary-color") } },
      scales: { x: { time: true }, y: { range: (_plot, low, high) => this.yRange(low, high, display) } },
      axes: [
        { ...axis, values: (_plot, splits, _axis, _space, step) => splits.map((seconds) => timeLabel(seconds, step)) },
        { ...axis, size: 64, values: (_plot, splits) => splits.map((value) => axisNumber(value, splits)), label: display.unit, labelFont: font, labelSize: display.unit === "" ? 0 : 20 },
      ],
      series: [
        {},
        {
          stroke: colour("--instrument-enhanced-secondary-color"),
          width: 2,
          points: { show: false },
          spanGaps: false,
        },
      ],
      hooks: {
        drawClear: [(plot) => this.shadeGaps(plot, colour("--instrument-frame-tertiary-color"))],
        draw: [(plot) => this.drawLimit(plot, display, colour("--element-active-color"), font)],
        setCursor: [(plot) => this.readCursor(plot, display)],
      },
    };
  }

  private yRange(low: number | null, high: number | null, display: Display): [number, number] {
    if (low === null || high === null) return [0, 1];
    const limit = this.limit(display);
    const near = limit !== null && Math.abs(limit - high) <= Math.max(Math.abs(limit) * 0.4, (high - low) * 2);
    const top = near ? Math.max(high, limit) : high;
    const bottom = near ? Math.min(low, limit) : low;
    const least = 2 * 10 ** -display.decimals;
    const margin = Math.max((top - bottom) * 0.08, least);
    return [bottom - margin, top + margin];
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

  private shadeGaps(plot: uPlot, colour: string): void {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    ctx.fillStyle = colour;
    ctx.globalAlpha = 0.35;
    for (const [from, to] of this.shown?.gaps ?? []) {
      const left = plot.valToPos(from / 1000, "x", true);
      const right = plot.valToPos(to / 1000, "x", true);
      ctx.fillRect(left, bbox.top, Math.max(1, right - left), bbox.height);
    }
    ctx.restore();
  }

  private drawLimit(plot: uPlot, display: Display, colour: string, font: string): void {
    const limit = this.limit(display);
    if (limit === null) return;
    const { ctx, bbox } = plot;
    const y = plot.valToPos(limit, "y", true);
    if (!(y >= bbox.top && y <= bbox.top + bbox.height)) return;
    ctx.save();
    ctx.strokeStyle = colour;
    ctx.fillStyle = colour;
    ctx.lineWidth = 1.5;
    ctx.setLineDash([7, 5]);
    ctx.beginPath();
    ctx.moveTo(bbox.left, y);
    ctx.lineTo(bbox.left + bbox.width, y);
    ctx.stroke();
    ctx.font = font;
    ctx.textAlign = "right";
    ctx.textBaseline = y - bbox.top > 24 ? "bottom" : "top";
    ctx.fillText(`limit ${number(limit, display.decimals)} ${display.unit}`, bbox.left + bbox.width - 4, y - 3);
    ctx.restore();
  }

  private readCursor(plot: uPlot, display: Display): void {
    const place = plot.cursor.idx;
    const seconds = place == null ? undefined : plot.data[0][place];
    const value = place == null ? undefined : plot.data[1]?.[place];
    if (seconds === undefined) setText(this.cursor, "");
    else {
      const figure = value == null ? "no data" : `${number(value, display.decimals)} ${display.unit}`;
      setText(this.cursor, `${dateOnly(seconds * 1000)} ${clockTime(seconds * 1000)} UTC  ${figure}`);
    }
  }

  private size(): { width: number; height: number } {
    return { width: Math.max(200, this.chart.clientWidth), height: Math.max(160, this.chart.clientHeight) };
  }

  private resize(): void {
    this.plot?.setSize(this.size());
  }
}

function timeLabel(seconds: number, step: number): string {
  if (step >= DAY_SECONDS) return dateOnly(seconds * 1000).slice(5);
  return clockTime(seconds * 1000).slice(0, step >= 60 ? 5 : 8);
}

/** As many decimals as tell one line of the grid from the next. */
function axisNumber(value: number, splits: readonly number[]): string {
  const step = Math.abs((splits[1] ?? 0) - (splits[0] ?? 0));
  let decimals = 0;
  for (let scaled = step; decimals < MAX_DECIMALS; decimals++, scaled *= 10) {
    if (Math.abs(scaled - Math.round(scaled)) < 1e-6) break;
  }
  return number(value, decimals);
}
