import { el } from "../shared/dom";
import { clockTime, count, DASHES, number, shortTime } from "../shared/format";
import { isUsable, preferred } from "../shared/quality";
import { OLD_SECONDS } from "./calls";
import { declarationOf, recordOf, type Opened } from "./model";
import { button, Panel, table, verdictCell } from "./panel";
import { cargoJudgement, countJudgement, limitJudgement } from "./verdicts";
import type { CargoResult, Mass } from "./contract";

/** Declared against weighed against measured, with verdicts; what is missing is said and is never zero. */

export interface CargoFigures {
  declared: Mass;
  weighed: Mass;
  measured: Mass;
  limit: Mass;
  residual: Mass | null;
  units: number;
  result: CargoResult | null;
  /** Who reconciled, and when. */
  by: string;
}

/** Of the last reconciliation; before there is one, of the manifest as it stands. */
export function cargoFigures(opened: Opened): CargoFigures {
  const latest = opened.reconciliations.at(-1);
  if (latest) {
    const { declared, weighed, measured, limit, residual, units } = latest.result;
    return { declared, weighed, measured, limit, residual, units, result: latest.result, by: `${latest.author}, ${shortTime(latest.received)}` };
  }
  const none: Mass = { kilograms: null };
  const sum = (masses: (number | undefined)[]): Mass => {
    const known = masses.filter((one) => one !== undefined);
    return known.length === 0 ? { ...none, units: 0 } : { kilograms: known.reduce((all, one) => all + one, 0), units: known.length };
  };
  const units = opened.units.map((one) => one.record);
  return {
    declared: sum(units.map((unit) => unit.declared?.kilograms)),
    weighed: sum(units.map((unit) => unit.weighed?.kilograms)),
    measured: none,
    limit: limitAboard(opened),
    residual: null,
    units: units.length,
    result: null,
    by: "",
  };
}

export class CargoCard {
  private readonly panel = new Panel("cargo");

  constructor(private readonly reconcile: (opened: Opened) => void) {}

  update(opened: Opened, mayReconcile: boolean): void {
    const figures = cargoFigures(opened);
    const papers = declarationOf(opened, "CARGO");
    const persons = declarationOf(opened, "PERSONS");
    const counted = passengersNow(opened);
    const ready = recordOf(opened, "BASELINE") !== null && recordOf(opened, "DEPARTURE") !== null;
    this.panel.show([figures, papers, persons, counted, ready, mayReconcile, opened.voyage?.first, [...opened.hidden]], () => {
      const declaredPersons = persons?.record.passengers ?? null;
      return [
        table(
          ["", "declared", "weighed", "measured", "difference", "verdict", "limit", "against it"],
          [
            ["cargo, t", mass(figures.declared, figures.units), mass(figures.weighed, figures.units), mass(figures.measured), difference(figures.residual), verdictCell(cargoJudgement(figures.result)), mass(figures.limit), verdictCell(limitJudgement(figures.result))],
            ["passengers", declaredPersons === null ? DASHES : number(declaredPersons, 0), "", counted === null ? DASHES : `${number(counted, 0)} counted now`, declaredPersons === null || counted === null ? DASHES : signed(counted - declaredPersons, 0), verdictCell(countJudgement(declaredPersons, counted, opened.hidden.has("PERSONS"))), "", ""],
          ],
          [1, 2, 3, 4, 6],
        ),
        el("p", { class: "quiet" }, sources(figures, papers, persons, opened.hidden)),
        ...(mayReconcile && opened.voyage && ready ? [el("div", { class: "tools" }, button("Reconcile now", () => this.reconcile(opened)))] : []),
      ];
    });
  }
}

/** What was declared as a whole, and who has said the figures above. */
function sources(figures: CargoFigures, papers: ReturnType<typeof declarationOf>, persons: ReturnType<typeof declarationOf>, hidden: Opened["hidden"]): string {
  const parts = [];
  if (papers) {
    const { version, state, units, declaredKilograms } = papers.record;
    const said = [units === undefined ? "" : count(units, "unit"), declaredKilograms === undefined ? "" : `${number(declaredKilograms / 1000, 1)} t`].filter((one) => one !== "").join(", ");
    const another = units !== undefined && units !== figures.units ? `; the manifest has ${count(figures.units, "unit")}` : "";
    parts.push(`Cargo declaration ${version} ${state.toLowerCase()} by ${papers.author}, ${shortTime(papers.received)}: ${said || "without figures"}${another}.`);
  } else {
    parts.push(hidden.has("CARGO_DECLARATIONS") ? "The ship withholds her cargo declarations." : "No cargo declaration.");
  }
  if (!persons && hidden.has("PERSONS")) parts.push("The ship withholds her declarations of persons.");
  if (figures.result === null && hidden.has("RECONCILIATIONS")) parts.push("The ship withholds the reconciliations.");
  if (persons) parts.push(`Persons ${persons.record.state.toLowerCase()} by ${persons.author}, ${shortTime(persons.received)}.`);
  if (figures.by !== "") parts.push(`Reconciled by ${figures.by}.`);
  if (figures.measured.objection) parts.push(`Measured: ${figures.measured.objection}.`);
  return parts.join(" ");
}

/** The limit that the ship herself works with. */
function limitAboard(opened: Opened): Mass {
  const channel = preferred(opened.vessel?.channels ?? []).get("loading.cargo.limit");
  return { kilograms: isUsable(channel) ? channel.value : null };
}

function passengersNow(opened: Opened): number | null {
  const channel = preferred(opened.vessel?.channels ?? []).get("passengers.onBoard");
  return isUsable(channel) && opened.call.heard !== null && opened.call.heard <= OLD_SECONDS ? Math.round(channel.value) : null;
}

/** Tonnes with uncertainty, and how many of the units are in the sum when not all are. */
export function mass(of: Mass, units?: number): string {
  if (of.kilograms === null) return DASHES;
  const parts = [number(of.kilograms / 1000, 1)];
  if (of.u95Kilograms !== undefined) parts.push(`\u00b1${number(of.u95Kilograms / 1000, 1)}`);
  if (units !== undefined && of.units !== undefined && of.units !== units) parts.push(`(${of.units} of ${units})`);
  return parts.join(" ");
}

export function difference(residual: Mass | null): string {
  return residual === null || residual.kilograms === null ? DASHES : `${signed(residual.kilograms / 1000, 1)} \u00b1${number((residual.u95Kilograms ?? 0) / 1000, 1)}`;
}

export function signed(value: number, decimals: number): string {
  return `${value > 0 ? "+" : ""}${number(value, decimals)}`;
}

/** Times of a call as a list: what was said, by whom, when it was received. */
export class TimesCard {
  private readonly panel = new Panel("times");

  update(opened: Opened): void {
    const stamps = [...opened.call.stamps].sort((a, b) => (a.record.time < b.record.time ? -1 : 1));
    this.panel.show(stamps, () =>
      stamps.length === 0
        ? [el("p", { class: "quiet" }, "Nobody has said a time yet")]
        : [
            table(
              ["event", "UTC", "kind", "source", "received"],
              stamps.map(({ record, author, received }) => [
                `${record.service ? `${record.service.toLowerCase().replaceAll("_", " ")} ` : ""}${record.event.toLowerCase()} ${record.locationName ?? record.location.toLowerCase().replaceAll("_", " ")}`,
                el("span", { class: "when" }, shortTime(record.time)),
                el("span", { class: "kind", "data-kind": record.classifier }, record.classifier),
                record.source === "PLIMSOLL" ? `seen${record.origin && record.origin !== "LIVE" ? `, ${record.origin.toLowerCase()}` : ""}` : `${record.source.toLowerCase().replaceAll("_", " ")} (${author})`,
                clockTime(received).slice(0, 5),
              ]),
            ),
          ],
    );
  }
}
