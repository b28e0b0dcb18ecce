import { byId, el, setText } from "../shared/dom";
import { DASHES, number, plain, shortTime } from "../shared/format";
import { newId, type PortClient } from "./client";
import { signed } from "./cargo";
import { Form } from "./forms";
import { button, Panel, table, verdictCell } from "./panel";
import type { Opened } from "./model";
import { FINDINGS, type InspectionItem, type Problem } from "./contract";
import type { Dialog } from "../shared/dialog";

/** What to look at first, how much of it was looked at, by whom, and what was found. */

const REASONS: Record<InspectionItem["reason"], string> = {
  DISCREPANCY: "discrepancy",
  NO_MASS: "no mass at all",
  UNDECLARED: "undeclared",
  CHECK: "to be checked",
  UNWEIGHED: "unweighed",
  NONE: "",
};
const SEVERE: readonly InspectionItem["reason"][] = ["DISCREPANCY", "NO_MASS", "UNDECLARED"];
const BY = "plimsoll.port.inspector";

export class InspectionCard {
  private readonly panel = new Panel("inspections");

  constructor(
    private readonly client: PortClient,
    private readonly dialog: Dialog,
    private readonly now: () => string,
    private readonly changed: () => void,
  ) {}

  update(opened: Opened, mayInspect: boolean): void {
    const list = opened.inspections;
    setText(byId("coverage"), coverageText(opened));
    const bar = byId("coverage-bar");
    bar.setAttribute("aria-valuenow", String(list?.coveragePercent ?? 0));
    bar.style.setProperty("--covered", `${list?.coveragePercent ?? 0}%`);
    const hidden = opened.hidden.has("CARGO_UNITS");
    this.panel.show([list, mayInspect, hidden], () => {
      const hints = (list?.hints ?? []).map((hint) => el("p", {}, verdictCell({ verdict: hint.verdict, word: plain(hint.about), text: hint.text })));
      if (hidden && list?.units === 0) return [...hints, el("p", { class: "quiet" }, "The ship withholds her cargo units, so nothing can be called inspected")];
      if (!list || list.units === 0) return [...hints, el("p", { class: "quiet" }, opened.voyage ? "The manifest is empty: nothing is declared, so nothing can be called inspected" : "No voyage, so no manifest")];
      return [
        ...hints,
        table(
          ["unit", "type", "why", "declared, t", "weighed, t", "difference", "looked at", ...(mayInspect ? [""] : [])],
          list.items.map((item) => [
            el("strong", {}, item.unitId),
            plain(item.type),
            item.reason === "NONE" ? "" : el("span", { class: "chip", "data-severe": SEVERE.includes(item.reason) ? "yes" : "no" }, REASONS[item.reason]),
            tonnes(item.declaredKilograms),
            tonnes(item.weighedKilograms),
            item.differenceKilograms === null ? DASHES : signed(item.differenceKilograms / 1000, 2),
            item.inspections.length === 0 ? el("span", { class: "quiet" }, "nobody") : item.inspections.map((one) => `${plain(one.finding)}, ${one.by}, ${shortTime(one.at)}`).join("; "),
            ...(mayInspect ? [button("Record", () => this.open(opened, item))] : []),
          ]),
          [3, 4, 5],
        ),
      ];
    });
  }

  private open(opened: Opened, item: InspectionItem): void {
    this.dialog.open(`Inspection of ${item.unitId}`, (body) => {
      const id = newId();
      const form = new Form(
        [
          { name: "finding", label: "What was found", choices: FINDINGS, required: true },
          { name: "by", label: "Who looked", required: true, value: sessionStorage.getItem(BY) ?? "", hint: "a name" },
          { name: "remark", label: "Remark" },
        ],
        "Record",
        async (values) => {
          sessionStorage.setItem(BY, values.get("by") ?? "");
          const at = this.now();
          const remark = values.get("remark");
          return this.send(opened, id, { unit: item.unit, finding: values.get("finding"), by: values.get("by"), at, ...(remark ? { remark } : {}) });
        },
      );
      body.append(el("p", { class: "quiet" }, summary(item)), form.root);
      form.input("finding").focus();
    });
  }

  private async send(opened: Opened, id: string, record: object): Promise<Problem | null> {
    const reply = await this.client.put(`voyages/${opened.voyage?.first ?? ""}/inspections`, id, record);
    if (!reply.ok) return reply.problem;
    this.dialog.close();
    this.changed();
    return null;
  }
}

/** 100 % is all of them, never rounded up; without a manifest there is no percentage. */
export function coverageText(opened: Opened): string {
  const list = opened.inspections;
  if (!list || list.coveragePercent === null) return opened.hidden.has("CARGO_UNITS") ? `${DASHES} %: units are withheld` : `${DASHES} %`;
  return `${Math.floor(list.coveragePercent * 10) / 10} %: ${list.inspected} of ${list.units} units looked at`;
}

function summary(item: InspectionItem): string {
  const reason = REASONS[item.reason] || "nothing against it";
  const allowed = item.allowedKilograms === null ? "" : `, ${number(item.allowedKilograms / 1000, 2)} t allowed`;
  return `${plain(item.type)}: ${reason}; declared ${tonnes(item.declaredKilograms)} t, weighed ${tonnes(item.weighedKilograms)} t${allowed}`;
}

function tonnes(kilograms: number | null): string {
  return kilograms === null ? DASHES : number(kilograms / 1000, 2);
}
