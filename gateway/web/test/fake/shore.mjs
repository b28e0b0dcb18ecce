// What a shore may say of its vessels.
import { STATES } from "./states.mjs";

/** Where vessels are, as the list tells it. */
const PLACES = { imo9876543: [42.302, 130.415, 2], imo9074729: [42.61, 131.02, 40], mmsi273000111: [42.95, 131.71, 560] };

export function fleet(n, state = "normal", now = Date.now()) {
  const ago = (seconds) => new Date(now - seconds * 1000).toISOString();
  const name = STATES[state]?.(n).vessel.name ?? "MV Rajin Star";
  const vessels = [
    { id: "imo9876543", name, online: true, origin: state === "trouble" ? "SIMULATED" : "LIVE", since: ago(7200), lastHeard: ago(1.2), ageSeconds: 1.2, stored: 48_170 + n * 30, holes: state === "trouble" ? 2 : 0, alerts: state === "normal" ? 0 : 3 },
    { id: "imo9074729", name: "Harald Viking", online: true, origin: "LIVE", since: ago(90_000), lastHeard: ago(40), ageSeconds: 40, stored: 1_204_331, holes: 0, alerts: 0 },
    { id: "mmsi273000111", name: "\u0412\u0435\u0433\u0430", online: false, origin: "SIMULATED", since: ago(560), lastHeard: ago(560), ageSeconds: 560, stored: 88_120, holes: 1, alerts: 2 },
    { id: "imo9321483", name: "Aurora", online: false, origin: "LIVE", since: null, lastHeard: null, ageSeconds: null, stored: 0, holes: 0, alerts: 0 },
  ];
  for (const vessel of vessels) {
    const [latitude, longitude, seconds] = PLACES[vessel.id] ?? [];
    vessel.position = latitude === undefined ? null : { latitude, longitude, time: ago(seconds) };
  }
  return { time: new Date(now).toISOString(), vessels };
}

export function detail(id, n, state = "normal") {
  const summary = fleet(n, state).vessels.find((vessel) => vessel.id === id) ?? fleet(n, state).vessels[0];
  const aboard = (STATES[state] ?? STATES.normal)(n);
  const own = [
    ["gateway.outbox.backlogAge", "Oldest in the backlog", "s", 4],
    ["gateway.link.up", "Link up", "1", 1],
    ["gateway.link.bytesToday", "Bytes over the link today", "B", 1_600_000],
  ].map(([path, title, unit, value]) => ({ path, title, unit, value, source: "gateway", quality: "GOOD", time: summary.lastHeard, ageSeconds: 4, preferred: true }));
  return { ...summary, channels: summary.stored === 0 ? [] : [...aboard.channels, ...own], alerts: aboard.alerts, limits: aboard.limits, streams: [] };
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
  const own = OWN[path];
  if (own) return { path, unit: "1", source: "gateway", from, to, points: own(from, to, now), gaps: [] };
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

/** What the shore tells of the ship's own state and place: a link that was down in the third quarter of the time. */
const OWN = {
  "gateway.outbox.backlogAge": (from, to) => along(from, to, (part) => (part > 0.5 && part < 0.75 ? ((part - 0.5) * (to - from)) / 1000 : 3)),
  "gateway.link.up": (from, to) => along(from, to, (part) => (part > 0.5 && part < 0.75 ? 0 : 1)),
  "gateway.link.bytesToday": (from, to, now) =>
    along(from, to, (part) => {
      const at = from + part * (to - from);
      const day = Math.floor(at / DAY);
      if (at > now || Math.floor(now / DAY) - day === 5) return null;
      return Math.round(((at - day * DAY) / DAY) * 1e6 * (2 + (day % 3)));
    }),
  "navigation.position.latitude": (from, to) => along(from, to, (part) => 42.62 - 0.318 * part + 0.05 * Math.sin(part * 4)),
  "navigation.position.longitude": (from, to) => along(from, to, (part) => 131.4 - 0.985 * part),
};
const DAY = 86_400_000;

function along(from, to, value) {
  return Array.from({ length: 673 }, (_, place) => [Math.round(from + ((to - from) * place) / 672), value(place / 672)]);
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

/** Three months of a ferry; not everything is known of every voyage. */
export function voyageStatistics(parameters, now = Date.now()) {
  const voyages = [];
  for (let at = Date.parse(parameters.get("from")) + 200 * DAY; at < now - DAY; at += 4.4 * DAY) {
    const nth = voyages.length;
    const back = nth % 2 === 1;
    const measured = nth % 3 === 0 ? null : 540_000 + nth * 4_000;
    const arrival = nth % 7 === 6 ? null : new Date(at + (7.1 + (nth % 5) * 0.4) * 3_600_000).toISOString();
    voyages.push({
      number: nth === 2 ? null : String(nth + 1),
      from: back ? "RUVVO" : "KPNAJ",
      to: back ? "KPNAJ" : "RUVVO",
      departure: new Date(at).toISOString(),
      arrival,
      hours: arrival === null ? null : 7.1 + (nth % 5) * 0.4,
      origin: nth % 6 === 5 ? "SIMULATED" : "LIVE",
      passengers: nth % 5 === 4 ? null : 120 + nth,
      declaredKilograms: 520_000,
      weighedKilograms: 531_000,
      measuredKilograms: measured,
      measuredU95Kilograms: measured === null ? null : 18_000,
      verdict: measured === null ? null : "MATCH",
      remarks: [...(arrival === null ? ["arrival not seen"] : []), ...(nth % 5 === 4 ? ["passengers not known"] : []), ...(measured === null ? ["measured cargo not known"] : [])],
    });
  }
  const months = [...new Set(voyages.map((one) => one.departure.slice(0, 7)))].map((month) => ({ month, ...summed(voyages.filter((one) => one.departure.startsWith(month))) }));
  return { vessel: parameters.get("vessel"), from: parameters.get("from"), to: new Date(now).toISOString(), all: summed(voyages), months, voyages, withheld: [] };
}

function summed(voyages) {
  const figure = (name) => {
    const known = voyages.map((one) => one[name]).filter((value) => value !== null);
    if (known.length === 0) return { voyages: 0, mean: null, least: null, most: null };
    return { voyages: known.length, mean: known.reduce((sum, value) => sum + value, 0) / known.length, least: Math.min(...known), most: Math.max(...known) };
  };
  const names = ["hours", "passengers", "declaredKilograms", "weighedKilograms", "measuredKilograms"];
  return { voyages: voyages.length, ...Object.fromEntries(names.map((name) => [name, figure(name)])) };
}
