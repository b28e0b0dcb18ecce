import { TimeChart } from "../shared/chart";
import { el, setAttribute, setText, svg } from "../shared/dom";
import { displayOf, number, type Display } from "../shared/format";
import type { History, VesselState } from "../shared/contract";
import type { ChartKind } from "./presets";

/** One chart with its title, the names of its lines, and in words what it shows. */
export class ChartCard {
  private readonly said = el("span", { class: "card-said" });
  private readonly cursor = el("span", { class: "chart-cursor" });
  private readonly frame = el("div", { class: "chart", role: "img" });
  private readonly chart = new TimeChart(this.frame, (text) => setText(this.cursor, text));
  readonly root: HTMLElement;

  constructor(private readonly kind: ChartKind) {
    const names = kind.lines.filter(({ name }) => name !== "").map(({ name }, place) => legend(name, place));
    this.root = el(
      "div",
      { class: "card chart-card" },
      el("div", { class: "card-head" }, el("h2", {}, kind.title), ...names, this.said, this.cursor),
      this.frame,
    );
  }

  show(series: readonly History[], state: VesselState | null, from: number, to: number): void {
    const shown = this.kind.lines.map(({ path, name }) => ({ path, name, history: series.find((one) => one.path === path) }));
    const first = shown.find(({ history }) => history !== undefined);
    const display = displayOf(first?.path ?? this.kind.lines[0]?.path ?? "", first?.history?.unit ?? "");
    const lines = shown.map(({ name, path, history }) => ({
      name: `${path} ${name}`,
      points: (history?.points ?? []).map(([at, value]): [number, number | null] => [at, value === null ? null : display.convert(value)]),
    }));
    this.chart.show({
      display,
      series: lines,
      gaps: first?.history?.gaps ?? [[from, to]],
      limit: limitOf(first?.path ?? "", state),
      fromSeconds: from / 1000,
      toSeconds: to / 1000,
    });
    const words = summary(lines.flatMap(({ points }) => points), first?.history?.gaps?.length ?? 0, display);
    setText(this.said, words);
    setAttribute(this.frame, "aria-label", `${this.kind.title}: ${words}`);
    setAttribute(this.frame, "data-points", lines.reduce((sum, { points }) => sum + points.length, 0));
  }

  redraw(): void {
    this.chart.redraw();
  }
}

/** The limit of a quantity, in the unit shown. */
function limitOf(path: string, state: VesselState | null): number | null {
  if (path === "hull.draught.mean") return state?.naval?.loadLine?.allowedMetres ?? state?.limits.draughtMetres ?? null;
  if (path.startsWith("loading.cargo.")) return state?.limits.cargoTonnes ?? null;
  if (path === "passengers.onBoard") return state?.limits.passengers ?? null;
  return null;
}

function summary(points: readonly [number, number | null][], gaps: number, display: Display): string {
  const values = points.map(([, value]) => value).filter((value): value is number => value !== null);
  if (values.length === 0) return "no data in this range";
  let least = Infinity;
  let greatest = -Infinity;
  for (const value of values) {
    least = Math.min(least, value);
    greatest = Math.max(greatest, value);
  }
  const span = `${number(least, display.decimals)} to ${number(greatest, display.decimals)} ${display.unit}`.trim();
  return gaps === 0 ? span : `${span}, ${gaps === 1 ? "1 span" : `${gaps} spans`} without data, shaded`;
}

function legend(name: string, place: number): HTMLElement {
  const line = svg("path", { d: "M0 4h34", class: "chart-key", "stroke-dasharray": place === 0 ? "" : "9 5" });
  return el("span", { class: "chart-name" }, svg("svg", { viewBox: "0 0 34 8", "aria-hidden": "true" }, line), name);
}
