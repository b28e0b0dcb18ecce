import type { DataOrigin, Quality, Verdict } from "../shared/contract";

/** The JSON of the port's resources, as the page reads and writes it. */

export interface Entry<R> {
  id: string;
  vessel: string;
  /** The first of its corrections: what a record below names. */
  first: string;
  received: string;
  author: string;
  record: R;
}

export interface Page<R> {
  items: Entry<R>[];
  next: string | null;
  /** What the ship keeps from who asks, and is left out. */
  withheld?: What[];
}

export const WHATS = ["CARGO_UNITS", "CARGO_DECLARATIONS", "PERSONS", "DRAUGHT_RECORDS", "RECONCILIATIONS", "POSITIONS"] as const;
export type What = (typeof WHATS)[number];

export interface Withholding {
  withheld: What[];
  supersedes?: string;
  remark?: string;
}

export type Role = "PORT_AUTHORITY" | "TERMINAL" | "SHIP" | "READER" | "OPERATOR" | "LOCAL";

export interface Author {
  name: string;
  role: Role;
  vessel: string | null;
  terminal: string | null;
}

export const CALL_STATUSES = ["ESTIMATED", "REQUESTED", "ACCEPTED", "AUTHORIZED", "INITIATED", "OPERATIONAL", "COMPLETED", "CANCELLED", "DENIED", "REJECTED"] as const;

export interface PortCall {
  vessel: string;
  unlocode: string;
  reference?: string;
  terminal?: string;
  berth?: string;
  voyageIn?: string;
  voyageOut?: string;
  status: (typeof CALL_STATUSES)[number];
  supersedes?: string;
  remark?: string;
}

export interface Voyage {
  vessel: string;
  number: string;
  from?: string;
  to?: string;
}

export type Classifier = "EST" | "REQ" | "PLN" | "ACT";

export interface Timestamp {
  event: "ARRIVAL" | "DEPARTURE" | "START" | "COMPLETION";
  location: "PORT" | "BERTH" | "ANCHORAGE" | "PILOT_BOARDING_PLACE";
  locationName?: string;
  service?: string;
  classifier: Classifier;
  time: string;
  source: string;
  earliest?: string;
  origin?: DataOrigin;
  remark?: string;
}

export interface Declaration {
  kind: "PERSONS" | "CARGO" | "DG" | "WASTE" | "SECURITY";
  version: number;
  state: "DRAFT" | "SUBMITTED" | "ACCEPTED" | "REJECTED";
  passengers?: number;
  crew?: number;
  units?: number;
  declaredKilograms?: number;
  reference?: string;
  supersedes?: string;
  remark?: string;
}

export const UNIT_TYPES = ["CAR", "VAN", "HGV", "TRAILER", "COACH", "CONTAINER", "PALLET", "LIVESTOCK"] as const;
export const BASES = ["VGM1", "VGM2", "DRIVER", "BOOKING", "TARE_AND_GOODS"] as const;

export interface CargoUnit {
  unitId: string;
  type: (typeof UNIT_TYPES)[number];
  declared?: { kilograms: number; basis: (typeof BASES)[number] };
  weighed?: { kilograms: number; u95Kilograms?: number; instrument: string; certificate?: string; at: string };
  description?: string;
  lane?: string;
  positionMetres?: number;
  dangerousGoods?: string[];
  supersedes?: string;
  remark?: string;
}

export const MARKS = ["forwardPort", "forwardStarboard", "midshipPort", "midshipStarboard", "aftPort", "aftStarboard"] as const;

export interface DraughtRecord {
  instant: "ARRIVAL" | "BASELINE" | "DEPARTURE";
  at: string;
  quality: Quality;
  draughtsMetres?: Partial<Record<(typeof MARKS)[number] | "u95", number>>;
  displacement?: { kilograms: number; u95Kilograms: number };
  deductiblesKilograms?: number;
  densityKilogramsPerCubicMetre?: number;
  quarterMeanMetres?: number;
  trimMetres?: number;
  listDegrees?: number;
  method?: string;
  /** Over the canonical JSON of portCall, vessel and this record without its signature. */
  signature?: { algorithm: "Ed25519"; key: string; value: string };
  marks?: { mark: string; side: "PORT" | "STARBOARD"; limitMetres?: number; draughtMetres?: number; verdict: "PASS" | "FAIL" | "INCONCLUSIVE" }[];
  remark?: string;
}

export interface UkcRequest {
  at: string;
  deepestDraughtMetres: number;
  u95Metres?: number;
  quality: Quality;
  purpose: "PRE_PLAN" | "ACTUAL_PLAN" | "ACTUAL_UPDATE";
  calculationRequested: "TIME_WINDOW" | "MAXIMUM_DRAUGHT";
}

export interface UkcPlan {
  request: string;
  generated: string;
  /** Empty when she may not pass. */
  windows: { from: string; to: string }[];
  maximumDraughtMetres?: number;
  controlPoints?: { name: string; passing: string; aboveLimitMetres: number }[];
}

export interface Mass {
  kilograms: number | null;
  u95Kilograms?: number;
  units?: number;
  objection?: string | null;
}

export interface CargoResult {
  verdict: "MATCH" | "CHECK" | "DISCREPANCY" | "UNVERIFIED";
  overLimit: "OVER_LIMIT_CERTAIN" | "OVER_LIMIT_POSSIBLE" | "UNKNOWN" | "WITHIN";
  text: string;
  limit: Mass;
  declared: Mass;
  weighed: Mass;
  best: Mass;
  measured: Mass;
  residual: Mass | null;
  units: number;
}

export interface Reconciliation {
  baseline: string;
  departure: string;
  limitKilograms?: number;
}

export interface ReconciliationEntry extends Entry<Reconciliation> {
  result: CargoResult;
}

export const FINDINGS = ["AS_DECLARED", "MASS_DIFFERS", "CONTENT_DIFFERS", "NOT_SECURED", "DAMAGED", "NOT_THERE"] as const;
export type Finding = (typeof FINDINGS)[number];

export interface InspectionItem {
  unit: string;
  unitId: string;
  type: string;
  reason: "DISCREPANCY" | "NO_MASS" | "UNDECLARED" | "CHECK" | "UNWEIGHED" | "NONE";
  declaredKilograms: number | null;
  weighedKilograms: number | null;
  differenceKilograms: number | null;
  allowedKilograms: number | null;
  inspections: { id: string; finding: Finding; by: string; at: string }[];
}

export interface InspectionList {
  units: number;
  inspected: number;
  coveragePercent: number | null;
  /** Of the voyage as a whole. */
  hints?: { about: "PASSENGERS" | "LIST" | "MOMENT"; verdict: Verdict; text: string }[];
  items: InspectionItem[];
}

export interface Fault {
  field: string;
  detail: string;
  allowed: string;
}

/** RFC 9457, with the faults field by field. */
export interface Problem {
  title: string;
  status: number;
  detail?: string;
  errors?: Fault[];
}
