import { byId, show } from "../shared/dom";
import { listen } from "../shared/live";
import { Palette } from "../shared/palette";
import { Veil } from "../shared/veil";
import { CompletenessCard } from "./completeness";
import { FleetMap } from "./fleetmap";
import { HistoryCard } from "./history";
import { LinkCard } from "./linkcard";
import { read, vesselPath } from "./reads";
import { Span } from "./span";
import { Vessel } from "./vessel";
import { Vessels } from "./vessels";
import { Voyages } from "./voyages";
import type { Completeness, Fleet, VesselDetail } from "../shared/contract";

/** The fleet page: the stream says which vessels there are; the chosen one is asked for. */

const DETAIL_MILLIS = 1500;
const COMPLETENESS_MILLIS = 5000;
/** How often it is looked whether charts and track have become old. */
const HISTORY_MILLIS = 2000;
const BOOK_MILLIS = 60_000;

let fleet: Fleet | null = null;
let selected = decodeURIComponent(location.hash.slice(1));

const veil = new Veil();
const span = new Span(now, () => {
  void history.load(true);
  void map.load(true);
});
const link = new LinkCard(now);
const history = new HistoryCard(span, (news) => link.late(news));
const map = new FleetMap(span, choose);
const voyages = new Voyages(now);
const vessels = new Vessels(choose);
const vessel = new Vessel((path) => history.choose(path));
const completeness = new CompletenessCard();

const detailSoon = paced(DETAIL_MILLIS, loadDetail);
const completenessSoon = paced(COMPLETENESS_MILLIS, loadCompleteness);
const historySoon = paced(HISTORY_MILLIS, async () => {
  await Promise.all([history.load(), map.load()]);
});
const bookSoon = paced(BOOK_MILLIS, async () => {
  await Promise.all([voyages.load(selected), link.bytes()]);
});

new Palette().onChange(() => {
  history.redraw();
  map.redraw();
});
listen<Fleet>("/api/v1/stream", "vessels", take);

function now(): number {
  return fleet ? Date.parse(fleet.time) : Date.now();
}

function take(message: Fleet): void {
  fleet = message;
  veil.live(message.time);
  const another = !message.vessels.some((one) => one.id === selected);
  if (another) selected = message.vessels[0]?.id ?? "";
  vessels.update(message, selected);
  map.update(message, selected);
  show(byId("vessel"), selected !== "");
  if (selected === "") return;
  void detailSoon(false);
  void completenessSoon(false);
  void historySoon(false);
  void bookSoon(another);
}

function choose(id: string): void {
  selected = id;
  window.history.replaceState(null, "", `#${encodeURIComponent(id)}`);
  if (fleet) {
    vessels.update(fleet, selected);
    map.update(fleet, selected);
  }
  void detailSoon(true);
  void completenessSoon(true);
  void bookSoon(true);
}

async function loadDetail(): Promise<void> {
  const asked = selected;
  const detail = await read<VesselDetail>(vesselPath(asked));
  if (detail && asked === selected) {
    vessel.update(detail);
    history.update(detail);
    map.follow(detail);
    link.follow(detail);
  }
}

async function loadCompleteness(): Promise<void> {
  const asked = selected;
  const told = await read<Completeness>(`${vesselPath(asked)}/completeness`);
  if (told && asked === selected) completeness.update(told);
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
