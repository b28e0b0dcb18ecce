import type { GeoJsonObject } from "geojson";
import type { Deep } from "./depth";

/** The port's own GeoJSON, of which the page takes what it knows. */

export interface PortFeature {
  kind: string;
  name: string;
  unlocode: string;
  depthMetres: number | null;
  leastMetres: number | null;
  geometry: GeoJsonObject;
}

export interface PortMap {
  features: PortFeature[];
}

export const NO_MAP: PortMap = { features: [] };
const KINDS = ["port", "berth", "channel", "anchorage"];

/** @param json a FeatureCollection, or an empty object when the port has none */
export function portMap(json: unknown): PortMap {
  const features = (json as { features?: unknown }).features;
  return { features: Array.isArray(features) ? features.flatMap(feature) : [] };
}

function feature(json: { properties?: Record<string, unknown> | null; geometry?: GeoJsonObject | null }): PortFeature[] {
  const properties = json.properties ?? {};
  const text = (name: string) => (typeof properties[name] === "string" ? properties[name] : "");
  const metres = (name: string) => (typeof properties[name] === "number" && Number.isFinite(properties[name]) ? properties[name] : null);
  if (!json.geometry) return [];
  const kind = KINDS.includes(text("kind")) ? text("kind") : "other";
  return [{ kind, name: text("name"), unlocode: text("unlocode"), depthMetres: metres("depthMetres"), leastMetres: metres("minimumUnderKeelMetres"), geometry: json.geometry }];
}

/** The ports by code, with their names. */
export function ports(map: PortMap): Map<string, string> {
  return new Map(map.features.filter((one) => one.kind === "port" && one.unlocode !== "").map((one) => [one.unlocode, one.name]));
}

export function berths(map: PortMap, unlocode: string): string[] {
  return map.features.filter((one) => one.kind === "berth" && (unlocode === "" || one.unlocode === unlocode)).map((one) => one.name);
}

/** Channels of the port, and the berth that she lies at or is bound for. */
export function depths(map: PortMap, unlocode: string, berth: string): Deep[] {
  return map.features
    .filter((one) => one.unlocode === unlocode && (one.kind === "channel" || (one.kind === "berth" && one.name === berth)))
    .flatMap(({ name, kind, depthMetres, leastMetres }) => (depthMetres === null ? [] : [{ name, kind, depthMetres, leastMetres }]));
}
