// A port's book that is not there: what was said is kept, corrections take the place of what they
// supersede, and an inspection list follows from units and inspections.
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";

const MAP = path.join(path.dirname(fileURLToPath(import.meta.url)), "../../../../tools/examples/port.geojson");
const PATH = /^\/api\/v1\/(?:(voyages|port-calls)\/([0-9a-f-]{36})\/)?([a-z-]+)(?:\/([0-9a-f-]{36}))?$/;
export const KEYS = {
  "key-of-the-harbour-office": { name: "harbour-office", role: "PORT_AUTHORITY", vessel: null, terminal: null },
  "key-of-a-reader": { name: "display", role: "READER", vessel: null, terminal: null },
};

let made = 0;
export const id = (number = ++made) => `00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

export class FakePort {
  /** Whether a key is needed. */
  locked = false;
  /** Public keys of ships. */
  signingKeys = [];
  /** What was put: method, path and record. */
  puts = [];
  #entries = [];

  constructor(now = Date.now()) {
    this.now = now;
  }

  /** Keeps a record and gives its id. */
  keep(kind, record, parent = null, more = {}) {
    const vessel = record.vessel ?? this.#entries.find((one) => one.id === parent)?.vessel;
    const entry = { id: id(), kind, vessel, supersededBy: null, received: this.at(0), author: "harbour-office", parent, record, ...more };
    this.#add(entry);
    return entry.id;
  }

  /** A time some minutes from now. */
  at(minutes) {
    return new Date(Math.round((this.now + minutes * 60_000) / 1000) * 1000).toISOString().replace(".000Z", "Z");
  }

  #add(entry) {
    const before = this.#entries.find((one) => one.id === entry.record.supersedes);
    entry.first = before?.first ?? entry.id;
    if (before) before.supersededBy = entry.id;
    this.#entries.push(entry);
  }

  /** @returns [status, body] or null when it is not the port's to answer */
  answer(method, url, authorization, body) {
    const author = this.locked ? KEYS[(authorization ?? "").replace("Bearer ", "")] : { name: "local", role: "LOCAL", vessel: null, terminal: null };
    const [, above, parent, kind, one] = PATH.exec(url.pathname) ?? [];
    if (!["whoami", "port-map", "signing-keys", "voyages", "port-calls"].includes(above ?? kind)) return null;
    if (!author) return [401, { title: "Who are you?", status: 401, detail: "send the header Authorization: Bearer, and a key of this port" }];
    if (kind === "whoami") return [200, author];
    if (kind === "signing-keys") return [200, { items: this.signingKeys }];
    if (kind === "port-map") return [200, JSON.parse(readFileSync(MAP, "utf8"))];
    if (kind === "inspection-list") return [200, this.#list(parent)];
    if (method === "PUT") return this.#put(kind, one, parent ?? null, JSON.parse(body), author);
    const wanted = url.searchParams;
    const items = this.#entries.filter(
      (entry) => entry.kind === kind && entry.parent === (parent ?? null) && entry.supersededBy === null && (!wanted.has("unlocode") || entry.record.unlocode === wanted.get("unlocode")) && (!wanted.has("vessel") || entry.vessel === wanted.get("vessel")),
    );
    return [200, { items, next: null }];
  }

  #put(kind, one, parent, record, author) {
    this.puts.push({ kind, parent, record });
    if (author.role === "READER") return [403, { title: "Not yours to say", status: 403, detail: "a reader writes nothing" }];
    const errors = faults(kind, record);
    if (errors.length > 0) return [400, { title: `Bad ${kind}`, status: 400, detail: `${errors[0].field} ${errors[0].detail}`, errors }];
    if (this.#entries.some((entry) => entry.id === one)) return [200, this.#entries.find((entry) => entry.id === one)];
    const vessel = record.vessel ?? this.#entries.find((entry) => entry.id === parent)?.vessel;
    const entry = { id: one, kind, vessel, supersededBy: null, received: this.at(0), author: author.name, parent, record };
    this.#add(entry);
    return [201, entry];
  }

  #list(voyage) {
    const below = (kind) => this.#entries.filter((entry) => entry.kind === kind && entry.parent === voyage && entry.supersededBy === null);
    const items = below("cargo-units").map(({ first, record }) => {
      const declared = record.declared?.kilograms ?? null;
      const weighed = record.weighed?.kilograms ?? null;
      const difference = declared === null || weighed === null ? null : weighed - declared;
      const allowed = difference === null ? null : Math.hypot(0.05 * declared, 50);
      const reason = declared === null && weighed === null ? "NO_MASS" : declared === null ? "UNDECLARED" : weighed === null ? "UNWEIGHED" : Math.abs(difference) > 2 * allowed ? "DISCREPANCY" : Math.abs(difference) > allowed ? "CHECK" : "NONE";
      const inspections = below("inspections").filter((entry) => entry.record.unit === first).map(({ id: seen, record: { finding, by, at } }) => ({ id: seen, finding, by, at }));
      return { unit: first, unitId: record.unitId, type: record.type, reason, declaredKilograms: declared, weighedKilograms: weighed, differenceKilograms: difference, allowedKilograms: allowed, inspections };
    });
    const order = ["DISCREPANCY", "NO_MASS", "UNDECLARED", "CHECK", "UNWEIGHED", "NONE"];
    items.sort((a, b) => Math.min(1, a.inspections.length) - Math.min(1, b.inspections.length) || order.indexOf(a.reason) - order.indexOf(b.reason) || (b.weighedKilograms ?? b.declaredKilograms ?? 0) - (a.weighedKilograms ?? a.declaredKilograms ?? 0));
    const inspected = items.filter((item) => item.inspections.length > 0).length;
    return { units: items.length, inspected, coveragePercent: items.length === 0 ? null : Math.floor((inspected / items.length) * 1000) / 10, items };
  }
}

/** Some of what the port refuses, in its words. */
function faults(kind, record) {
  const found = [];
  const want = (field, right, allowed) => right || found.push({ field, detail: record[field] === undefined ? "is missing" : `${JSON.stringify(record[field])} is not allowed`, allowed });
  if (kind === "port-calls") {
    want("vessel", /^imo\d{7}$|^mmsi\d{9}$/.test(record.vessel), "imo and 7 digits with a right check digit, or mmsi and 9 digits");
    want("unlocode", /^[A-Z]{2}[A-Z2-9]{3}$/.test(record.unlocode), "a UN/LOCODE such as RUVVO");
  }
  if (kind === "cargo-units") {
    want("type", ["CAR", "VAN", "HGV", "TRAILER", "COACH", "CONTAINER", "PALLET", "LIVESTOCK"].includes(record.type), "one of [CAR, VAN, HGV]");
    const mass = record.declared?.kilograms;
    if (mass !== undefined && !(typeof mass === "number" && mass >= 1 && mass <= 1e6)) found.push({ field: "declared.kilograms", detail: `${JSON.stringify(mass)} is not allowed`, allowed: "a number from 1 to 1000000" });
  }
  return found;
}

/** A day in a port: a ferry alongside with something wrong, one that comes, one that is silent. */
export function harbour() {
  const port = new FakePort();
  const call = port.keep("port-calls", { vessel: "imo9876543", unlocode: "KPNAJ", status: "OPERATIONAL", berth: "Pier 1", terminal: "Rajin ferry terminal", voyageIn: "11", voyageOut: "12", reference: "KPNAJ202600042" });
  const stamp = (of, event, location, classifier, minutes, source, more = {}) => port.keep("timestamps", { event, location, classifier, time: port.at(minutes), source, ...more }, of);
  stamp(call, "ARRIVAL", "PORT", "EST", -100, "VESSEL");
  stamp(call, "ARRIVAL", "PORT", "ACT", -92, "PLIMSOLL", { origin: "LIVE", earliest: port.at(-93), locationName: "Rajin" });
  stamp(call, "ARRIVAL", "BERTH", "ACT", -80, "PLIMSOLL", { origin: "LIVE", earliest: port.at(-81), locationName: "Pier 1" });
  stamp(call, "DEPARTURE", "BERTH", "PLN", 150, "PORT_AUTHORITY");
  const next = port.keep("port-calls", { vessel: "imo9074729", unlocode: "KPNAJ", status: "ACCEPTED", berth: "Pier 1" });
  stamp(next, "ARRIVAL", "PORT", "EST", 260, "VESSEL");
  stamp(next, "DEPARTURE", "PORT", "EST", 520, "VESSEL");
  const silent = port.keep("port-calls", { vessel: "mmsi273000111", unlocode: "KPNAJ", status: "INITIATED" });
  stamp(silent, "ARRIVAL", "PORT", "ACT", -30, "PLIMSOLL", { origin: "SIMULATED", earliest: port.at(-31) });
  port.keep("voyages", { vessel: "imo9876543", number: "11", from: "RUVVO", to: "KPNAJ" });
  const voyage = port.keep("voyages", { vessel: "imo9876543", number: "12", from: "KPNAJ", to: "RUVVO" });
  const unit = (unitId, type, declared, weighed) =>
    port.keep("cargo-units", { unitId, type, ...(declared === null ? {} : { declared: { kilograms: declared, basis: "BOOKING" } }), ...(weighed === null ? {} : { weighed: { kilograms: weighed, instrument: "WB1", at: port.at(-40) } }) }, voyage);
  const first = unit("A 123 BC", "HGV", 24_000, 31_200);
  unit("TRL-77", "TRAILER", null, 18_400);
  unit("K 555 MM", "CAR", 1_500, null);
  unit("LIVE-1", "LIVESTOCK", null, null);
  for (let i = 0; i < 8; i++) unit(`CONT ${4000 + i}`, "CONTAINER", 20_000 + i * 500, 20_100 + i * 480);
  port.keep("inspections", { unit: first, finding: "MASS_DIFFERS", by: "Inspector Kim", at: port.at(-10) }, voyage);
  port.keep("declarations", { kind: "CARGO", version: 1, state: "SUBMITTED", units: 12, declaredKilograms: 199_500 }, voyage);
  port.keep("declarations", { kind: "PERSONS", version: 1, state: "ACCEPTED", passengers: 141, crew: 28 }, voyage);
  const survey = (instant, minutes, kilograms, draught) =>
    port.keep(
      "draught-records",
      { instant, at: port.at(minutes), quality: "GOOD", draughtsMetres: { forwardPort: draught - 0.1, forwardStarboard: draught - 0.12, midshipPort: draught, midshipStarboard: draught - 0.02, aftPort: draught + 0.171, aftStarboard: draught + 0.15, u95: 0.006 }, displacement: { kilograms, u95Kilograms: 13_000 }, deductiblesKilograms: 700_000, marks: [{ mark: "S", side: "PORT", limitMetres: 5.2, draughtMetres: draught, verdict: draught > 5.2 ? "FAIL" : "PASS" }, { mark: "S", side: "STARBOARD", limitMetres: 5.2, verdict: "INCONCLUSIVE" }] },
      call,
    );
  const baseline = survey("BASELINE", -70, 5_900_000, 4.862);
  const departure = survey("DEPARTURE", -5, 6_155_000, 5.031);
  const mass = (kilograms, u95Kilograms, units) => ({ kilograms, u95Kilograms, units });
  port.keep("reconciliations", { baseline, departure, limitKilograms: 1_000_000 }, voyage, {
    result: { verdict: "DISCREPANCY", overLimit: "WITHIN", text: "DISCREPANCY: 41.7 t more aboard than weighed and declared, U95 18.4 t", limit: { kilograms: 1_000_000 }, declared: mass(199_500, 3_300, 10), weighed: mass(223_840, 150, 10), best: mass(213_300, 3_400, 12), measured: { kilograms: 255_000, u95Kilograms: 18_385, objection: null }, residual: { kilograms: 41_700, u95Kilograms: 18_400 }, units: 12, manifest: [] },
  });
  return { port, call, next, voyage };
}
