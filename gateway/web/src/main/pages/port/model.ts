import type { DataOrigin, Fleet, VesselDetail } from "../shared/contract";
import type { PortClient, Reply } from "./client";
import { standing, type Standing } from "./standing";
import type { CargoUnit, Declaration, DraughtRecord, Entry, InspectionList, PortCall, ReconciliationEntry, Timestamp, UkcPlan, UkcRequest, Voyage, What, Withholding } from "./contract";

/** What the page knows of the port: read anew every few seconds, never changed here. */

/** Most calls whose timestamps are asked for: the newest. */
const MOST_CALLS = 60;

export interface Call {
  /** Of the first of its corrections. */
  id: string;
  entry: Entry<PortCall>;
  stamps: Entry<Timestamp>[];
  standing: Standing;
  name: string;
  /** Seconds since she was heard; null when never. */
  heard: number | null;
  origin: DataOrigin | null;
}

/** One call with all that belongs to it. */
export interface Opened {
  call: Call;
  /** Of the vessel, those that the call names first; the shown one is among them. */
  voyages: Entry<Voyage>[];
  voyage: Entry<Voyage> | null;
  units: Entry<CargoUnit>[];
  inspections: InspectionList | null;
  declarations: Entry<Declaration>[];
  reconciliations: ReconciliationEntry[];
  records: Entry<DraughtRecord>[];
  withholdings: Entry<Withholding>[];
  ukcRequests: Entry<UkcRequest>[];
  ukcPlans: Entry<UkcPlan>[];
  /** What the ship keeps from this key. */
  hidden: ReadonlySet<What>;
  vessel: VesselDetail | null;
}

/** @param unlocode of the port; empty for all of them */
export async function readCalls(client: PortClient, fleet: Fleet | null, unlocode: string): Promise<Reply<Call[]>> {
  const entries = await client.list<Entry<PortCall>>(`port-calls${unlocode === "" ? "" : `?unlocode=${encodeURIComponent(unlocode)}`}`);
  if (!entries.ok) return entries;
  const newest = entries.value.slice(-MOST_CALLS);
  const calls = await Promise.all(
    newest.map(async (entry) => {
      const stamps = await client.list<Entry<Timestamp>>(`port-calls/${entry.first}/timestamps`);
      return callOf(entry, stamps.ok ? stamps.value : [], fleet);
    }),
  );
  return { ok: true, value: calls };
}

function callOf(entry: Entry<PortCall>, stamps: Entry<Timestamp>[], fleet: Fleet | null): Call {
  const vessel = fleet?.vessels.find((one) => one.id === entry.record.vessel);
  return {
    id: entry.first,
    entry,
    stamps,
    standing: standing(entry.record, stamps),
    name: vessel?.name || entry.record.vessel.toUpperCase().replace(/^(IMO|MMSI)/, "$1 "),
    heard: vessel?.ageSeconds ?? null,
    origin: vessel?.origin ?? null,
  };
}

/** The same call with the news of the fleet. */
export function heardAgain(call: Call, fleet: Fleet): Call {
  return { ...callOf(call.entry, call.stamps, fleet), standing: call.standing };
}

/** @param wanted number of the voyage to show; empty for the one that begins here */
export async function readOpened(client: PortClient, call: Call, wanted: string, vessel: VesselDetail | null): Promise<Reply<Opened>> {
  const { record } = call.entry;
  const all = await client.list<Entry<Voyage>>(`voyages?vessel=${record.vessel}`);
  if (!all.ok) return all;
  const numbers = [record.voyageOut, record.voyageIn];
  const voyages = numbers.flatMap((number) => all.value.filter((one) => one.record.number === number));
  const voyage = voyages.find((one) => one.record.number === wanted) ?? voyages[0] ?? null;
  const hidden = new Set<What>();
  const below = async <E extends Entry<unknown>>(path: string): Promise<E[]> => {
    const reply = await client.list<E>(path, hidden);
    return reply.ok ? reply.value : [];
  };
  const ofVoyage = async <E extends Entry<unknown>>(kind: string): Promise<E[]> => (voyage ? below<E>(`voyages/${voyage.first}/${kind}`) : []);
  const [units, declarations, reconciliations, records, withholdings, ukcRequests, ukcPlans, , inspections] = await Promise.all([
    ofVoyage<Entry<CargoUnit>>("cargo-units"),
    ofVoyage<Entry<Declaration>>("declarations"),
    ofVoyage<ReconciliationEntry>("reconciliations"),
    below<Entry<DraughtRecord>>(`port-calls/${call.id}/draught-records`),
    below<Entry<Withholding>>(`port-calls/${call.id}/withholdings`),
    ofVoyage<Entry<UkcRequest>>("ukc-requests"),
    ofVoyage<Entry<UkcPlan>>("ukc-plans"),
    below<Entry<Timestamp>>(`port-calls/${call.id}/timestamps`),
    voyage ? client.get<InspectionList>(`voyages/${voyage.first}/inspection-list`) : null,
  ]);
  return {
    ok: true,
    value: { call, voyages, voyage, units, declarations, reconciliations, records, withholdings, ukcRequests, ukcPlans, hidden, vessel, inspections: inspections?.ok ? inspections.value : null },
  };
}

/** The record of an instant that counts: the one measured last. */
export function recordOf(opened: Opened, instant: DraughtRecord["instant"]): Entry<DraughtRecord> | null {
  return opened.records.filter((one) => one.record.instant === instant).sort((a, b) => (a.record.at < b.record.at ? -1 : 1)).at(-1) ?? null;
}

/** The declaration of a kind that counts: of those that were not rejected the highest version. */
export function declarationOf(opened: Opened, kind: Declaration["kind"]): Entry<Declaration> | null {
  return opened.declarations.filter((one) => one.record.kind === kind).sort((a, b) => a.record.version - b.record.version).at(-1) ?? null;
}
