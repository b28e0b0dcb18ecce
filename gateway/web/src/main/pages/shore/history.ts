import { csv, save } from "../shared/csv";
import { byId, el, setText } from "../shared/dom";
import { inGroups, preferred } from "../shared/quality";
import type { History, VesselDetail } from "../shared/contract";
import { ChartRow, type Line } from "./chartrow";
import { lateSpans, type Late } from "./late";
import { readHistory } from "./reads";
import type { Span } from "./span";

/** How deep she lay, what was loaded, and any other quantity, as the shore's store has it. */

const POINTS = 1200;
const BACKLOG = "gateway.outbox.backlogAge";
const LINK = "gateway.link.up";
const FIRST_PATHS = ["hull.trim", "hull.list", "passengers.onBoard", "hull.draught.mean"];
const DRAUGHT: readonly Line[] = [
  { path: "hull.draught.mean", name: "mean" },
  { path: "hull.draught.forward.port", name: "forward port" },
  { path: "hull.draught.aft.port", name: "aft port" },
];
const CARGO: readonly Line[] = [
  { path: "loading.cargo.weighed", name: "weighed" },
  { path: "loading.cargo.measured", name: "measured" },
  { path: "loading.cargo.declared", name: "declared" },
];

/** What is known of how late things came in the time that is shown. */
export interface LateNews {
  spans: readonly Late[];
  /** Whether the ship sends what it takes to know. */
  isTold: boolean;
  span: { from: number; to: number };
}

export class HistoryCard {
  private readonly select = el("select", { id: "history-path", class: "select", "aria-label": "Quantity" });
  private readonly draught: ChartRow;
  private readonly cargo: ChartRow;
  private readonly chosen: ChartRow;
  private vessel: VesselDetail | null = null;
  private histories: ReadonlyMap<string, History> = new Map();
  private path = "";
  private asked = 0;
  private readAt = -Infinity;

  /** @param told what came late, each time it was read */
  constructor(
    private readonly span: Span,
    private readonly told: (news: LateNews | null) => void,
  ) {
    const manners = { together: "vessel", zoom: (from: number, to: number) => span.zoom(from, to) };
    this.draught = new ChartRow("chart-draught", el("h3", {}, "Draught"), manners);
    this.cargo = new ChartRow("chart-cargo", el("h3", {}, "Cargo"), manners);
    this.chosen = new ChartRow("chart", this.select, manners);
    this.draught.draw(DRAUGHT);
    this.cargo.draw(CARGO);
    byId("charts").append(...this.rows().map((row) => row.root));
    this.select.addEventListener("change", () => this.choose(this.select.value));
    byId("history-csv").addEventListener("click", () => this.save());
  }

  /** Shows this quantity in the last chart. */
  choose(path: string): void {
    this.path = path;
    this.select.value = path;
    this.chosen.draw([{ path, name: "" }]);
    void this.load(true);
  }

  /** Another vessel, or news of this one. */
  update(vessel: VesselDetail): void {
    const another = this.vessel?.id !== vessel.id;
    this.vessel = vessel;
    this.offer([...preferred(inGroups(vessel.channels ?? [])).values()]);
    if (!another) return;
    for (const row of this.rows()) row.clear();
    this.told(null);
    void this.load(true);
  }

  /** Asks for what has come since; `now` whether or not it is time. */
  async load(now = false): Promise<void> {
    const vessel = this.vessel;
    if (!vessel || (!now && performance.now() - this.readAt < this.span.refreshMillis())) return;
    this.readAt = performance.now();
    const ask = ++this.asked;
    const { from, to } = this.span.window();
    const known = new Set((vessel.channels ?? []).map((one) => one.path));
    const paths = [...new Set([...DRAUGHT, ...CARGO].map((one) => one.path).concat(this.path, BACKLOG, LINK))].filter((path) => known.has(path));
    const read = await Promise.all(paths.map((path) => readHistory(vessel, path, from, to, POINTS)));
    if (ask !== this.asked) return;
    const lacks = read.filter((one) => one === null).length;
    setText(byId("history-said"), lacks === 0 ? "" : `the store did not answer ${lacks} of ${paths.length} questions`);
    this.histories = new Map(read.flatMap((one) => (one ? [[one.path, one] as const] : [])));
    this.show(vessel, { from, to });
  }

  /** Draws anew, for instance in another palette. */
  redraw(): void {
    for (const row of this.rows()) row.redraw();
  }

  private rows(): ChartRow[] {
    return [this.draught, this.cargo, this.chosen];
  }

  private show(vessel: VesselDetail, span: { from: number; to: number }): void {
    const backlog = this.histories.get(BACKLOG);
    const link = this.histories.get(LINK);
    const spans = backlog && link ? lateSpans(backlog.points, link.points) : [];
    for (const row of this.rows()) row.show(this.histories, vessel, spans, span);
    this.told({ spans, isTold: backlog !== undefined && link !== undefined, span });
  }

  private offer(channels: readonly { path: string; title: string }[]): void {
    const key = channels.map((one) => one.path).join(" ");
    if (this.select.dataset["paths"] === key) return;
    this.select.dataset["paths"] = key;
    this.select.replaceChildren(...channels.map((one) => el("option", { value: one.path }, one.title || one.path)));
    const has = (path: string) => channels.some((one) => one.path === path);
    const path = has(this.path) ? this.path : (FIRST_PATHS.find(has) ?? channels[0]?.path ?? "");
    if (path !== this.path) this.choose(path);
    this.select.value = path;
  }

  /** What the charts show, in the units of the store; a line without a value is a break. */
  private save(): void {
    const rows = [...this.histories.values()].flatMap((one) => one.points.map(([millis, value]) => [new Date(millis).toISOString(), one.path, one.source, value, one.unit]));
    save(`history-${this.vessel?.id ?? ""}.csv`, csv(["time", "path", "source", "value", "unit"], rows), "text/csv");
  }
}
