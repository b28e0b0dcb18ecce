import { csv } from "../shared/csv";
import { byId, el } from "../shared/dom";
import { clockTime, count, DASHES, dateOnly, number, plain, shortTime } from "../shared/format";
import { originText } from "../shared/origin";
import { cargoFigures, difference, mass } from "./cargo";
import { deepest } from "./draught";
import { coverageText } from "./inspection";
import { declarationOf, type Opened } from "./model";
import { table } from "./panel";
import { cargoJudgement, limitJudgement } from "./verdicts";
import { withheldText } from "./withheld";
import type { Moment } from "./standing";

/** The call on one page of paper, and its units as CSV. */

/** Lines of findings on the page; the CSV has all. */
const MOST_FINDINGS = 10;
const MOST_MARKS = 4;

/** @param signatures what was found of each record's signature, by the id of the record */
export function writeSheet(opened: Opened, now: string, signatures: ReadonlyMap<string, string>): void {
  byId("sheet").replaceChildren(
    el("h1", {}, `Port call ${opened.call.entry.record.reference ?? opened.call.entry.record.unlocode}`),
    ...(opened.call.origin === null || opened.call.origin === "LIVE" ? [] : [el("p", { class: "sheet-origin" }, originText(opened.call.origin))]),
    heading(opened),
    ...(withheldText(opened) === "" ? [] : [el("p", {}, el("strong", {}, `${withheldText(opened)}.`))]),
    el("h2", {}, "Cargo"),
    ...cargo(opened),
    el("h2", {}, "Draughts"),
    ...draughts(opened, signatures),
    el("h2", {}, "Inspection"),
    ...inspection(opened),
    el("p", { class: "quiet" }, `Printed ${dateOnly(now)} ${clockTime(now)} UTC. Advisory: it does not replace papers that the law asks for.`),
    el("div", { class: "signatures" }, ...["master", "harbour master", "inspector"].map((who) => el("span", {}, `${who}, date`))),
  );
}

function heading(opened: Opened): HTMLElement {
  const { call, voyage } = opened;
  const { record } = call.entry;
  const persons = declarationOf(opened, "PERSONS")?.record;
  const pairs: [string, string][] = [
    ["vessel", `${call.name}, ${record.vessel.toUpperCase().replace(/^(IMO|MMSI)/, "$1 ")}`],
    ["port, berth", `${record.unlocode}, ${call.standing.berth || DASHES}`],
    ["status", record.status.toLowerCase()],
    ["voyage", voyage ? `${voyage.record.number}${voyage.record.to ? ` to ${voyage.record.to}` : ""}` : DASHES],
    ["arrival", momentText(call.standing.arrival)],
    ["departure", momentText(call.standing.departure)],
    ["passengers declared", persons?.passengers === undefined ? DASHES : number(persons.passengers, 0)],
    ["crew declared", persons?.crew === undefined ? DASHES : number(persons.crew, 0)],
  ];
  return el("dl", { class: "sheet-pairs" }, ...pairs.map(([name, text]) => el("div", {}, el("dt", {}, name), el("dd", {}, text))));
}

function momentText(moment: Moment | null): string {
  return moment ? `${dateOnly(moment.time)} ${clockTime(moment.time).slice(0, 5)} UTC ${moment.kind}` : DASHES;
}

function cargo(opened: Opened): HTMLElement[] {
  const figures = cargoFigures(opened);
  const judged = cargoJudgement(figures.result);
  const limit = limitJudgement(figures.result);
  return [
    table(
      ["units", "declared, t", "weighed, t", "measured, t", "difference, t", "limit, t"],
      [[number(figures.units, 0), mass(figures.declared, figures.units), mass(figures.weighed, figures.units), mass(figures.measured), difference(figures.residual), mass(figures.limit)]],
    ),
    el("p", {}, el("strong", {}, judged.word.toUpperCase()), ` ${judged.text}. `, el("strong", {}, limit.word.toUpperCase()), figures.by === "" ? "" : `. Reconciled by ${figures.by}.`),
  ];
}

function draughts(opened: Opened, signatures: ReadonlyMap<string, string>): HTMLElement[] {
  if (opened.records.length === 0) return [el("p", {}, opened.hidden.has("DRAUGHT_RECORDS") ? "Withheld by the ship." : "No draught record.")];
  const rows = opened.records.map(({ id, record }) => {
    const most = deepest(record);
    const marks = (record.marks ?? []).slice(0, MOST_MARKS).map((one) => `${one.mark} ${one.side.toLowerCase()} ${one.verdict.toLowerCase()}`);
    return [
      record.instant.toLowerCase(),
      shortTime(record.at),
      most ? `${number(most.metres, 3)} ${most.where}` : DASHES,
      record.displacement ? `${number(record.displacement.kilograms / 1000, 1)} \u00b1${number(record.displacement.u95Kilograms / 1000, 1)}` : DASHES,
      record.quality.toLowerCase(),
      marks.join(", ") || DASHES,
      signatures.get(id) ?? DASHES,
    ];
  });
  return [table(["record", "UTC", "deepest, m", "displacement, t", "quality", "marks", "signature"], rows)];
}

function inspection(opened: Opened): HTMLElement[] {
  const items = opened.inspections?.items ?? [];
  const found = items.flatMap((item) => item.inspections.filter((one) => one.finding !== "AS_DECLARED").map((one) => `${item.unitId}: ${plain(one.finding)}, ${one.by}, ${shortTime(one.at)}`));
  const open = items.filter((item) => item.inspections.length === 0 && item.reason !== "NONE");
  const who = [...new Set(items.flatMap((item) => item.inspections.map((one) => one.by)))];
  const shown = found.slice(0, MOST_FINDINGS);
  return [
    el("p", {}, `${coverageText(opened)}${who.length === 0 ? "" : `, by ${who.slice(0, MOST_FINDINGS).join(", ")}`}.`),
    ...(opened.inspections?.hints ?? []).map((hint) => el("p", {}, `${plain(hint.about)}: ${hint.verdict.toLowerCase()}, ${hint.text}.`)),
    ...(open.length === 0 ? [] : [el("p", {}, `${count(open.length, "unit")} with something against ${open.length === 1 ? "it" : "them"} not looked at.`)]),
    ...(shown.length === 0 ? [] : [el("ul", {}, ...shown.map((one) => el("li", {}, one)))]),
    ...(found.length > shown.length ? [el("p", {}, `and ${found.length - shown.length} more findings`)] : []),
  ];
}

/** Every unit with what is known of it and who looked; an empty field is not known. */
export function unitsCsv(opened: Opened): string {
  const head = ["unitId", "type", "declaredKilograms", "basis", "weighedKilograms", "u95Kilograms", "instrument", "weighedAt", "differenceKilograms", "reason", "lane", "positionMetres", "description", "finding", "inspectedBy", "inspectedAt"];
  const items = new Map(opened.inspections?.items.map((item) => [item.unitId, item]));
  const lines = opened.units.map(({ record }) => {
    const item = items.get(record.unitId);
    const seen = item?.inspections.at(-1);
    return [record.unitId, record.type, record.declared?.kilograms, record.declared?.basis, record.weighed?.kilograms, record.weighed?.u95Kilograms, record.weighed?.instrument, record.weighed?.at, item?.differenceKilograms, item?.reason, record.lane, record.positionMetres, record.description, seen?.finding, seen?.by, seen?.at];
  });
  return csv(head, lines);
}
