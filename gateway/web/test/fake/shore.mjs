// What a shore may say of its vessels.
import { STATES } from "./states.mjs";

export function fleet(n, state = "normal", now = Date.now()) {
  const ago = (seconds) => new Date(now - seconds * 1000).toISOString();
  const name = STATES[state]?.(n).vessel.name ?? "MV Rajin Star";
  const vessels = [
    { id: "imo9876543", name, online: true, origin: state === "trouble" ? "SIMULATED" : "LIVE", since: ago(7200), lastHeard: ago(1.2), ageSeconds: 1.2, stored: 48_170 + n * 30, holes: state === "trouble" ? 2 : 0, alerts: state === "normal" ? 0 : 3 },
    { id: "imo9074729", name: "Harald Viking", online: true, origin: "LIVE", since: ago(90_000), lastHeard: ago(40), ageSeconds: 40, stored: 1_204_331, holes: 0, alerts: 0 },
    { id: "mmsi273000111", name: "\u0412\u0435\u0433\u0430", online: false, origin: "SIMULATED", since: ago(560), lastHeard: ago(560), ageSeconds: 560, stored: 88_120, holes: 1, alerts: 2 },
    { id: "imo9321483", name: "Aurora", online: false, origin: "LIVE", since: null, lastHeard: null, ageSeconds: null, stored: 0, holes: 0, alerts: 0 },
  ];
  return { time: new Date(now).toISOString(), vessels };
}

export function detail(id, n, state = "normal") {
  const summary = fleet(n, state).vessels.find((vessel) => vessel.id === id) ?? fleet(n, state).vessels[0];
  const aboard = (STATES[state] ?? STATES.normal)(n);
  return { ...summary, channels: summary.stored === 0 ? [] : aboard.channels, alerts: aboard.alerts, limits: aboard.limits, streams: [] };
}

export function completeness(state = "normal") {
  const troubled = state === "trouble";
  return {
    vessel: "imo9876543",
    streams: [
      {
        stream: "5f0c7a3e9b1d4c2a8e6f7a1b2c3d4e5f",
        first: 1,
        last: 1480,
        stored: 48_170,
        gaps: troubled ? [{ first: 300, last: 420, readings: 3630, reason: "THINNED" }] : [],
        holes: troubled ? [{ first: 1200, last: 1219 }, { first: 1400, last: 1400 }] : [],
      },
      { stream: "a1b2c3d4e5f60718293a4b5c6d7e8f90", first: 1, last: 212, stored: 6320, gaps: [], holes: [] },
    ],
  };
}

export function history(parameters, now = Date.now()) {
  const to = time(parameters.get("to"), now);
  const from = time(parameters.get("from"), to - 600_000);
  const path = parameters.get("path") ?? "hull.draught.mean";
  const points = [];
  const gap = [from + (to - from) * 0.55, from + (to - from) * 0.66];
  const base = path.includes("draught") ? 5.0 : path.includes("cargo") ? 850_000 : path.includes("speed") ? 6.3 : 1;
  for (let i = 0; i <= 400; i++) {
    const at = Math.round(from + ((to - from) * i) / 400);
    const inside = at > gap[0] && at < gap[1];
    points.push([at, inside ? null : base * (1 + 0.012 * Math.sin(at / 60_000) + 0.004 * Math.sin(at / 7_000) + 0.02 * (i / 400))]);
  }
  return { path, unit: path.includes("cargo") ? "kg" : path.includes("speed") ? "m/s" : "m", source: null, from, to, points, gaps: [gap.map(Math.round)] };
}

/** The same aboard, for several paths at once. */
export function histories(parameters, now = Date.now()) {
  const series = parameters.getAll("path").map((path) => {
    const one = new URLSearchParams(parameters);
    one.set("path", path);
    return { title: path, ...history(one, now), source: "survey" };
  });
  return { from: parameters.get("from"), to: parameters.get("to"), stepMillis: 6000, whole: true, series };
}

function time(text, otherwise) {
  if (text === null) return otherwise;
  return /^\d+$/.test(text) ? Number(text) : Date.parse(text);
}
