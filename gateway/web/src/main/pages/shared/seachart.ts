import { canvas, circleMarker, latLngBounds, map as leafletMap, polygon, svg, type CircleMarker, type LatLngBounds, type Map as LeafletMap, type Polygon } from "leaflet";
import landFile from "world-atlas/land-50m.json";
import { byId, el, setText, show } from "./dom";
import { duration } from "./format";
import { land, type Topology } from "./coast";

/** A map with the vessels on it. No tiles; the coastline only where its errors are small. */

/** Nearer than this the coastline's errors, some kilometres, would be taken for land. */
const COAST_ZOOM = 8;
const FIRST_ZOOM = 4;
const SCALE_PIXELS = 110;
const METRES_PER_MILE = 1852;

export interface Position {
  id: string;
  name: string;
  latitude: number;
  longitude: number;
  ageSeconds: number;
  isOld: boolean;
}

export class SeaChart {
  readonly map: LeafletMap;
  /** What is drawn as lines and marks, and so follows the style sheet. */
  readonly lines = svg({ padding: 0.5 });
  private readonly vessels = new Map<string, { mark: CircleMarker; label: HTMLElement }>();
  private coast: Polygon | null = null;
  private asked = false;
  private begun = false;
  private home: LatLngBounds | null = null;

  /**
   * @param choose called with the id of a vessel that was pressed
   * @param nearest zoom at which a small home is shown
   */
  constructor(
    private readonly choose: (vessel: string) => void,
    private readonly nearest: number,
  ) {
    this.map = leafletMap(byId("map"), {
      attributionControl: false,
      zoomControl: false,
      zoomAnimation: false,
      fadeAnimation: false,
      markerZoomAnimation: false,
      inertia: false,
      zoomSnap: 0.5,
      minZoom: 1,
      maxZoom: 19,
      worldCopyJump: true,
    });
    for (const [name, step] of [["map-in", 1], ["map-out", -1]] as const) byId(name).addEventListener("click", () => this.map.setZoom(this.map.getZoom() + step));
    byId("map-home").addEventListener("click", () => this.goHome());
    new ResizeObserver(() => this.map.invalidateSize({ animate: false })).observe(byId("map"));
  }

  /** Goes to where home is from now on; without bounds it is where the first vessels are. */
  look(bounds: LatLngBounds | null): void {
    this.keep(bounds);
    this.goHome();
  }

  /** Where home is from now on; nothing moves. */
  keep(bounds: LatLngBounds | null): void {
    this.home = bounds?.isValid() ? bounds.pad(0.1) : null;
  }

  /** Puts each vessel where she was last; one that is silent turns hollow and stays. */
  place(positions: readonly Position[], opened: string): void {
    // A map that looks nowhere yet draws nothing: how a mark stands would be lost on it.
    if (!this.home && positions.length > 0) this.look(latLngBounds(positions.map((one) => [one.latitude, one.longitude])));
    const wanted = new Set(positions.map((one) => one.id));
    for (const [id, { mark }] of this.vessels) {
      if (!wanted.has(id)) {
        mark.remove();
        this.vessels.delete(id);
      }
    }
    for (const position of positions) {
      const { mark, label } = this.vessels.get(position.id) ?? this.newVessel(position);
      mark.setLatLng([position.latitude, position.longitude]);
      setText(label, `${position.name}${position.isOld ? `, ${duration(position.ageSeconds)} ago` : ""}`);
      mark.getElement()?.classList.toggle("is-old", position.isOld);
      mark.getElement()?.classList.toggle("is-opened", position.id === opened);
    }
  }

  /** After a change of the palette: the coastline is paint, not style. */
  redraw(): void {
    this.coast?.setStyle({ fillColor: colour("--instrument-frame-tertiary-color"), color: colour("--quiet") });
  }

  private newVessel(position: Position): { mark: CircleMarker; label: HTMLElement } {
    const label = el("span");
    const mark = circleMarker([position.latitude, position.longitude], { radius: 7, className: "map-vessel", renderer: this.lines })
      .bindTooltip(label, { permanent: true, direction: "right", offset: [8, 0], className: "map-label" })
      .addTo(this.map);
    mark.on("click", () => this.choose(position.id));
    const made = { mark, label };
    this.vessels.set(position.id, made);
    return made;
  }

  /** The first look begins the map; before it nothing is fetched. */
  goHome(): void {
    if (this.home) this.map.fitBounds(this.home, { animate: false, maxZoom: this.nearest });
    else this.map.setView([30, 20], FIRST_ZOOM, { animate: false });
    if (this.begun) return;
    this.begun = true;
    this.map.on("zoomend moveend", () => this.moved());
    this.moved();
  }

  private moved(): void {
    this.scale();
    const far = this.map.getZoom() <= COAST_ZOOM;
    show(byId("map-coast"), far);
    if (far && !this.asked) void this.fetchCoast();
    if (!this.coast) return;
    if (far) this.coast.addTo(this.map).bringToBack();
    else this.coast.remove();
  }

  private async fetchCoast(): Promise<void> {
    this.asked = true;
    try {
      const reply = await fetch(landFile);
      const rings = land((await reply.json()) as Topology);
      this.coast = polygon(rings, { renderer: canvas({ padding: 0.3 }), interactive: false, weight: 1, fillOpacity: 0.35, smoothFactor: 1.5 });
      this.redraw();
      this.moved();
    } catch {
      // The map is drawn without it, and asks again when it is moved.
      this.asked = false;
    }
  }

  /** A bar in nautical miles of a round length, true in the middle of the map. */
  private scale(): void {
    const middle = this.map.getSize().y / 2;
    const widest = this.map.distance(this.map.containerPointToLatLng([0, middle]), this.map.containerPointToLatLng([SCALE_PIXELS, middle])) / METRES_PER_MILE;
    const power = 10 ** Math.floor(Math.log10(widest));
    const miles = [5, 2, 1].map((one) => one * power).find((one) => one <= widest) ?? power;
    byId("map-scale").style.width = `${((miles / widest) * SCALE_PIXELS).toFixed(0)}px`;
    setText(byId("map-scale"), `${Number(miles.toPrecision(1))} nm`);
  }
}

function colour(variable: string): string {
  return getComputedStyle(document.documentElement).getPropertyValue(variable).trim();
}
