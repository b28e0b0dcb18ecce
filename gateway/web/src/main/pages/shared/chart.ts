import uPlot from "uplot";
import { clockTime, dateOnly, number, type Display } from "./format";

/** Quantities of one unit over time: gaps are shaded, limits are lines, times are UTC in 24 hours. */

export interface ChartData {
  display: Display;
  /** Each with its points in epoch milliseconds, in the unit shown; the first is drawn solid, the next dashed. */
  series: readonly { name: string; points: readonly [number, number | null][] }[];
  /** Spans without data, in epoch milliseconds. */
  gaps: readonly [number, number][];
  /** Spans that came ashore late, in epoch milliseconds; marked at the foot. */
  late?: readonly [number, number][];
  limit: number | null;
  fromSeconds: number;
  toSeconds: number;
}

/** What a chart does besides being looked at. */
export interface ChartManners {
  /** Charts with the same word here have their cursors at the same time. */
  together: string;
  /** Told which span was dragged over, in epoch milliseconds. */
  zoom: (from: number, to: number) => void;
}

const DAY_SECONDS = 86_400;
/** A shorter drag is a hand that trembled. */
const LEAST_DRAG_PIXELS = 8;
/** Height of the mark of what came late, and the distance of its strokes. */
const LATE_HEIGHT = 9;
const LATE_STROKE = 6;
const MAX_DECIMALS = 6;
const DASHES: readonly number[][] = [[], [9, 5], [2, 4]];

export class TimeChart {
  private plot: uPlot | null = null;
  private data: ChartData | null = null;
  private kind = "";

  /**
   * @param parent is filled
   * @param read told what the cursor points at; nothing when it leaves
   * @param manners what a drag does, and which other charts follow the cursor
   */
  constructor(
    private readonly parent: HTMLElement,
    private readonly read: (text: string) => void = () => {},
    private readonly manners: ChartManners | null = null,
  ) {
    new ResizeObserver(() => this.plot?.setSize(this.size())).observe(parent);
  }

  show(data: ChartData): void {
    this.data = data;
    const aligned = align(data);
    const kind = `${data.display.unit}/${data.display.decimals}/${data.series.map((one) => one.name).join("/")}`;
    if (this.plot && this.kind === kind) {
      this.plot.setData(aligned, false);
    } else {
      this.plot?.destroy();
      this.kind = kind;
      this.plot = new uPlot(this.options(data), aligned, this.parent);
    }
    this.plot.setScale("x", { min: data.fromSeconds, max: data.toSeconds });
  }

  clear(): void {
    this.plot?.destroy();
    this.plot = null;
    this.data = null;
  }

  /** Draws anew, for instance in another palette. */
  redraw(): void {
    const data = this.data;
    if (!data) return;
    this.clear();
    this.show(data);
  }

  private options(data: ChartData): uPlot.Options {
    const root = getComputedStyle(document.documentElement);
    const colour = (name: string) => this.colour(name);
    const font = `${Math.max(17, Math.round(parseFloat(root.fontSize)))}px "Noto Sans", sans-serif`;
    const axis = {
      stroke: colour("--element-neutral-color"),
      font,
      grid: { stroke: colour("--border-outline-color"), width: 1 },
      ticks: { show: false },
    };
    const { display } = data;
    return {
      ...this.size(),
      tzDate: (seconds) => uPlot.tzDate(new Date(seconds * 1000), "Etc/UTC"),
      legend: { show: false },
      cursor: {
        drag: { x: this.manners !== null, y: false, setScale: false },
        points: { size: 9, fill: colour("--instrument-enhanced-primary-color") },
        ...(this.manners ? { sync: { key: this.manners.together } } : {}),
      },
      scales: { x: { time: true }, y: { range: (_plot, low, high) => this.yRange(low, high) } },
      axes: [
        { ...axis, size: 34, values: (_plot, splits, _axis, _space, step) => splits.map((seconds) => timeLabel(seconds, step)) },
        { ...axis, size: 64, values: (_plot, splits) => splits.map((value) => axisNumber(value, splits)), label: display.unit, labelFont: font, labelSize: display.unit === "" ? 0 : 20 },
      ],
      series: [
        {},
        ...data.series.map((_one, place) => ({
          stroke: colour("--instrument-enhanced-secondary-color"),
          width: 2,
          dash: DASHES[place % DASHES.length] ?? [],
          points: { show: false },
          spanGaps: false,
        })),
      ],
      hooks: {
        drawClear: [(plot) => this.shadeGaps(plot, colour("--instrument-frame-tertiary-color"))],
        draw: [
          (plot) => this.markLate(plot, colour("--element-active-color"), colour("--container-section-color")),
          (plot) => this.drawLimit(plot, colour("--element-active-color"), colour("--container-section-color"), font),
        ],
        setSelect: [(plot) => this.dragged(plot)],
        setCursor: [(plot) => this.readCursor(plot)],
      },
    };
  }

  /** What a variable of the palette comes to: a canvas does not reckon with variables. */
  private colour(name: string): string {
    const before = this.parent.style.color;
    this.parent.style.color = `var(${name})`;
    const found = getComputedStyle(this.parent).color;
    this.parent.style.color = before;
    return found;
  }

  private yRange(low: number | null, high: number | null): [number, number] {
    const display = this.data?.display;
    if (low === null || high === null || !display) return [0, 1];
    const limit = this.data?.limit ?? null;
    const near = limit !== null && Math.abs(limit - high) <= Math.max(Math.abs(limit) * 0.4, (high - low) * 2);
    const top = near ? Math.max(high, limit) : high;
    const bottom = near ? Math.min(low, limit) : low;
    const least = 2 * 10 ** -display.decimals;
    const margin = Math.max((top - bottom) * 0.08, least);
    return [bottom - margin, top + margin];
  }

  private shadeGaps(plot: uPlot, colour: string): void {
    const { ctx, bbox } = plot;
    ctx.save();
    ctx.beginPath();
    ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
    ctx.clip();
    ctx.fillStyle = colour;
    ctx.globalAlpha = 0.35;
    for (const [from, to] of this.data?.gaps ?? []) {
      const left = plot.valToPos(from / 1000, "x", true);
      const right = plot.valToPos(to / 1000, "x", true);
      ctx.fillRect(left, bbox.top, Math.max(1, right - left), bbox.height);
    }
    ctx.restore();
  }

  /** Hatched, so that it is neither a gap nor a limit, whatever the palette. */
  private markLate(plot: uPlot, colour: string, ground: string): void {
    const { ctx, bbox } = plot;
    ctx.save();
    for (const [from, to] of this.data?.late ?? []) {
      const left = Math.max(bbox.left, plot.valToPos(from / 1000, "x", true));
      const right = Math.min(bbox.left + bbox.width, plot.valToPos(to / 1000, "x", true));
      if (right <= left) continue;
      const foot = bbox.top + bbox.height;
      ctx.save();
      ctx.beginPath();
      ctx.rect(left, foot - LATE_HEIGHT, Math.max(2, right - left), LATE_HEIGHT);
      ctx.clip();
      ctx.fillStyle = ground;
      ctx.fillRect(left, foot - LATE_HEIGHT, Math.max(2, right - left), LATE_HEIGHT);
      ctx.strokeStyle = colour;
      ctx.lineWidth = 1.5;
      ctx.setLineDash([]);
      ctx.beginPath();
      for (let at = left - LATE_HEIGHT; at < right; at += LATE_STROKE) {
        ctx.moveTo(at, foot);
        ctx.lineTo(at + LATE_HEIGHT, foot - LATE_HEIGHT);
      }
      ctx.stroke();
      ctx.restore();
    }
    ctx.restore();
  }

  private dragged(plot: uPlot): void {
    const { left, width } = plot.select;
    if (width === 0) return;
    plot.setSelect({ left: 0, top: 0, width: 0, height: 0 }, false);
    if (width < LEAST_DRAG_PIXELS) return;
    this.manners?.zoom(plot.posToVal(left, "x") * 1000, plot.posToVal(left + width, "x") * 1000);
  }

  private drawLimit(plot: uPlot, colour: string, ground: string, font: string): void {
    const limit = this.data?.limit ?? null;
    const display = this.data?.display;
    if (limit === null || !display) return;
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
    const above = y - bbox.top > 24;
    ctx.textBaseline = above ? "bottom" : "top";
    // On the ground of its card, so that a curve at the limit does not strike it through.
    ctx.strokeStyle = ground;
    ctx.lineWidth = 6;
    ctx.lineJoin = "round";
    ctx.setLineDash([]);
    const at = [`limit ${number(limit, display.decimals)} ${display.unit}`, bbox.left + bbox.width - 4, above ? y - 3 : y + 4] as const;
    ctx.strokeText(...at);
    ctx.fillText(...at);
    ctx.restore();
  }

  private readCursor(plot: uPlot): void {
    const place = plot.cursor.idx;
    const display = this.data?.display;
    const seconds = place == null ? undefined : plot.data[0][place];
    if (place == null || seconds === undefined || !display) {
      this.read("");
      return;
    }
    const figures = plot.data.slice(1).map((values) => {
      const value = values[place];
      return value == null ? "no data" : `${number(value, display.decimals)} ${display.unit}`;
    });
    this.read(`${dateOnly(seconds * 1000)} ${clockTime(seconds * 1000)} UTC  ${figures.join("  ")}`);
  }

  private size(): { width: number; height: number } {
    return { width: Math.max(200, this.parent.clientWidth), height: Math.max(100, this.parent.clientHeight) };
  }
}

/** One column of times for all series; where another series has a time, this one goes on. */
function align(data: ChartData): uPlot.AlignedData {
  const tables = data.series.map(
    ({ points }): uPlot.AlignedData => [points.map(([millis]) => millis / 1000), points.map(([, value]) => value)],
  );
  if (tables.length === 0) return [[]];
  return tables.length === 1 && tables[0] ? tables[0] : uPlot.join(tables);
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
