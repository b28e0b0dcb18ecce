import { newId, type PortClient } from "./client";
import { Form, utc, type Values } from "./forms";
import { CALL_STATUSES, type Author, type Entry, type PortCall, type Problem, type Timestamp, type Voyage } from "./contract";
import type { Dialog } from "../shared/dialog";
import type { Opened } from "./model";

/** Forms for a call and its times. They offer what the key may write; the port decides all the same. */

const SHIPS_STATUSES = ["ESTIMATED", "REQUESTED", "CANCELLED"];
const SOURCES: Record<Author["role"], readonly string[]> = {
  PORT_AUTHORITY: ["PORT_AUTHORITY", "PILOT", "TOWAGE", "MOORING"],
  TERMINAL: ["TERMINAL"],
  SHIP: ["VESSEL", "CARRIER", "AGENT"],
  LOCAL: ["PORT_AUTHORITY", "PILOT", "TOWAGE", "MOORING", "TERMINAL", "VESSEL", "CARRIER", "AGENT"],
  READER: [],
  OPERATOR: [],
};

export interface Known {
  author: Author | null;
  vessels: readonly string[];
  /** Codes of the ports, and names of the berths of the one that is shown. */
  ports: readonly string[];
  port: string;
  berths: readonly string[];
}

export class CallForms {
  constructor(
    private readonly client: PortClient,
    private readonly dialog: Dialog,
    private readonly changed: (call: string) => void,
  ) {}

  create(known: Known): void {
    this.open("New call", known, null);
  }

  change(known: Known, entry: Entry<PortCall>): void {
    this.open("Change the call", known, entry);
  }

  private open(title: string, known: Known, before: Entry<PortCall> | null): void {
    const id = newId();
    const ids = { arrival: newId(), departure: newId(), in: newId(), out: newId() };
    const old = before?.record;
    const text = (name: keyof PortCall, label: string, hint: string) => ({ name, label, hint, ...(old?.[name] === undefined ? {} : { value: old[name] ?? "" }) });
    const statuses = known.author?.role === "SHIP" ? SHIPS_STATUSES : CALL_STATUSES;
    this.dialog.open(title, (body) => {
      const form = new Form(
        [
          { name: "vessel", label: "Vessel", required: true, suggestions: known.vessels, value: old?.vessel ?? known.author?.vessel ?? "", hint: "imo and 7 digits, or mmsi and 9" },
          { name: "unlocode", label: "Port", required: true, suggestions: known.ports, value: old?.unlocode ?? known.port, hint: "UN/LOCODE such as RUVVO" },
          { name: "status", label: "Status", required: true, choices: statuses, value: old?.status ?? "ESTIMATED" },
          { ...text("berth", "Berth", "its name"), suggestions: known.berths },
          text("terminal", "Terminal", "its name"),
          text("voyageIn", "Voyage in", "number of the voyage that ends here"),
          text("voyageOut", "Voyage out", "number of the voyage that begins here"),
          text("reference", "Reference", "UN/LOCODE, year, five digits"),
          ...(before ? [] : ([{ name: "eta", label: "ETA, UTC", kind: "time" }, { name: "etd", label: "ETD, UTC", kind: "time" }] as const)),
          text("remark", "Remark", ""),
        ],
        before ? "Keep the change" : "Keep the call",
        async (values) => this.keep(values, id, ids, before, known),
      );
      body.append(form.root);
    });
  }

  private async keep(values: Values, id: string, ids: Record<"arrival" | "departure" | "in" | "out", string>, before: Entry<PortCall> | null, known: Known): Promise<Problem | null> {
    const record = { ...Object.fromEntries([...values].filter(([name]) => name !== "eta" && name !== "etd")), ...(before ? { supersedes: before.id } : {}) };
    const reply = await this.client.put("port-calls", id, record);
    if (!reply.ok) return reply.problem;
    const source = known.author ? SOURCES[known.author.role][0] : "PORT_AUTHORITY";
    for (const [name, event, stamp] of [["eta", "ARRIVAL", ids.arrival], ["etd", "DEPARTURE", ids.departure]] as const) {
      const time = values.get(name);
      if (time === undefined) continue;
      const told = await this.client.put(`port-calls/${id}/timestamps`, stamp, { event, location: "PORT", classifier: "EST", time: utc(time), source });
      if (!told.ok) return renamed(told.problem, name);
    }
    const voyages = await this.voyages(values, ids);
    if (voyages) return voyages;
    this.dialog.close();
    this.changed(reply.value.first);
    return null;
  }

  /** The voyages that the call names are made when nobody has yet, so that a manifest has its place. */
  private async voyages(values: Values, ids: Record<"in" | "out", string>): Promise<Problem | null> {
    const vessel = values.get("vessel") ?? "";
    const port = values.get("unlocode") ?? "";
    const there = await this.client.list<Entry<Voyage>>(`voyages?vessel=${encodeURIComponent(vessel)}`);
    if (!there.ok) return there.problem;
    for (const [name, id, end] of [["voyageIn", ids.in, { to: port }], ["voyageOut", ids.out, { from: port }]] as const) {
      const number = values.get(name);
      if (number === undefined || there.value.some((one) => one.record.number === number)) continue;
      const told = await this.client.put("voyages", id, { vessel, number, ...end });
      if (!told.ok) return renamed(told.problem, name);
    }
    return null;
  }

  /** A time of the call: estimated, requested, planned or actual. Nothing is overwritten. */
  time(opened: Opened, author: Author | null): void {
    const id = newId();
    this.dialog.open(`A time of ${opened.call.name}`, (body) => {
      const form = new Form(
        [
          { name: "event", label: "Event", choices: ["ARRIVAL", "DEPARTURE"], required: true },
          { name: "location", label: "Where", choices: ["PORT", "BERTH", "ANCHORAGE", "PILOT_BOARDING_PLACE"], required: true },
          { name: "locationName", label: "Its name", hint: "such as a berth" },
          { name: "classifier", label: "Kind", choices: ["EST", "REQ", "PLN", "ACT"], required: true, hint: "estimated, requested, planned, actual" },
          { name: "time", label: "Time, UTC", kind: "time", required: true },
          { name: "source", label: "Who says so", choices: author ? SOURCES[author.role] : SOURCES.LOCAL, required: true },
          { name: "remark", label: "Remark" },
        ],
        "Keep the time",
        async (values) => {
          const record = { ...Object.fromEntries(values), time: utc(values.get("time") ?? "") } as unknown as Timestamp;
          const reply = await this.client.put(`port-calls/${opened.call.id}/timestamps`, id, record);
          if (!reply.ok) return reply.problem;
          this.dialog.close();
          this.changed(opened.call.id);
          return null;
        },
      );
      body.append(form.root);
    });
  }
}

/** A problem of a record that the form has under another name. */
function renamed(problem: Problem, field: string): Problem {
  return { ...problem, errors: (problem.errors ?? []).map((one) => ({ ...one, field })) };
}
