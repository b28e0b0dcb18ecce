import type { DataOrigin } from "../shared/contract";
import type { Classifier, Entry, PortCall, Timestamp } from "./contract";

/** What the timestamps of a call say of where it stands. No document in here. */

export type Phase = "EXPECTED" | "IN_PORT" | "BERTHED" | "LEFT" | "OVER";

export interface Moment {
  time: string;
  kind: Classifier;
  location: Timestamp["location"];
  /** Which of its kind; undefined where nobody said. */
  locationName: string | undefined;
  source: string;
  /** The name of the key, and when it was received. */
  author: string;
  received: string;
  origin: DataOrigin | null;
}

export interface Standing {
  phase: Phase;
  arrival: Moment | null;
  departure: Moment | null;
  /** Where she lies or is to lie; empty while nobody said. */
  berth: string;
  /** From when to when the berth is hers; open without an end. */
  band: { from: Moment; to: Moment | null } | null;
}

type Stamp = Entry<Timestamp>;

/** @param stamps of this call, in the order of receipt */
export function standing(call: PortCall, stamps: readonly Stamp[]): Standing {
  const arrival = chosen(stamps, "ARRIVAL");
  const departure = chosen(stamps, "DEPARTURE");
  const atBerth = moment(stamps, "ARRIVAL", "BERTH");
  const offBerth = moment(stamps, "DEPARTURE", "BERTH");
  const berthed = isActual(atBerth) && !(isActual(offBerth) && offBerth.time >= atBerth.time);
  const from = atBerth ?? arrival;
  const end = offBerth ?? departure;
  return {
    phase: phase(call, stamps, berthed),
    arrival,
    departure,
    berth: (berthed ? atBerth.locationName : undefined) ?? call.berth ?? "",
    band: from ? { from, to: end !== null && end.time > from.time ? end : null } : null,
  };
}

function phase(call: PortCall, stamps: readonly Stamp[], berthed: boolean): Phase {
  if (["CANCELLED", "DENIED", "REJECTED"].includes(call.status)) return "OVER";
  const came = moment(stamps, "ARRIVAL", "PORT");
  const went = moment(stamps, "DEPARTURE", "PORT");
  if (isActual(went) && !(isActual(came) && came.time > went.time)) return "LEFT";
  if (call.status === "COMPLETED") return "LEFT";
  if (berthed) return "BERTHED";
  return isActual(came) || isActual(moment(stamps, "ARRIVAL", "BERTH")) ? "IN_PORT" : "EXPECTED";
}

/** Of port, berth and the rest what has happened, else what was said of the first of them. */
function chosen(stamps: readonly Stamp[], event: Timestamp["event"]): Moment | null {
  const moments = (["PORT", "BERTH", "ANCHORAGE", "PILOT_BOARDING_PLACE"] as const)
    .map((location) => moment(stamps, event, location))
    .filter((one) => one !== null);
  return moments.find(isActual) ?? moments[0] ?? null;
}

/** The latest that has happened; before that what was said last, whoever said it. */
export function moment(stamps: readonly Stamp[], event: Timestamp["event"], location: Timestamp["location"]): Moment | null {
  const said = stamps.filter(({ record }) => record.event === event && record.location === location);
  const actual = said.filter(({ record }) => record.classifier === "ACT").sort((a, b) => (a.record.time < b.record.time ? -1 : 1));
  const entry = actual.at(-1) ?? said.at(-1);
  if (!entry) return null;
  const { time, classifier, locationName, source, origin } = entry.record;
  return { time, kind: classifier, location, locationName, source, author: entry.author, received: entry.received, origin: origin ?? null };
}

export function isActual(moment: Moment | null): moment is Moment {
  return moment?.kind === "ACT";
}

export const PHASES: Record<Phase, string> = {
  EXPECTED: "expected",
  IN_PORT: "in port",
  BERTHED: "berthed",
  LEFT: "left",
  OVER: "over",
};
