/** The JSON of the vessel's and the shore's resources, as the pages read it. */

export type Quality = "GOOD" | "DEGRADED" | "MANUAL" | "STALE" | "INVALID" | "ABSENT";
export type DataOrigin = "LIVE" | "SIMULATED" | "REPLAYED";
export type Priority = "ALARM" | "WARNING" | "CAUTION";
export type Verdict = "PASS" | "FAIL" | "INCONCLUSIVE";
export type AlertState =
  | "ACTIVE_UNACKNOWLEDGED"
  | "ACTIVE_SILENCED"
  | "ACTIVE_ACKNOWLEDGED"
  | "ACTIVE_TRANSFERRED"
  | "RECTIFIED_UNACKNOWLEDGED"
  | "NORMAL";

/** One (path, source); values in SI, positions in degrees. */
export interface Channel {
  path: string;
  title: string;
  unit: string;
  source: string;
  value: number | null;
  quality: Quality;
  time: string | null;
  ageSeconds: number | null;
  preferred: boolean;
}

export interface Check {
  id: string;
  title: string;
  verdict: Verdict;
  text: string;
}

export interface Limits {
  draughtMetres?: number | null;
  cargoTonnes?: number | null;
  passengers?: number | null;
}

export interface Alert {
  id: number;
  instance: number;
  priority: Priority;
  state: AlertState;
  title: string;
  text: string;
  raised: string;
  changed: string;
  acknowledgedBy: string | null;
  revision: number;
  /** Where it may be acknowledged; C is nowhere on the bridge. Not told ashore. */
  category?: "A" | "B" | "C";
  escalations?: number;
}

/** frames = decoded + unsupported + malformed. */
export interface Line {
  id: string;
  protocol: string;
  device: string;
  state: "GREEN" | "RED" | "CONNECTING";
  detail: string;
  lastHeardSeconds: number | null;
  bytes: number;
  frames: number;
  decoded: number;
  unsupported: number;
  malformed: number;
  malformedByReason: Record<string, number>;
  /** Sentences longer than the norm's 82 bytes; they are read all the same. */
  overlength?: number;
  dropped: number;
  reopened: number;
}

/** accepted = acknowledged + gapRecorded + pending, in readings. */
export interface Outbox {
  stream: string;
  lastSequence: number;
  accepted: number;
  acknowledged: number;
  pending: number;
  gapRecorded: number;
  pendingBytes: number;
  oldestPendingSeconds: number | null;
  /** Why readings cannot be kept now, in words; null while they are. */
  failure?: string | null;
}

export interface Link {
  state: "UP" | "DOWN" | "CONNECTING";
  since: string;
  detail: string;
  bytesSent: number;
  blocksInFlight: number;
  lastReceiptSeconds: number | null;
  outages: number;
  budget: LinkBudget;
}

/** What the link carries and costs: bytes of both directions, UTC days and months. */
export interface LinkBudget {
  level: "FULL" | "THIN" | "STATISTICS" | "ALERTS_ONLY";
  bytesToday: number;
  bytesTodayAtEnd: number;
  dayLimitBytes: number | null;
  bytesThisMonth: number;
  bytesThisMonthAtEnd: number;
  monthLimitBytes: number | null;
  costThisMonth: number | null;
  costThisMonthAtEnd: number | null;
  currency: string | null;
  resting: boolean;
  nextWindow: string | null;
}

export interface NavalMass {
  tonnes: number;
  u95Tonnes: number;
}

export interface NavalFinding {
  check: string;
  outcome: "FAIL" | "INCONCLUSIVE" | "CAUTION" | "PASS";
  text: string;
}

export interface MarkSide {
  state: "SUBMERGED" | "UNKNOWN" | "DOUBTFUL" | "CLEAR";
  marginMetres: number | null;
}

export interface NavalCargo {
  limitTonnes: number | null;
  declared: NavalMass | null;
  weighed: NavalMass | null;
  measured: NavalMass | null;
  basis: "SURVEY" | "DIFFERENCE" | "NONE";
  residual: NavalMass | null;
  verdict: "MATCH" | "CHECK" | "DISCREPANCY" | "UNVERIFIED";
  text: string;
  papers: NavalMass | null;
  papersText: string;
  attribution: string | null;
  constant: { state: string; text: string };
}

/** How she lies and what that is held against, in the units of the names; absent is not configured. */
export interface Naval {
  draughtsMetres: Record<string, number | null>;
  survey: {
    quality: Quality;
    quarterMeanMetres: number;
    trimMetres: number;
    listDegrees: number;
    deflectionMetres: number;
    displacementTonnes: number;
    displacementU95Tonnes: number;
    budgetTonnes: Record<string, number>;
  } | null;
  water: { density: number | null; quality: Quality; text: string };
  deductiblesTonnes: number | null;
  remarks: string[];
  loadLine?: {
    seaWaterMetres: number;
    bound: string;
    binding: string;
    zoneCaution: string | null;
    allowedMetres?: number | null;
    port?: MarkSide;
    starboard?: MarkSide;
    text?: string;
  };
  underKeel?: {
    text: string;
    clearanceMetres?: number | null;
    requiredMetres?: number | null;
    squatMetres?: number | null;
    failingSpeed?: number | null;
  };
  attitude?: NavalFinding[];
  decks?: NavalFinding[];
  indicativeStability?: { gmMetres: number | null; text: string };
  cargo?: NavalCargo;
}

/** One line of GET /api/v1/records aboard. */
export interface DepartureRecord {
  number: number;
  moment: string;
  at: string;
  by: string;
  voyage: string;
  sha256: string;
}

/** GET /api/v1/state aboard, and each event "state". */
export interface VesselState {
  vessel: { id: string; name: string; software: string };
  time: string;
  origin: DataOrigin;
  clockEpoch: number;
  channels: Channel[];
  checks: Check[];
  limits: Limits;
  naval?: Naval;
  alerts: Alert[];
  lines: Line[];
  outbox: Outbox;
  link: Link;
}

/** GET /api/v1/alerts aboard. */
export interface AlertLists {
  active: Alert[];
  history: Alert[];
}

/** One line of GET /api/v1/vessels ashore. */
export interface VesselSummary {
  id: string;
  name: string;
  online: boolean;
  origin: DataOrigin;
  since: string | null;
  lastHeard: string | null;
  ageSeconds: number | null;
  /** The newest usable one; a shore of an earlier version does not tell it here. */
  position?: { latitude: number; longitude: number; time: string } | null;
  stored: number;
  holes: number;
  alerts: number;
}

/** GET /api/v1/vessels ashore, and each event "vessels". */
export interface Fleet {
  time: string;
  vessels: VesselSummary[];
}

/** GET /api/v1/vessels/{id} ashore. */
export interface VesselDetail extends Omit<VesselSummary, "alerts"> {
  time?: string;
  channels: Channel[];
  alerts: Alert[];
  limits?: Limits;
}

export interface StreamCompleteness {
  stream: string;
  first: number;
  last: number;
  stored: number;
  gaps: { first: number; last: number; readings: number; reason: string }[];
  holes: { first: number; last: number }[];
}

/** GET /api/v1/vessels/{id}/completeness ashore. */
export interface Completeness {
  vessel: string;
  streams: StreamCompleteness[];
}

/** GET /api/v1/vessels/{id}/history ashore; times in epoch milliseconds. */
export interface History {
  path: string;
  unit: string;
  source: string | null;
  from: string | number;
  to: string | number;
  points: [number, number | null][];
  gaps: [number, number][];
}

/** GET /api/v1/history aboard: each series as the shore has it. */
export interface Histories {
  from: string;
  to: string;
  stepMillis: number;
  /** False when the oldest part was left out. */
  whole: boolean;
  series: (History & { title: string })[];
}

/** The answer to POST /api/v1/surveys: the form filled in. */
export interface SurveySheet {
  standing: "GOOD" | "DEGRADED" | "INCONCLUSIVE";
  title: string;
  heading: { label: string; text: string }[];
  blocks: {
    title: string;
    lines: { number: string; title: string; symbol: string; unit: string; formula: string; value: string; isResult: boolean }[];
  }[];
  remarks: string[];
}
