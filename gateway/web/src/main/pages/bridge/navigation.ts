import { byId, setAttribute, setText } from "../shared/dom";
import { Figure } from "../shared/figure";
import { bearing, DASHES, displayOf, latitude, longitude, number } from "../shared/format";
import { hasFigure, note } from "../shared/quality";
import { Readable } from "../shared/readable";
import type { Channel } from "../shared/contract";

/** Where the ship is and how she moves. */

const DEPTHS = [
  { path: "environment.depth.belowKeel", label: "under keel" },
  { path: "environment.depth.belowTransducer", label: "depth" },
  { path: "environment.depth.belowSurface", label: "depth" },
];

export class Navigation {
  private readonly latitude = byId("latitude");
  private readonly longitude = byId("longitude");
  private readonly position = byId("position");
  private readonly positionChip = byId("position-chip");
  private readonly positionAge = byId("position-age");
  private readonly readable = new Readable();
  private readonly figures = new Map<string, Figure>();
  private depth: { path: string; figure: Figure } | undefined;

  constructor(private readonly open: (path: string) => void) {
    this.position.addEventListener("click", () => open("navigation.position.latitude"));
    this.add("navigation.speedOverGround", "SOG", "kn", "m/s");
    this.add("navigation.courseOverGroundTrue", "COG", "\u00b0", "");
    this.add("navigation.headingTrue", "heading", "\u00b0", "");
  }

  update(channels: Map<string, Channel>): void {
    const north = channels.get("navigation.position.latitude");
    const east = channels.get("navigation.position.longitude");
    const quality = north?.quality ?? "ABSENT";
    if (this.readable.mayChange() || this.position.dataset["quality"] !== quality) {
      setText(this.latitude, hasFigure(north) ? latitude(north.value) : DASHES);
      setText(this.longitude, hasFigure(east) ? longitude(east.value) : DASHES);
    }
    const said = note(north);
    setText(this.positionChip, said.chip);
    setText(this.positionAge, said.age);
    setAttribute(this.position, "data-quality", quality);
    for (const [path, figure] of this.figures) figure.update(channels.get(path));
    this.updateDepth(channels);
  }

  /** Shows the depth that this ship has; none fitted, no empty gauge. */
  private updateDepth(channels: Map<string, Channel>): void {
    const fitted = DEPTHS.find(({ path }) => (channels.get(path)?.quality ?? "ABSENT") !== "ABSENT");
    if (fitted && this.depth?.path !== fitted.path) {
      this.depth?.figure.root.remove();
      const figure = this.figure(fitted.path, fitted.label, "m", "m");
      this.depth = { path: fitted.path, figure };
      byId("movement").append(figure.root);
    }
    this.depth?.figure.update(channels.get(this.depth.path));
  }

  private add(path: string, label: string, unit: string, si: string): void {
    const figure = this.figure(path, label, unit, si);
    this.figures.set(path, figure);
    byId("movement").append(figure.root);
  }

  private figure(path: string, label: string, unit: string, si: string): Figure {
    const display = displayOf(path, si);
    const format = (value: number) =>
      unit === "\u00b0" ? bearing(value) : number(display.convert(value), display.decimals);
    return new Figure({ label, unit, format, size: "middle", onOpen: () => this.open(path) });
  }
}
