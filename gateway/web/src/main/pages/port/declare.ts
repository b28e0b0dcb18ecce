import { el } from "../shared/dom";
import { count, number } from "../shared/format";
import { canonical } from "./canonical";
import { newId, type PortClient } from "./client";
import { Form, words } from "./forms";
import { COLUMNS, readManifest } from "./manifest";
import { declarationOf, type Opened } from "./model";
import type { CargoUnit, Declaration, Entry, Fault, Problem } from "./contract";
import type { Dialog } from "../shared/dialog";

/** Declares a manifest: each unit is kept under an id of its own, then the declaration that sums them up. */

const AT_ONCE = 4;
/** Faults that are shown of a manifest; more do not help anybody. */
const MOST_FAULTS = 12;

export class Declare {
  constructor(
    private readonly client: PortClient,
    private readonly dialog: Dialog,
    private readonly changed: () => void,
  ) {}

  /** @param declares whether this key may declare, or only write units */
  open(opened: Opened, declares: boolean): void {
    const { voyage } = opened;
    if (!voyage) return;
    // A second try tells the same records under the same ids, so nothing is kept twice.
    const ids = new Map<string, string>();
    const declaration = newId();
    this.dialog.open(`Manifest of voyage ${voyage.record.number}`, (body) => {
      const form = new Form(
        [{ name: "manifest", label: "Units, as CSV with a line of names or as a JSON list", kind: "lines", required: true, hint: `Columns: ${COLUMNS.join(", ")}. What is empty is not known, and never zero.` }],
        declares ? "Declare" : "Write units",
        async (values) => {
          const { units, faults } = readManifest(values.get("manifest") ?? "");
          if (faults.length > 0) return { title: "Not a manifest", status: 0, errors: faults.slice(0, MOST_FAULTS) };
          const problem = await this.send(opened, units, ids, (done) => form.say(`${done} of ${units.length} units kept`));
          if (problem || !declares) return problem ?? this.done(units.length, body);
          const told = await this.declare(opened, units, declaration);
          return told ?? this.done(units.length, body);
        },
      );
      const file = el("input", { type: "file", accept: ".csv,.json,.txt", id: "manifest-file", class: "input" });
      file.addEventListener("change", () => void file.files?.[0]?.text().then((text) => (form.input("manifest").value = text)));
      body.append(el("div", { class: "field" }, el("label", { for: "manifest-file" }, "From a file"), file), form.root);
    });
  }

  private done(units: number, body: HTMLElement): null {
    body.replaceChildren(el("p", { role: "status" }, `${count(units, "unit")} kept.`));
    this.dialog.close();
    this.changed();
    return null;
  }

  private async send(opened: Opened, units: readonly CargoUnit[], ids: Map<string, string>, progress: (done: number) => void): Promise<Problem | null> {
    const list = `voyages/${opened.voyage?.first ?? ""}/cargo-units`;
    const current = new Map(opened.units.map((one) => [one.record.unitId, one]));
    const faults: Fault[] = [];
    let problem: Problem | null = null;
    let next = 0;
    let done = 0;
    const work = async () => {
      for (let unit = units[next++]; unit !== undefined && !problem && faults.length < MOST_FAULTS; unit = units[next++]) {
        const known = current.get(unit.unitId);
        if (known && same(known, unit)) {
          done++;
          continue;
        }
        const id = ids.get(unit.unitId) ?? newId();
        ids.set(unit.unitId, id);
        const reply = await this.client.put(list, id, known && known.id !== id ? { ...unit, supersedes: known.id } : unit);
        if (reply.ok) progress(++done);
        else if (reply.problem.errors) faults.push(...reply.problem.errors.map((one) => ({ ...one, field: `${unit.unitId} ${one.field}` })));
        else problem = { ...reply.problem, detail: `${unit.unitId}: ${reply.problem.detail ?? ""}` };
        if (!reply.ok) ids.delete(unit.unitId);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (problem) return problem;
    return faults.length === 0 ? null : { title: `${done} of ${units.length} units kept; the port refuses`, status: 400, errors: faults.slice(0, MOST_FAULTS) };
  }

  /** The sum is told only when each unit has a declared mass: a part of it would look like all. */
  private async declare(opened: Opened, units: readonly CargoUnit[], id: string): Promise<Problem | null> {
    const before = declarationOf(opened, "CARGO");
    const named = new Set(units.map((unit) => unit.unitId));
    const all = [...units, ...opened.units.map((one) => one.record).filter((unit) => !named.has(unit.unitId))];
    const masses = all.map((unit) => unit.declared?.kilograms).filter((mass) => mass !== undefined);
    const record: Declaration = {
      kind: "CARGO",
      version: (before?.record.version ?? 0) + 1,
      state: "SUBMITTED",
      units: all.length,
      ...(masses.length === all.length && masses.length > 0 ? { declaredKilograms: masses.reduce((sum, one) => sum + one, 0) } : {}),
      ...(before && before.id !== id ? { supersedes: before.id } : {}),
    };
    const reply = await this.client.put(`voyages/${opened.voyage?.first ?? ""}/declarations`, id, record);
    return reply.ok ? null : reply.problem;
  }

  /** The persons aboard, as the ship declares them. */
  persons(opened: Opened): void {
    const id = newId();
    const before = declarationOf(opened, "PERSONS");
    this.dialog.open(`Persons on voyage ${opened.voyage?.record.number ?? ""}`, (body) => {
      const form = new Form(
        [
          { name: "passengers", label: "Passengers", kind: "number", required: true, hint: "0 to 20000" },
          { name: "crew", label: "Crew", kind: "number", hint: "0 to 20000" },
        ],
        "Declare",
        async (values) => {
          const record = {
            kind: "PERSONS",
            version: (before?.record.version ?? 0) + 1,
            state: "SUBMITTED",
            ...Object.fromEntries([...values].map(([name, value]) => [name, Number.isInteger(Number(value)) ? Number(value) : value])),
            ...(before ? { supersedes: before.id } : {}),
          };
          return this.keep(`voyages/${opened.voyage?.first ?? ""}/declarations`, id, record);
        },
      );
      body.append(form.root);
    });
  }

  /** The port authority's word on a declaration. */
  decide(opened: Opened, declaration: Entry<Declaration>, state: "ACCEPTED" | "REJECTED"): void {
    const id = newId();
    this.dialog.open(`${state === "ACCEPTED" ? "Accept" : "Reject"} the ${declaration.record.kind.toLowerCase()} declaration`, (body) => {
      const form = new Form([{ name: "remark", label: "Remark" }], state === "ACCEPTED" ? "Accept" : "Reject", async (values) => {
        const remark = values.get("remark");
        return this.keep(`voyages/${opened.voyage?.first ?? ""}/declarations`, id, { ...declaration.record, state, supersedes: declaration.id, ...(remark ? { remark } : {}) });
      });
      const { units, declaredKilograms, passengers } = declaration.record;
      body.append(el("p", {}, [units === undefined ? "" : count(units, "unit"), declaredKilograms === undefined ? "" : `${number(declaredKilograms / 1000, 1)} t`, passengers === undefined ? "" : count(passengers, "passenger")].filter((one) => one !== "").join(", ")), form.root);
    });
  }

  /** A reconciliation of the manifest as it stands with the two surveys. */
  async reconcile(opened: Opened, baseline: string, departure: string, limitKilograms: number | null): Promise<void> {
    const reply = await this.client.put(`voyages/${opened.voyage?.first ?? ""}/reconciliations`, newId(), { baseline, departure, ...(limitKilograms === null ? {} : { limitKilograms }) });
    if (reply.ok) this.changed();
    else this.dialog.open("Not reconciled", (body) => body.append(el("div", { class: "problem" }, ...words(reply.problem))));
  }

  private async keep(list: string, id: string, record: object): Promise<Problem | null> {
    const reply = await this.client.put(list, id, record);
    if (!reply.ok) return reply.problem;
    this.dialog.close();
    this.changed();
    return null;
  }
}

/** Whether the port has this of the unit already; a correction that changes nothing is not written. */
function same(known: Entry<CargoUnit>, unit: CargoUnit): boolean {
  return canonical({ ...known.record, supersedes: undefined }) === canonical(unit);
}
