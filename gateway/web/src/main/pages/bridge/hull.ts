import { byId, setAttribute, setText, show, svg } from "../shared/dom";
import { number } from "../shared/format";
import { isUsable } from "../shared/quality";
import type { Channel } from "../shared/contract";

/**
 * The ship from starboard, bow to the right, with the waterline as the draught marks have it. The
 * limit stands at a fixed height; draughts are drawn on that scale, steeper than life, and the
 * ruler on the left says so.
 */

const WIDTH = 808;
const HEIGHT = 196;
const KEEL_Y = 180;
const DECK_Y = 52;
const LIMIT_Y = 92;
/** Where a ship without a configured limit has this draught. */
const DEFAULT_LIMIT_METRES = 5;
const STATION_X = { aft: 135, midship: 404, forward: 673 } as const;
const RING_X = 404;
const RING_RADIUS = 13;
const WATER_ENDS = { left: 44, right: 800 } as const;

export type Station = keyof typeof STATION_X;
export const STATIONS: readonly Station[] = ["aft", "midship", "forward"];
export const SIDES = ["port", "starboard"] as const;

const HULL =
  `M62 ${DECK_Y} L62 104 Q64 126 92 142 L118 168 Q128 ${KEEL_Y} 146 ${KEEL_Y} L664 ${KEEL_Y} ` +
  `Q700 ${KEEL_Y} 722 176 Q752 170 754 154 Q754 142 732 138 Q728 110 752 78 L780 36 L706 36 ` +
  `L694 ${DECK_Y} Z`;
const HOUSE = `M84 ${DECK_Y} V34 H132 V24 H560 L568 10 H604 L612 24 L624 34 L634 ${DECK_Y}`;
const FUNNEL = "M176 24 L180 8 H208 L212 24";

export class Hull {
  private readonly water = svg("path", { class: "hull-water" });
  private readonly line = svg("path", { class: "hull-waterline" });
  private readonly over = svg("path", { class: "hull-over" });
  private readonly limit = svg("g", { class: "hull-limit" });
  private readonly limitText = svg("text", {
    class: "hull-limit-text",
    x: (STATION_X.midship + STATION_X.forward) / 2,
    "text-anchor": "middle",
  });
  private readonly ruler = svg("g", { class: "hull-ruler" });
  private readonly noLine = svg("text", {
    class: "hull-missing",
    x: (STATION_X.aft + STATION_X.midship) / 2,
    y: 136,
    "text-anchor": "middle",
  });
  private readonly dots = STATIONS.map((station) =>
    svg("circle", { class: "hull-dot", cx: STATION_X[station], r: 5 }),
  );
  private readonly leaders = STATIONS.map((station) =>
    svg("path", { class: "hull-leader", "data-station": station }),
  );
  private rulerScale = 0;

  constructor() {
    setText(this.noLine, "no waterline: too few draughts");
    this.drawLimit();
    byId("hull").append(
      svg(
        "svg",
        { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": "hull profile with waterline" },
        svg("path", { class: "hull-house", d: FUNNEL }),
        svg("path", { class: "hull-house", d: HOUSE }),
        svg("path", { class: "hull-body", d: HULL }),
        this.water,
        this.over,
        svg("path", { class: "hull-edge", d: HULL }),
        ...this.leaders,
        this.limit,
        this.line,
        this.limitText,
        ...this.dots,
        this.ruler,
        this.noLine,
      ),
    );
  }

  /**
   * @param channels by path
   * @param limitMetres null when the ship has none configured
   * @param exceeded whether the gateway says so: an end that trim has put deeper is no excess
   */
  update(channels: Map<string, Channel>, limitMetres: number | null, exceeded: boolean, mark: string): void {
    const scale = (KEEL_Y - LIMIT_Y) / (limitMetres ?? DEFAULT_LIMIT_METRES);
    const marks = STATIONS.map((station) => ({ station, metres: stationMean(channels, station) }));
    const known = marks.filter((mark): mark is Known => mark.metres !== null);
    const points = known.map((mark): Point => [STATION_X[mark.station], KEEL_Y - mark.metres * scale]);
    this.drawRuler(scale);
    this.drawWater(points, points.length < STATIONS.length);
    this.drawOver(points, limitMetres !== null && exceeded);
    marks.forEach((mark, place) => this.drawMark(place, mark.metres, scale));
    show(this.limit, limitMetres !== null);
    setText(this.limitText, limitMetres === null ? "" : `${mark === "" ? "limit" : `mark ${mark}, limit`} ${number(limitMetres, 2)} m`);
    // Above the line, or below it when the water stands there.
    const waterY = points.length < 2 ? KEEL_Y : (points.at(-1)?.[1] ?? KEEL_Y);
    setAttribute(this.limitText, "y", waterY < LIMIT_Y ? LIMIT_Y + 21 : LIMIT_Y - 8);
  }

  private drawLimit(): void {
    this.limit.append(
      svg("path", { class: "hull-limit-line", d: `M${WATER_ENDS.left} ${LIMIT_Y}H${WATER_ENDS.right}` }),
      svg("circle", { class: "hull-ring", cx: RING_X, cy: LIMIT_Y, r: RING_RADIUS }),
      svg("path", { class: "hull-ring", d: `M${RING_X - 24} ${LIMIT_Y}h48` }),
    );
  }

  private drawWater(points: Point[], incomplete: boolean): void {
    const drawn = points.length >= 2;
    show(this.noLine, !drawn);
    if (!drawn) {
      setAttribute(this.water, "d", null);
      setAttribute(this.line, "d", null);
      return;
    }
    const surface = toEnds(points);
    const path = surface.map(([x, y]) => `${x} ${seen(y)}`).join("L");
    setAttribute(this.line, "d", `M${path}`);
    setAttribute(this.line, "data-incomplete", incomplete ? "" : null);
    setAttribute(this.water, "d", `M${path}L${WATER_ENDS.right} ${HEIGHT}H${WATER_ENDS.left}Z`);
  }

  /** Hatches what lies between the limit and a waterline above it. */
  private drawOver(points: Point[], limited: boolean): void {
    const surface = points.length >= 2 && limited ? toEnds(points) : [];
    const over = surface.some(([, y]) => y < LIMIT_Y - 0.5);
    if (!over) {
      setAttribute(this.over, "d", null);
      return;
    }
    const top = surface.map(([x, y]) => `${x} ${seen(Math.min(y, LIMIT_Y))}`).join("L");
    setAttribute(this.over, "d", `M${top}L${WATER_ENDS.right} ${LIMIT_Y}H${WATER_ENDS.left}Z`);
  }

  private drawMark(place: number, metres: number | null, scale: number): void {
    const dot = this.dots[place];
    const leader = this.leaders[place];
    const station = STATIONS[place];
    if (!dot || !leader || !station) return;
    const y = metres === null ? KEEL_Y : KEEL_Y - metres * scale;
    show(dot, metres !== null);
    setAttribute(dot, "cy", seen(y));
    setAttribute(leader, "d", `M${STATION_X[station]} ${seen(y)}V${HEIGHT}`);
  }

  private drawRuler(scale: number): void {
    if (scale === this.rulerScale) return;
    this.rulerScale = scale;
    const top = Math.floor((KEEL_Y - DECK_Y) / scale);
    const step = top > 10 ? 5 : top > 5 ? 2 : 1;
    const children: Element[] = [svg("path", { d: `M36 ${KEEL_Y}V${DECK_Y}` })];
    for (let metres = 0; metres <= top; metres++) {
      const y = KEEL_Y - metres * scale;
      const labelled = metres % step === 0;
      children.push(svg("path", { d: `M36 ${y.toFixed(1)}h${labelled ? -8 : -5}` }));
      if (labelled) {
        const label = svg("text", { x: 24, y: (y + 6).toFixed(1), "text-anchor": "end" });
        label.textContent = String(metres);
        children.push(label);
      }
    }
    this.ruler.replaceChildren(...children);
  }
}

/** A shift that nobody sees is not painted. */
function seen(y: number): number {
  return Math.round(y * 2) / 2;
}

type Point = [number, number];
interface Known {
  station: Station;
  metres: number;
}

/** The mean of both sides; one side alone is not the middle of a ship that may list. */
function stationMean(channels: Map<string, Channel>, station: Station): number | null {
  const sides = SIDES.map((side) => channels.get(`hull.draught.${station}.${side}`));
  const [port, starboard] = sides;
  return isUsable(port) && isUsable(starboard) ? (port.value + starboard.value) / 2 : null;
}

/** Carries the first and the last leg on to the ends of the picture. */
function toEnds(points: Point[]): Point[] {
  const first = extend(points[1], points[0], WATER_ENDS.left);
  const last = extend(points.at(-2), points.at(-1), WATER_ENDS.right);
  return [first, ...points, last];
}

function extend(from: Point | undefined, to: Point | undefined, x: number): Point {
  if (!from || !to) return [x, LIMIT_Y];
  const slope = (to[1] - from[1]) / (to[0] - from[0]);
  return [x, to[1] + slope * (x - to[0])];
}
