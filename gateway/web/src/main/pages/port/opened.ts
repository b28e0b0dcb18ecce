import { save } from "../shared/csv";
import { byId, el, setAttribute, setText, show } from "../shared/dom";
import { Dialog } from "../shared/dialog";
import { originText } from "../shared/origin";
import { isUsable, preferred } from "../shared/quality";
import { heardText } from "./calls";
import { CargoCard, TimesCard } from "./cargo";
import type { CallForms, Known } from "./callforms";
import type { PortClient } from "./client";
import { Declare } from "./declare";
import { DraughtCard } from "./draught";
import { InspectionCard } from "./inspection";
import { declarationOf, recordOf, type Opened } from "./model";
import { button, Panel } from "./panel";
import { depths, type PortMap } from "./portmap";
import { RecordsCard } from "./records";
import { unitsCsv, writeSheet } from "./sheet";
import type { ShipKeys } from "./signature";
import { PHASES } from "./standing";
import { mayWithhold, openWithholding, showWithheld } from "./withheld";
import type { Author, Role } from "./contract";

/** The call that is opened: its cards, and what may be done with it. */

/** Who may write what; the port has the last word and refuses the rest. */
const MAY: Record<"call" | "time" | "declare" | "units" | "decide" | "inspect" | "reconcile", readonly Role[]> = {
  call: ["PORT_AUTHORITY", "SHIP", "LOCAL"],
  time: ["PORT_AUTHORITY", "SHIP", "TERMINAL", "LOCAL"],
  declare: ["SHIP", "LOCAL"],
  units: ["SHIP", "TERMINAL", "LOCAL"],
  decide: ["PORT_AUTHORITY", "LOCAL"],
  inspect: ["PORT_AUTHORITY", "SHIP", "TERMINAL", "LOCAL"],
  reconcile: ["PORT_AUTHORITY", "SHIP", "LOCAL"],
};

export function may(author: Author | null, what: keyof typeof MAY): boolean {
  return author !== null && MAY[what].includes(author.role);
}

export class OpenedCall {
  private readonly cargo: CargoCard;
  private readonly draught = new DraughtCard();
  private readonly inspections: InspectionCard;
  private readonly times = new TimesCard();
  private readonly records: RecordsCard;
  private readonly actions = new Panel("call-actions");
  private readonly papers = new Panel("papers");
  private readonly voyages = new Panel("call-voyages");
  private readonly declarations: Declare;

  constructor(
    private readonly client: PortClient,
    private readonly dialog: Dialog,
    private readonly forms: CallForms,
    private readonly now: () => string,
    private readonly choose: (voyage: string) => void,
    private readonly changed: () => void,
    checked: () => void,
  ) {
    this.records = new RecordsCard(checked);
    this.declarations = new Declare(client, dialog, changed);
    this.inspections = new InspectionCard(client, dialog, now, changed);
    this.cargo = new CargoCard((opened) => void this.reconcile(opened));
  }

  update(opened: Opened, known: Known, map: PortMap, keys: ShipKeys): void {
    const { call, voyage } = opened;
    const { author } = known;
    showWithheld(opened);
    setText(byId("call-name"), call.name);
    setText(byId("call-id"), `${call.entry.record.vessel.toUpperCase().replace(/^(IMO|MMSI)/, "$1 ")}${call.entry.record.reference ? `, ${call.entry.record.reference}` : ""}`);
    setText(byId("call-origin"), originText(call.origin));
    show(byId("call-origin"), originText(call.origin) !== "");
    setText(byId("call-standing"), `${PHASES[call.standing.phase]}${call.standing.berth === "" ? "" : `, ${call.standing.berth}`}; ${call.entry.record.status.toLowerCase()}; heard ${heardText(call.heard)}`);
    this.voyages.show([opened.voyages.map((one) => one.record.number), voyage?.first], () =>
      opened.voyages.length === 0
        ? [el("span", { class: "quiet" }, "The call names no voyage, so there is no manifest")]
        : opened.voyages.map((one) => {
            const tile = button(`voyage ${one.record.number}${one.record.number === call.entry.record.voyageIn ? " (in)" : " (out)"}`, () => this.choose(one.record.number));
            setAttribute(tile, "aria-pressed", String(one.first === voyage?.first));
            return tile;
          }),
    );
    this.actions.show([author, call.entry, opened.units, opened.inspections, opened.records, opened.declarations, opened.withholdings], () => [
      ...(may(author, "call") ? [button("Change", () => this.forms.change(known, call.entry))] : []),
      ...(may(author, "time") ? [button("Add a time", () => this.forms.time(opened, author))] : []),
      ...(mayWithhold(author) ? [button("Withhold", () => openWithholding(this.client, this.dialog, opened, this.changed))] : []),
      button("Print", () => window.print()),
      ...(opened.units.length > 0 ? [button("Units as CSV", () => save(`units-${voyage?.record.number ?? ""}${opened.hidden.has("CARGO_UNITS") ? "-some-withheld" : ""}.csv`, unitsCsv(opened), "text/csv"))] : []),
    ]);
    this.showPapers(opened, author);
    this.cargo.update(opened, may(author, "reconcile"));
    this.draught.update(opened, depths(map, call.entry.record.unlocode, call.standing.berth));
    this.inspections.update(opened, may(author, "inspect"));
    this.times.update(opened);
    this.records.update(opened, keys);
    writeSheet(opened, this.now(), this.records.words(opened, keys));
  }

  private showPapers(opened: Opened, author: Author | null): void {
    this.papers.show([author, opened.voyage?.first, opened.declarations, opened.units, opened.call.entry], () => {
      if (!opened.voyage) return [];
      const open = (["CARGO", "PERSONS"] as const).flatMap((kind) => {
        const declaration = declarationOf(opened, kind);
        return declaration?.record.state === "SUBMITTED" && may(author, "decide") ? [declaration] : [];
      });
      return [
        ...(may(author, "units") ? [button(may(author, "declare") ? "Declare the manifest" : "Write units", () => this.declarations.open(opened, may(author, "declare")))] : []),
        ...(may(author, "declare") ? [button("Declare persons", () => this.declarations.persons(opened))] : []),
        ...open.flatMap((one) => [
          button(`Accept ${one.record.kind.toLowerCase()}`, () => this.declarations.decide(opened, one, "ACCEPTED")),
          button(`Reject ${one.record.kind.toLowerCase()}`, () => this.declarations.decide(opened, one, "REJECTED")),
        ]),
      ];
    });
  }

  private async reconcile(opened: Opened): Promise<void> {
    const baseline = recordOf(opened, "BASELINE");
    const departure = recordOf(opened, "DEPARTURE");
    const limit = preferred(opened.vessel?.channels ?? []).get("loading.cargo.limit");
    if (baseline && departure) await this.declarations.reconcile(opened, baseline.id, departure.id, isUsable(limit) ? limit.value : null);
  }
}
