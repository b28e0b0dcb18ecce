import { byId, show } from "../shared/dom";
import { listen } from "../shared/live";
import { Palette } from "../shared/palette";
import { Veil } from "../shared/veil";
import { CompletenessCard } from "./completeness";
import { HistoryCard } from "./history";
import { Vessel } from "./vessel";
import { Vessels } from "./vessels";
import type { Completeness, Fleet, VesselDetail } from "../shared/contract";

/** The shore page: the stream says which vessels there are; the chosen one is asked for. */

const DETAIL_MILLIS = 1500;
const COMPLETENESS_MILLIS = 5000;
const HISTORY_MILLIS = 10_000;

let fleet: Fleet | null = null;
let selected = decodeURIComponent(location.hash.slice(1));

const veil = new Veil();
const history = new HistoryCard(() => (fleet ? Date.parse(fleet.time) : Date.now()));
const vessels = new Vessels(choose);
const vessel = new Vessel((path) => history.choose(path));
const completeness = new CompletenessCard();

const detailSoon = paced(DETAIL_MILLIS, loadDetail);
const completenessSoon = paced(COMPLETENESS_MILLIS, loadCompleteness);
const historySoon = paced(HISTORY_MILLIS, () => history.load());

new Palette().onChange(() => history.redraw());
listen<Fleet>("/api/v1/stream", "vessels", take);

function take(message: Fleet): void {
  fleet = message;
  veil.live(message.time);
  if (!message.vessels.some((one) => one.id === selected)) selected = message.vessels[0]?.id ?? "";
  vessels.update(message, selected);
  show(byId("vessel"), selected !== "");
  if (selected === "") return;
  void detailSoon(false);
  void completenessSoon(false);
  void historySoon(false);
}

function choose(id: string): void {
  selected = id;
  window.history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  if (fleet) vessels.update(fleet, selected);
  void detailSoon(true);
  void completenessSoon(true);
}

async function loadDetail(): Promise<void> {
  const asked = selected;
  const detail = await read<VesselDetail>(`/api/v1/vessels/${encodeURIComponent(asked)}`);
  if (detail && asked === selected) {
    vessel.update(detail);
    history.update(detail);
  }
}

async function loadCompleteness(): Promise<void> {
  const asked = selected;
  const told = await read<Completeness>(`/api/v1/vessels/${encodeURIComponent(asked)}/completeness`);
  if (told && asked === selected) completeness.update(told);
}

async function read<T>(path: string): Promise<T | null> {
  try {
    const reply = await fetch(path);
    return reply.ok ? ((await reply.json()) as T) : null;
  } catch {
    // The stream tells of a shore that is gone; the next message asks again.
    return null;
  }
}

/** At most one at a time and one per period; `now` does not wait for the period. */
function paced(period: number, work: () => Promise<void>): (now: boolean) => Promise<void> {
  let last = -period;
  let busy = false;
  return async (now) => {
    const time = performance.now();
    if (!now && (busy || time - last < period)) return;
    last = time;
    busy = true;
    await work();
    busy = false;
  };
}
