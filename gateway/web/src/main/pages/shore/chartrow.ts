import { TimeChart, type ChartManners } from "../shared/chart";
import { el, setAttribute, setText, svg } from "../shared/dom";
import { displayOf, number, type Display } from "../shared/format";
import { isUsable, preferred } from "../shared/quality";
import type { History, VesselDetail } from "../shared/contract";
import type { Late } from "./late";

/** One chart of a vessel: up to three lines of one unit, with their limit and their gaps. */

export interface Line {
  path: string;
  /** Empty for a chart of one line, whose title says it. */
  name: string;
}

const DASHES = ["", "9 5", "2 4"];

export class ChartRow {
  readonly root: HTMLElement;
  private readonly said = el("span", { class: "card-said" });
  private readonly cursor = el("span", { class: "history-cursor" });
  private readonly frame = el("div", { class: "chart", role: "img" });
  private readonly names = el("span", { class: "line-names" });
  private readonly plot: TimeChart;
  private lines: readonly Line[] = [];

  /** @param head what stands before the words of the chart: its title, or a choice */
  constructor(
    readonly id: string,
    private readonly head: HTMLElement,
    manners: ChartManners,
  ) {
    this.plot = new TimeChart(this.frame, (text) => setText(this.cursor, text), manners);
    this.frame.id = id;
    this.said.id = `${id}-said`;
    this.cursor.id = `${id}-cursor`;
    this.root = el("div", { class: "chart-row" }, el("div", { class: "chart-head" }, head, this.names, this.said, this.cursor), this.frame);
  }

  /** @param lines the first is drawn solid, the next dashed, the last dotted */
  draw(lines: readonly Line[]): void {
    this.lines = lines;
    this.names.replaceChildren(...lines.flatMap(({ name }, place) => (name === "" ? [] : [sample(name, place)])));
  }

  clear(): void {
    this.plot.clear();
    setText(this.said, "");
  }

  show(histories: ReadonlyMap<string, History>, vessel: VesselDetail, late: readonly Late[], span: { from: number; to: number }): void {
    const shown = this.lines.map(({ path, name }) => ({ name, path, history: histories.get(path) }));
    const first = shown.find(({ history }) => (history?.points ?? []).length > 0)?.history;
    const path = this.lines[0]?.path ?? "";
    const display = displayOf(path, first?.unit ?? "");
    this.plot.show({
      display,
      series: shown.map(({ path: of, history }) => ({
        name: of,
        points: (history?.points ?? []).map(([millis, value]) => [millis, value === null ? null : display.convert(value)] as [number, number | null]),
      })),
      gaps: first?.gaps ?? [],
      late: late.map(({ from, to }) => [from, to] as [number, number]),
      limit: limitOf(path, vessel, display),
      fromSeconds: span.from / 1000,
      toSeconds: span.to / 1000,
    });
    const values = shown.flatMap(({ history }) => (history?.points ?? []).flatMap(([, value]) => (value === null ? [] : [display.convert(value)])));
    const words = summary(values, first?.gaps.length ?? 0, display);
    setText(this.said, words);
    setAttribute(this.frame, "aria-label", `${this.head.textContent ?? ""}: ${words}`);
    setAttribute(this.frame, "data-points", values.length);
  }

  redraw(): void {
    this.plot.redraw();
  }
}

function summary(values: readonly number[], gaps: number, display: Display): string {
  if (values.length === 0) return "no data in this range";
  const figure = (value: number) => number(value, display.decimals);
  const [least, most] = values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
  const range = `${figure(least)} to ${figure(most)} ${display.unit}`.trim();
  return gaps === 0 ? range : `${range}; ${gaps === 1 ? "1 span" : `${gaps} spans`} without data, shaded`;
}

/** The limit of a quantity, in the unit shown. */
function limitOf(path: string, vessel: VesselDetail, display: Display): number | null {
  const { limits, channels } = vessel;
  if (path.startsWith("hull.draught.")) return limits?.draughtMetres ?? draughtLimit(vessel);
  if (path === "passengers.onBoard") return limits?.passengers ?? null;
  if (!/^loading\.cargo\.(declared|weighed|measured)$/.test(path)) return null;
  const channel = channels?.find((one) => one.path === "loading.cargo.limit");
  return limits?.cargoTonnes ?? (channel?.value == null ? null : display.convert(channel.value));
}

/** What the ship's mean draught and her margin add up to, where the shore has no limit itself. */
function draughtLimit(vessel: VesselDetail): number | null {
  const channels = preferred(vessel.channels ?? []);
  const mean = channels.get("hull.draught.mean");
  const margin = channels.get("loading.loadLine.margin");
  return isUsable(mean) && isUsable(margin) ? Math.round((mean.value + margin.value) * 100) / 100 : null;
}

function sample(name: string, place: number): HTMLElement {
  const line = svg("line", { x1: 0, y1: 4, x2: 30, y2: 4, "stroke-dasharray": DASHES[place % DASHES.length] ?? "" });
  return el("span", { class: "line-name" }, svg("svg", { class: "line-sample", viewBox: "0 0 30 8", "aria-hidden": "true" }, line), name);
}
