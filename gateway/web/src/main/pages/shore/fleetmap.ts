import { latLngBounds, polyline, type Polyline } from "leaflet";
import { byId, el, setText, svg } from "../shared/dom";
import { count, duration } from "../shared/format";
import { SeaChart, type Position } from "../shared/seachart";
import type { Fleet, VesselDetail } from "../shared/contract";
import { readHistory } from "./reads";
import { LATE_AGE_SECONDS } from "./vessels";
import type { Span } from "./span";
import { AGES, fixes, legs } from "./track";

/** Where the vessels are, and where the chosen one has been. */

/** A ship at her berth and the harbour around her. */
const NEAREST_ZOOM = 15;
const BINS = 500;
const LATITUDE = "navigation.position.latitude";
const LONGITUDE = "navigation.position.longitude";

export class FleetMap {
  private readonly sea: SeaChart;
  private track: Polyline[] = [];
  private places: ReadonlyMap<string, [number, number]> = new Map();
  private vessel: VesselDetail | null = null;
  private asked = 0;
  private readAt = -Infinity;

  /** @param choose called with the id of a vessel that was pressed */
  constructor(
    private readonly span: Span,
    choose: (vessel: string) => void,
  ) {
    this.sea = new SeaChart(choose, NEAREST_ZOOM);
    byId("track-key").append(...AGES.map(({ name, words }) => el("span", { class: "line-name" }, sample(name), words)));
  }

  update(fleet: Fleet, selected: string): void {
    const known = fleet.vessels.filter((one) => one.position);
    this.sea.place(known.flatMap((one): Position[] => {
      if (!one.position) return [];
      const ageSeconds = Math.max(0, (Date.parse(fleet.time) - Date.parse(one.position.time)) / 1000);
      return [{ id: one.id, name: one.name || one.id, ...one.position, ageSeconds, isOld: ageSeconds > LATE_AGE_SECONDS }];
    }), selected);
    this.places = new Map(known.flatMap((one) => (one.position ? [[one.id, [one.position.latitude, one.position.longitude]] as const] : [])));
    const without = fleet.vessels.length - known.length;
    setText(byId("map-said"), without === 0 ? "" : `${count(without, "vessel")} without a position`);
  }

  /** Another vessel, or news of this one. */
  follow(vessel: VesselDetail): void {
    const another = this.vessel?.id !== vessel.id;
    this.vessel = vessel;
    if (another) void this.load(true);
  }

  /** Asks for the track; `now` whether or not it is time. */
  async load(now = false): Promise<void> {
    const vessel = this.vessel;
    if (!vessel || (!now && performance.now() - this.readAt < this.span.refreshMillis())) return;
    this.readAt = performance.now();
    const ask = ++this.asked;
    const { from, to } = this.span.window();
    const latitudes = await readHistory(vessel, LATITUDE, from, to, 2 * BINS);
    // Both halves of one receiver: two of them lie some metres apart.
    const longitudes = await readHistory(vessel, LONGITUDE, from, to, 2 * BINS, latitudes?.source);
    if (ask !== this.asked) return;
    const track = fixes(latitudes?.points ?? [], longitudes?.points ?? [], from, to, BINS);
    for (const line of this.track) line.remove();
    this.track = legs(track, from, to, BINS, to).map(({ age, fixes: of }) =>
      polyline(of.map((fix) => [fix.latitude, fix.longitude]), { className: `track track-${age}`, renderer: this.sea.lines, interactive: false }).addTo(this.sea.map).bringToBack(),
    );
    const bounds = latLngBounds(track.map((fix) => [fix.latitude, fix.longitude]));
    const place = this.places.get(vessel.id);
    if (place) bounds.extend(place);
    if (bounds.isValid()) {
      this.sea.keep(bounds);
      if (now) this.sea.goHome();
    }
    setText(byId("track-said"), track.length === 0 ? "no track in this range" : `track of ${duration(((track[track.length - 1]?.at ?? 0) - (track[0]?.at ?? 0)) / 1000)}, thinned`);
  }

  redraw(): void {
    this.sea.redraw();
  }
}

function sample(age: string): SVGSVGElement {
  return svg("svg", { class: "line-sample", viewBox: "0 0 30 8", "aria-hidden": "true" }, svg("line", { class: `track track-${age}`, x1: 0, y1: 4, x2: 30, y2: 4 }));
}
