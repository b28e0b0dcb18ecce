import { csv, save } from "../shared/csv";
import { byId, el, setText, show } from "../shared/dom";
import { count, DASHES, number } from "../shared/format";
import { originText } from "../shared/origin";
import { PortClient } from "../port/client";
import { table } from "../port/panel";
import type { DataOrigin } from "../shared/contract";
import { massText, measuredText, moment, monthCells, route, sentence, withheldText, type Sailed, type VoyageStatistics } from "./voyagefigures";

/** The voyages of the chosen vessel, month by month and one by one, out of the port's book. */

const MONTHS = 12;
/** The newest that are listed; the CSV has all. */
const LISTED = 12;
const UNAUTHORIZED = 401;

export class Voyages {
  private readonly client = new PortClient();
  private readonly key = byId("voyages-key") as HTMLInputElement;
  private vessel = "";
  private shown = "";
  private statistics: VoyageStatistics | null = null;

  /** @param now the shore's time, in epoch milliseconds */
  constructor(private readonly now: () => number) {
    byId("voyages-csv").addEventListener("click", () => this.save());
    byId("voyages-lock").addEventListener("submit", (event) => {
      event.preventDefault();
      this.client.useKey(this.key.value.trim());
      this.key.value = "";
      void this.load(this.vessel);
    });
  }

  async load(vessel: string): Promise<void> {
    const another = vessel !== this.vessel;
    this.vessel = vessel;
    if (another) this.clear("");
    const reply = await this.client.get<VoyageStatistics>(`voyage-statistics?vessel=${encodeURIComponent(vessel)}&from=${this.begin()}`);
    if (vessel !== this.vessel) return;
    const locked = !reply.ok && reply.problem.status === UNAUTHORIZED;
    show(byId("voyages-lock"), locked);
    if (reply.ok) this.show(reply.value);
    else if (locked) this.clear("the port's book asks for a key; it is kept in this tab until it is closed");
    else setText(byId("voyages-said"), `${reply.problem.title}${this.statistics ? "; these figures are older" : ""}`);
  }

  /** The first moment of the month eleven months ago. */
  private begin(): string {
    const now = new Date(this.now());
    return new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - MONTHS + 1, 1)).toISOString();
  }

  private clear(said: string): void {
    this.statistics = null;
    this.shown = "";
    setText(byId("voyages-said"), said);
    setText(byId("voyages-sum"), "");
    byId("voyages").replaceChildren();
    show(byId("voyages-csv"), false);
  }

  private show(statistics: VoyageStatistics): void {
    this.statistics = statistics;
    const { months, voyages } = statistics;
    setText(byId("voyages-said"), `since ${statistics.from.slice(0, 7)}, UTC; a mean is of the voyages that have the figure`);
    setText(byId("voyages-sum"), `${sentence(statistics)} ${withheldText(statistics)}`.trim());
    show(byId("voyages-csv"), voyages.length > 0);
    const key = JSON.stringify([months, voyages]);
    if (key === this.shown) return;
    this.shown = key;
    const newest = voyages.slice(-LISTED).reverse();
    byId("voyages").replaceChildren(
      ...(voyages.length === 0
        ? []
        : [
            table(
              ["month", "voyages", "hours", "passengers", "declared, t", "weighed, t", "measured, t"],
              [...months].reverse().map((month) => [month.month, month.voyages === 0 ? "none in the book" : bar(month.voyages, months), ...(month.voyages === 0 ? [] : monthCells(month))]),
              [2, 3, 4, 5, 6],
            ),
            table(
              ["voyage", "from, to", "left", "came", "hours", "passengers", "declared, t", "weighed, t", "measured, t", "not known"],
              newest.map(cells),
              [4, 5, 6, 7, 8],
            ),
          ]),
      ...(voyages.length > LISTED ? [el("p", { class: "quiet" }, `and ${count(voyages.length - LISTED, "older voyage")}; the CSV has all`)] : []),
    );
  }

  private save(): void {
    const columns: (keyof Sailed)[] = ["number", "from", "to", "departure", "arrival", "hours", "origin", "passengers", "declaredKilograms", "weighedKilograms", "measuredKilograms", "measuredU95Kilograms", "verdict"];
    const rows = (this.statistics?.voyages ?? []).map((voyage) => [...columns.map((name) => voyage[name] as string | number | null), voyage.remarks.join("; ")]);
    save(`voyages-${this.vessel}.csv`, csv([...columns, "remarks"], rows), "text/csv");
  }
}

function bar(voyages: number, months: VoyageStatistics["months"]): HTMLElement {
  const line = el("span", { class: "day-bar" });
  const most = Math.max(...months.map((month) => month.voyages));
  line.style.setProperty("--part", `${((voyages / most) * 100).toFixed(1)}%`);
  return el("span", { class: "month-voyages" }, el("span", {}, number(voyages, 0)), line);
}

function cells(voyage: Sailed): (Node | string)[] {
  const origin = originText((voyage.origin ?? "LIVE") as DataOrigin);
  const name = el("span", {}, voyage.number ?? DASHES, ...(origin === "" ? [] : [" ", el("span", { class: "origin-chip" }, origin)]));
  return [
    name,
    el("span", { class: "voyage-when" }, route(voyage)),
    el("span", { class: "voyage-when" }, moment(voyage.departure)),
    el("span", { class: "voyage-when" }, moment(voyage.arrival)),
    voyage.hours === null ? DASHES : number(voyage.hours, 1),
    voyage.passengers === null ? DASHES : number(voyage.passengers, 0),
    massText(voyage.declaredKilograms),
    massText(voyage.weighedKilograms),
    measuredText(voyage),
    el("span", { class: "quiet" }, voyage.remarks.join("; ")),
  ];
}
