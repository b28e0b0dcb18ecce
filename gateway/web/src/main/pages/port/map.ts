import { circleMarker, geoJSON, latLngBounds } from "leaflet";
import { byId, el, setText } from "../shared/dom";
import { number } from "../shared/format";
import { SeaChart, type Position } from "../shared/seachart";
import type { PortFeature, PortMap } from "./portmap";

/** A berth is seen at this zoom. */
const NEAREST_ZOOM = 17;

/** The port's own map, with the vessels on it. */
export class PortChart {
  private readonly sea: SeaChart;

  /** @param choose called with the id of a vessel that was pressed */
  constructor(choose: (vessel: string) => void) {
    this.sea = new SeaChart(choose, NEAREST_ZOOM);
  }

  /** Draws what the port has drawn itself. */
  show(port: PortMap): void {
    for (const feature of port.features) this.draw(feature);
    setText(byId("map-said"), port.features.length === 0 ? "the port has no map of its own" : "");
  }

  /** @param unlocode of the port to look at; empty for all */
  look(port: PortMap, unlocode: string): void {
    const bounds = latLngBounds([]);
    for (const feature of port.features) {
      if (unlocode === "" || feature.unlocode === unlocode) bounds.extend(geoJSON(feature.geometry).getBounds());
    }
    this.sea.look(bounds);
  }

  place(positions: readonly Position[], opened: string): void {
    this.sea.place(positions, opened);
  }

  /** After a change of the palette. */
  redraw(): void {
    this.sea.redraw();
  }

  private draw(feature: PortFeature): void {
    const layer = geoJSON(feature.geometry, {
      style: { className: `map-area map-${feature.kind}` },
      pointToLayer: (_, at) => circleMarker(at, { radius: 4, className: "map-area map-point", renderer: this.sea.lines }),
    }).addTo(this.sea.map);
    const depth = feature.depthMetres === null ? "" : `, ${number(feature.depthMetres, 1)} m`;
    if (feature.name !== "" || depth !== "") {
      layer.bindTooltip(el("span", {}, feature.name + depth), { permanent: feature.kind === "berth" || feature.kind === "channel", direction: "bottom", className: "map-label is-place" });
    }
  }
}
