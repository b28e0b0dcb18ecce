import { byId, el, reconcile, setAttribute, setText, show, type Row } from "../shared/dom";
import { count, DASHES, duration, shortTime } from "../shared/format";
import { stateIcon } from "../shared/icons";
import { originText } from "../shared/origin";
import { PHASES, type Moment, type Phase } from "./standing";
import type { Call } from "./model";

/** The calls of the port, expected and present, each with her vessel and the age of her data. */

const FILTERS: readonly { name: string; phases: readonly Phase[] }[] = [
  { name: "current", phases: ["EXPECTED", "IN_PORT", "BERTHED"] },
  { name: "expected", phases: ["EXPECTED"] },
  { name: "present", phases: ["IN_PORT", "BERTHED"] },
  { name: "left", phases: ["LEFT", "OVER"] },
];
/** Silence after which a vessel's data is called old. */
export const OLD_SECONDS = 120;
const ORDER: readonly Phase[] = ["BERTHED", "IN_PORT", "EXPECTED", "LEFT", "OVER"];

export class Calls {
  private readonly rows = new Map<string, Row<Call>>();
  private readonly buttons: HTMLButtonElement[];
  private filter = 0;
  private last: { calls: readonly Call[]; opened: string; now: string } | null = null;

  constructor(private readonly open: (call: Call) => void) {
    this.buttons = FILTERS.map(({ name }, place) => {
      const button = el("button", { class: "button", type: "button" }, name);
      button.addEventListener("click", () => {
        this.filter = place;
        if (this.last) this.update(this.last.calls, this.last.opened, this.last.now);
      });
      return button;
    });
    byId("call-filters").append(...this.buttons);
  }

  update(calls: readonly Call[], opened: string, now: string): void {
    this.last = { calls, opened, now };
    const phases = FILTERS[this.filter]?.phases ?? [];
    const shown = calls.filter((call) => phases.includes(call.standing.phase)).sort(inOrder);
    this.buttons.forEach((button, place) => setAttribute(button, "aria-pressed", String(place === this.filter)));
    reconcile(byId("calls"), shown, (call) => call.id, () => this.row(), this.rows);
    for (const call of shown) setAttribute(this.rows.get(call.id)?.root ?? byId("calls"), "data-opened", call.id === opened ? "yes" : null);
    show(byId("calls-none"), shown.length === 0);
    setText(byId("calls-none"), `No call is ${FILTERS[this.filter]?.name ?? "here"}`);
    setText(byId("calls-said"), summary(calls));
  }

  private row(): Row<Call> {
    let current: Call | null = null;
    let pictured = "";
    const picture = el("span", { class: "call-state" });
    const name = el("button", { class: "link-button call-name", type: "button" });
    const id = el("span", { class: "quiet" });
    const origin = el("span", { class: "origin-chip" });
    const phase = el("span", { class: "call-phase" });
    const status = el("span", { class: "quiet" });
    const berth = cell("berth");
    const arrival = new MomentCell("arrival");
    const departure = new MomentCell("departure");
    const heard = cell("heard");
    name.addEventListener("click", () => current && this.open(current));
    return {
      root: el("tr", {}, cell("vessel", el("div", { class: "call-vessel" }, picture, el("div", {}, name, id, origin))), cell("state", phase, status), berth, arrival.root, departure.root, heard),
      update(call) {
        current = call;
        const state = call.heard === null ? "CONNECTING" : call.heard <= OLD_SECONDS ? "GREEN" : "CONNECTING";
        if (state !== pictured) picture.replaceChildren(stateIcon(state));
        pictured = state;
        setText(name, call.name);
        setText(id, ` ${call.entry.record.vessel.toUpperCase().replace(/^(IMO|MMSI)/, "$1 ")} `);
        setText(origin, originText(call.origin));
        show(origin, originText(call.origin) !== "");
        setText(phase, PHASES[call.standing.phase]);
        setText(status, ` ${call.entry.record.status.toLowerCase()}`);
        setText(berth, call.standing.berth || DASHES);
        arrival.update(call.standing.arrival);
        departure.update(call.standing.departure);
        setText(heard, heardText(call.heard));
        setAttribute(heard, "data-old", call.heard === null || call.heard > OLD_SECONDS ? "yes" : null);
      },
    };
  }
}

/** A time with its kind: solid when it has happened, hollow while it is expected. */
class MomentCell {
  private readonly time = el("span", { class: "moment-time" });
  private readonly kind = el("span", { class: "kind" });
  private readonly by = el("span", { class: "quiet moment-by" });
  readonly root: HTMLElement;

  constructor(what: string) {
    this.root = cell(what, this.time, " ", this.kind, this.by);
  }

  update(moment: Moment | null): void {
    setText(this.time, moment ? shortTime(moment.time) : DASHES);
    setText(this.kind, moment?.kind ?? "");
    show(this.kind, moment !== null);
    setAttribute(this.kind, "data-kind", moment?.kind ?? "");
    setAttribute(this.kind, "title", moment ? kindWords(moment) : null);
    setText(this.by, moment ? `${moment.location === "BERTH" ? "berth, " : ""}${sourceText(moment)}` : "");
  }
}

const KINDS = { EST: "estimated", REQ: "requested", PLN: "planned", ACT: "actual" };

export function kindWords(moment: Moment): string {
  return `${KINDS[moment.kind]} by ${sourceText(moment)}, received ${shortTime(moment.received)}`;
}

/** Who said it; what the gateway has seen itself is told with the origin of the positions. */
export function sourceText(moment: Moment): string {
  if (moment.source !== "PLIMSOLL") return moment.source.toLowerCase().replaceAll("_", " ");
  return moment.origin === null || moment.origin === "LIVE" ? "seen" : `seen, ${originText(moment.origin).toLowerCase()}`;
}

export function heardText(seconds: number | null): string {
  return seconds === null ? "never heard" : `${duration(seconds)} ago`;
}

function cell(label: string, ...children: (Node | string)[]): HTMLTableCellElement {
  return el("td", { "data-label": label }, ...children);
}

function inOrder(a: Call, b: Call): number {
  const phases = ORDER.indexOf(a.standing.phase) - ORDER.indexOf(b.standing.phase);
  const time = (call: Call) => call.standing.arrival?.time ?? "~";
  return phases || (time(a) < time(b) ? -1 : time(a) > time(b) ? 1 : a.name.localeCompare(b.name));
}

function summary(calls: readonly Call[]): string {
  const of = (...phases: Phase[]) => calls.filter((call) => phases.includes(call.standing.phase)).length;
  return `${count(of("IN_PORT", "BERTHED"), "vessel")} present, ${of("EXPECTED")} expected`;
}
