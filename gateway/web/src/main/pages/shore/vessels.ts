import { byId, el, reconcile, setAttribute, setText, show, type Row } from "../shared/dom";
import { count, duration, number } from "../shared/format";
import { stateIcon } from "../shared/icons";
import { originText } from "../shared/origin";
import type { Fleet, VesselSummary } from "../shared/contract";

/** The vessels. A silent one stays in the list, hollow, with the time it was last heard. */

/** A vessel that is there and was heard this long ago is late; her links may be slow, so it is no alarm. */
export const LATE_AGE_SECONDS = 120;
/** One that was heard longer ago than this, or never, is silent. */
const SILENT_AGE_SECONDS = 3600;

export type Presence = "online" | "late" | "silent";

export function presence(vessel: Pick<VesselSummary, "online" | "ageSeconds">): Presence {
  const age = vessel.ageSeconds ?? Infinity;
  if (vessel.online && age <= LATE_AGE_SECONDS) return "online";
  return age <= SILENT_AGE_SECONDS ? "late" : "silent";
}

export class Vessels {
  private readonly rows = new Map<string, Row<VesselSummary>>();
  private readonly list = byId("vessels");
  private readonly none = byId("vessels-none");
  private readonly fleet = byId("fleet");
  private selected = "";

  constructor(private readonly chosen: (id: string) => void) {}

  update(fleet: Fleet, selected: string): void {
    this.selected = selected;
    reconcile(this.list, fleet.vessels, (vessel) => vessel.id, () => this.row(), this.rows);
    show(this.none, fleet.vessels.length === 0);
    setText(this.fleet, summary(fleet.vessels));
  }

  private row(): Row<VesselSummary> {
    let current = "";
    let pictured = "";
    const picture = el("span");
    const name = el("strong");
    const heard = el("span", { class: "quiet" });
    const origin = el("span", { class: "origin-chip" });
    const marks = el("span");
    const button = el(
      "button",
      { class: "vessel-row", type: "button" },
      picture,
      el("span", { class: "vessel-words" }, name, heard),
      el("span", { class: "vessel-marks" }, origin, marks),
    );
    button.addEventListener("click", () => this.chosen(current));
    return {
      root: el("li", {}, button),
      update: (vessel) => {
        current = vessel.id;
        const state = presence(vessel) === "online" ? "GREEN" : "CONNECTING";
        if (pictured !== state) picture.replaceChildren(stateIcon(state));
        pictured = state;
        setText(name, vessel.name || vessel.id);
        setText(heard, heardText(vessel));
        setText(origin, originText(vessel.origin));
        show(origin, originText(vessel.origin) !== "");
        setText(marks, marksText(vessel));
        setAttribute(button, "aria-current", vessel.id === this.selected ? "true" : null);
      },
    };
  }
}

export function heardText(vessel: Pick<VesselSummary, "online" | "ageSeconds">): string {
  const state = presence(vessel);
  return vessel.ageSeconds === null ? `${state}, never heard` : `${state}, heard ${duration(vessel.ageSeconds)} ago`;
}

function marksText(vessel: VesselSummary): string {
  const marks = [];
  if (vessel.alerts > 0) marks.push(count(vessel.alerts, "alert"));
  if (vessel.holes > 0) marks.push(count(vessel.holes, "hole"));
  return marks.join(", ");
}

function summary(vessels: readonly VesselSummary[]): string {
  const are = (wanted: Presence) => number(vessels.filter((vessel) => presence(vessel) === wanted).length, 0);
  const total = (of: (vessel: VesselSummary) => number) => vessels.reduce((sum, vessel) => sum + of(vessel), 0);
  return [
    count(vessels.length, "vessel"),
    `${are("online")} online`,
    `${are("late")} late`,
    `${are("silent")} silent`,
    count(total((vessel) => vessel.alerts), "alert"),
    `${number(total((vessel) => vessel.stored), 0)} readings stored`,
    count(total((vessel) => vessel.holes), "hole"),
  ].join("  \u00b7  ");
}
