import { figure, utc } from "./forms";
import type { CargoUnit, Fault } from "./contract";

/** Reads a pasted manifest, CSV or JSON, and writes the units as CSV. No document in here. */

/** Columns of the CSV, as they are read; the first line names those that are there. */
export const COLUMNS = ["unitId", "type", "declaredKilograms", "basis", "weighedKilograms", "u95Kilograms", "instrument", "certificate", "weighedAt", "lane", "positionMetres", "description", "dangerousGoods"] as const;
/** Most units that are taken at once; the port keeps 5 000 of a voyage. */
const MOST_UNITS = 5000;

type Column = (typeof COLUMNS)[number];

export interface Read {
  units: CargoUnit[];
  /** With the line or the place in the list as field. */
  faults: Fault[];
}

export function readManifest(text: string): Read {
  const trimmed = text.trim();
  if (trimmed === "") return { units: [], faults: [fault("manifest", "is empty", `CSV with the columns ${COLUMNS.join(", ")}, or a JSON list`)] };
  const read = /^[[{]/.test(trimmed) ? fromJson(trimmed) : fromCsv(trimmed);
  if (read.units.length > MOST_UNITS) read.faults.push(fault("manifest", `has ${read.units.length} units`, `${MOST_UNITS} at most`));
  const seen = new Set<string>();
  for (const { unitId } of read.units) {
    if (seen.has(unitId)) read.faults.push(fault(unitId, "is there twice", "each unit once"));
    seen.add(unitId);
  }
  return read;
}

/** What the fields mean is the port's to judge; here only the form is. */
function fromJson(text: string): Read {
  try {
    const parsed: unknown = JSON.parse(text);
    const list: unknown = Array.isArray(parsed) ? parsed : (parsed as { units?: unknown }).units;
    if (!Array.isArray(list)) return { units: [], faults: [fault("manifest", "has no list of units", "a list, or an object with units")] };
    const faults = list.flatMap((one: unknown, place) => (isUnit(one) ? [] : [fault(`[${place}]`, "is no unit", "an object with unitId and type")]));
    return { units: list.filter(isUnit), faults };
  } catch (error) {
    return { units: [], faults: [fault("manifest", `is no JSON: ${error instanceof Error ? error.message : ""}`, "a list of units")] };
  }
}

function isUnit(one: unknown): one is CargoUnit {
  return typeof one === "object" && one !== null && typeof (one as CargoUnit).unitId === "string";
}

function fromCsv(text: string): Read {
  const separator = [";", "\t", ","].find((one) => (text.split("\n", 1)[0] ?? "").includes(one)) ?? ",";
  const [head = [], ...lines] = rows(text, separator);
  const columns = head.map((name) => COLUMNS.find((one) => one.toLowerCase() === name.trim().toLowerCase()) ?? null);
  const unknown = head.filter((_, place) => columns[place] === null);
  const faults = unknown.map((name) => fault("line 1", `has the column "${name.trim()}"`, COLUMNS.join(", ")));
  if (!columns.includes("unitId")) faults.push(fault("line 1", "has no column unitId", COLUMNS.join(", ")));
  if (faults.length > 0) return { units: [], faults };
  const units = lines.flatMap((cells, place) => {
    if (cells.every((cell) => cell.trim() === "")) return [];
    if (cells.length > columns.length) faults.push(fault(`line ${place + 2}`, `has ${cells.length} fields`, `${columns.length}, as the first line`));
    const values = new Map<Column, string>();
    columns.forEach((column, at) => {
      const value = cells[at]?.trim() ?? "";
      if (column && value !== "") values.set(column, value);
    });
    return [unitOf(values)];
  });
  return { units, faults };
}

/** An empty field is absent, never zero. */
function unitOf(values: ReadonlyMap<Column, string>): CargoUnit {
  const unit: Record<string, unknown> = { unitId: values.get("unitId") ?? "", type: values.get("type")?.toUpperCase() };
  const declared = values.get("declaredKilograms");
  if (declared !== undefined) unit["declared"] = { kilograms: figure(declared), basis: values.get("basis")?.toUpperCase() ?? "DRIVER" };
  const weighed = values.get("weighedKilograms");
  if (weighed !== undefined) {
    unit["weighed"] = only({
      kilograms: figure(weighed),
      u95Kilograms: values.has("u95Kilograms") ? figure(values.get("u95Kilograms") ?? "") : undefined,
      instrument: values.get("instrument"),
      certificate: values.get("certificate"),
      at: values.has("weighedAt") ? utc(values.get("weighedAt") ?? "") : undefined,
    });
  }
  const position = values.get("positionMetres");
  if (position !== undefined) unit["positionMetres"] = figure(position);
  const goods = values.get("dangerousGoods");
  if (goods !== undefined) unit["dangerousGoods"] = goods.split(/\s*\|\s*/);
  for (const name of ["lane", "description"] as const) {
    if (values.has(name)) unit[name] = values.get(name);
  }
  return unit as unknown as CargoUnit;
}

function only(fields: Record<string, unknown>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

/** RFC 4180: quotes around a field, doubled within; line ends of any kind. */
function rows(text: string, separator: string): string[][] {
  const all: string[][] = [[""]];
  let quoted = false;
  for (let at = 0; at < text.length; at++) {
    const letter = text[at] ?? "";
    const row = all[all.length - 1] ?? [];
    const last = row.length - 1;
    if (quoted && letter === '"' && text[at + 1] === '"') {
      row[last] += letter;
      at++;
    } else if (letter === '"' && (quoted || row[last] === "")) quoted = !quoted;
    else if (quoted) row[last] += letter;
    else if (letter === separator) row.push("");
    else if (letter === "\n") all.push([""]);
    else if (letter !== "\r") row[last] += letter;
  }
  return all;
}

function fault(field: string, detail: string, allowed: string): Fault {
  return { field, detail, allowed };
}
