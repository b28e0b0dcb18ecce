import { byId, el, setAttribute, setText, show } from "../shared/dom";
import { Dialog } from "../shared/dialog";
import { listen } from "../shared/live";
import { Palette } from "../shared/palette";
import { hasFigure, preferred } from "../shared/quality";
import type { Position } from "../shared/seachart";
import { Veil } from "../shared/veil";
import { Berths } from "./berths";
import { CallForms, type Known } from "./callforms";
import { Calls, OLD_SECONDS } from "./calls";
import { PortClient } from "./client";
import { words } from "./forms";
import { Key } from "./key";
import { PortChart } from "./map";
import { heardAgain, readCalls, readOpened, type Call, type Opened } from "./model";
import { may, OpenedCall } from "./opened";
import { berths, NO_MAP, portMap, ports, type PortMap } from "./portmap";
import type { ShipKeys } from "./signature";
import type { Fleet, VesselDetail } from "../shared/contract";
import type { Problem } from "./contract";

/** The port page: the stream says that the shore lives; the book is asked every few seconds. */

const BOOK_MILLIS = 3000;
const VESSELS_MILLIS = 4000;
/** Most vessels whose position is asked for. */
const MOST_VESSELS = 40;
const PORT_KEY = "plimsoll.port";

let fleet: Fleet | null = null;
let calls: readonly Call[] = [];
let opened: Opened | null = null;
let openedId = decodeURIComponent(location.hash.slice(1));
let voyage = "";
let port = localStorage.getItem(PORT_KEY) ?? "";
let map: PortMap = NO_MAP;
let mapRead = false;
let shipKeys: ShipKeys = new Map();
let lastBook = -BOOK_MILLIS;
let lastVessels = -VESSELS_MILLIS;
let busy = false;
const details = new Map<string, VesselDetail>();

const veil = new Veil();
const dialog = new Dialog();
const client = new PortClient();
const key = new Key(client, dialog, () => void begin());
const forms = new CallForms(client, dialog, (call) => open(call));
const list = new Calls((call) => open(call.id));
const plan = new Berths();
const chart = new PortChart((vessel) => {
  const hers = calls.find((call) => call.entry.record.vessel === vessel);
  if (hers) open(hers.id);
});
const card = new OpenedCall(client, dialog, forms, now, chooseVoyage, soon, () => draw());
const choice = byId("port") as HTMLSelectElement;

new Palette().onChange(() => chart.redraw());
choice.addEventListener("change", () => choosePort(choice.value));
byId("new-call").addEventListener("click", () => forms.create(known()));
listen<Fleet>("/api/v1/stream", "vessels", take);
void begin();

function now(): string {
  return fleet?.time ?? new Date().toISOString();
}

/** With this key, or another one. */
async function begin(): Promise<void> {
  await key.look();
  show(byId("new-call"), may(key.author, "call"));
  if (key.author && !mapRead) await readMap();
  soon();
}

async function readMap(): Promise<void> {
  const [reply, keys] = await Promise.all([client.get<unknown>("port-map"), client.get<{ items: { vessel: string; key: string }[] }>("signing-keys")]);
  if (!reply.ok || !keys.ok) return;
  shipKeys = new Map(keys.value.items.map((one) => [one.vessel, one.key]));
  mapRead = true;
  map = portMap(reply.value);
  const known = ports(map);
  if (!known.has(port)) port = known.keys().next().value ?? "";
  choice.replaceChildren(...[...known].map(([code, name]) => el("option", { value: code }, `${name} ${code}`)), el("option", { value: "" }, "all ports"));
  choice.value = port;
  chart.show(map);
  chart.look(map, port);
}

function choosePort(code: string): void {
  port = code;
  localStorage.setItem(PORT_KEY, code);
  chart.look(map, code);
  soon();
}

function take(message: Fleet): void {
  fleet = message;
  veil.live(message.time);
  calls = calls.map((call) => heardAgain(call, message));
  draw();
  void refresh();
}

function soon(): void {
  lastBook = -BOOK_MILLIS;
  void refresh();
}

/** One round at a time, and one per period. */
async function refresh(): Promise<void> {
  const time = performance.now();
  if (busy || !key.author || time - lastBook < BOOK_MILLIS) return;
  busy = true;
  lastBook = time;
  const asked = openedId;
  const reply = await readCalls(client, fleet, port);
  told(reply.ok ? null : reply.problem);
  if (reply.ok) calls = reply.value;
  if (time - lastVessels >= VESSELS_MILLIS) {
    lastVessels = time;
    await readVessels();
  }
  const call = calls.find((one) => one.id === asked);
  const whole = call ? await readOpened(client, call, voyage, details.get(call.entry.record.vessel) ?? null) : null;
  opened = whole?.ok ? whole.value : null;
  busy = false;
  if (asked !== openedId) soon();
  else draw();
}

async function readVessels(): Promise<void> {
  const called = calls.map((call) => call.entry.record.vessel);
  const others = fleet?.vessels.map((vessel) => vessel.id) ?? [];
  const ids = [...new Set([...called, ...others])].slice(0, MOST_VESSELS);
  await Promise.all(
    ids.map(async (id) => {
      const reply = await client.get<VesselDetail>(`vessels/${encodeURIComponent(id)}`);
      if (reply.ok) details.set(id, reply.value);
    }),
  );
}

function draw(): void {
  list.update(calls, openedId, now());
  plan.update(berths(map, port), calls, now());
  chart.place(positions(), opened?.call.entry.record.vessel ?? "");
  show(byId("opened"), opened !== null);
  const call = calls.find((one) => one.id === openedId);
  if (opened && call) card.update({ ...opened, call }, known(), map, shipKeys);
}

function positions(): Position[] {
  return [...details.values()].flatMap((vessel) => {
    const channels = preferred(vessel.channels ?? []);
    const latitude = channels.get("navigation.position.latitude");
    const longitude = channels.get("navigation.position.longitude");
    if (!hasFigure(latitude) || !hasFigure(longitude)) return [];
    const ageSeconds = fleet?.vessels.find((one) => one.id === vessel.id)?.ageSeconds ?? latitude.ageSeconds ?? Infinity;
    return [{ id: vessel.id, name: vessel.name || vessel.id, latitude: latitude.value, longitude: longitude.value, ageSeconds, isOld: ageSeconds > OLD_SECONDS }];
  });
}

function known(): Known {
  return { author: key.author, vessels: fleet?.vessels.map((one) => one.id) ?? [], ports: [...ports(map).keys()], port, berths: berths(map, port) };
}

function open(id: string): void {
  openedId = id;
  voyage = "";
  opened = null;
  history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  draw();
  soon();
}

function chooseVoyage(number: string): void {
  voyage = number;
  soon();
}

/** What keeps the book from being read; null when nothing does. */
function told(problem: Problem | null): void {
  const box = byId("book-problem");
  show(box, problem !== null);
  box.replaceChildren(...(problem ? words(problem) : []));
  setAttribute(byId("calls-table"), "data-old", problem ? "yes" : null);
  if (problem?.status === 401) void key.look();
  setText(byId("port-name"), ports(map).get(port) ?? "");
}
