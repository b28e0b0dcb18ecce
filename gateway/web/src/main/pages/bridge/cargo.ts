import { byId, el, setAttribute, setText, svg } from "../shared/dom";
import { Figure } from "../shared/figure";
import { number } from "../shared/format";
import { isUsable, note, word } from "../shared/quality";
import { Picture } from "../shared/readable";
import type { Channel, VesselState } from "../shared/contract";

/**
 * Limit, declared, weighed and measured on one scale, so that they can be compared at a glance.
 * The measured one has a band: with 95 % confidence the truth lies inside.
 */

const BAR_WIDTH = 250;
const BAR_HEIGHT = 30;
const BAR_TOP = 8;
const ROW_HEIGHT = BAR_HEIGHT + 2 * BAR_TOP;
/** The limit stands at this part of the scale, so that there is room to see an excess. */
const LIMIT_AT = 0.82;
const SCALE_STEPS = [50, 100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000];
const KILOGRAMS_PER_TONNE = 1000;

interface Bar {
  path: string;
  figure: Figure;
  fill: SVGRectElement;
  mark: SVGPathElement;
  over: SVGRectElement;
  limit: SVGPathElement;
  chip: HTMLElement;
  root: SVGSVGElement;
}

export class Cargo {
  private readonly bars: Bar[];
  private readonly passengers: Bar;
  private readonly band = svg("rect", { class: "bar-band", height: BAR_HEIGHT - 10, y: BAR_TOP + 5 });
  private readonly axis = svg("svg", { class: "bar-axis", viewBox: `0 0 ${BAR_WIDTH} 26` });
  private readonly said = byId("cargo-said");
  private readonly u95 = el("span", { class: "bar-u95" });
  private readonly picture = new Picture();
  private scale = "";

  constructor(open: (path: string) => void) {
    const parent = byId("cargo");
    this.bars = ["declared", "weighed", "measured"].map((name) =>
      bar(parent, name, `loading.cargo.${name}`, "t", tonnes, open),
    );
    const measured = this.bars[2];
    if (measured) {
      measured.root.insertBefore(this.band, measured.mark);
      measured.figure.root.append(this.u95);
    }
    parent.append(el("span"), this.axis, el("span"));
    this.passengers = bar(parent, "passengers", "passengers.onBoard", "", (n) => number(n, 0), open);
  }

  update(state: VesselState, channels: Map<string, Channel>): void {
    const all = [...this.bars, this.passengers];
    for (const one of all) label(one, channels.get(one.path));
    const limit = cargoLimit(state, channels);
    const qualities = all.map((one) => channels.get(one.path)?.quality);
    if (!this.picture.mayMove([...qualities, limit, state.limits.passengers, verdict(state)].join())) return;
    const values = this.bars.map((one) => tonnesOf(channels.get(one.path)));
    const full = limit === null ? niceFull(values) : limit / LIMIT_AT;
    this.drawAxis(full, limit);
    this.bars.forEach((one, place) => draw(one, values[place] ?? null, full, limit));
    this.drawBand(channels, full);
    setText(this.said, verdict(state) ?? difference(values));
    this.drawPassengers(state, channels);
  }

  private drawPassengers(state: VesselState, channels: Map<string, Channel>): void {
    const limit = state.limits.passengers ?? null;
    const channel = channels.get(this.passengers.path);
    const value = isUsable(channel) ? channel.value : null;
    const full = limit === null ? Math.max(100, (value ?? 0) * 1.2) : limit / LIMIT_AT;
    draw(this.passengers, value, full, limit);
    const unit = this.passengers.figure.root.querySelector(".figure-unit");
    if (unit) setText(unit, limit === null ? "" : `of ${number(limit, 0)}`);
  }

  private drawBand(channels: Map<string, Channel>, full: number): void {
    const measured = tonnesOf(channels.get("loading.cargo.measured"));
    const u95 = tonnesOf(channels.get("loading.cargo.measuredU95"));
    const known = measured !== null && u95 !== null;
    setText(this.u95, known ? `\u00b1${number(u95, 0)}` : "");
    const left = known ? clamp(measured - u95, full) : 0;
    const right = known ? clamp(measured + u95, full) : 0;
    setAttribute(this.band, "x", seen(left));
    setAttribute(this.band, "width", seen(right - left));
  }

  private drawAxis(full: number, limit: number | null): void {
    const key = `${full} ${limit}`;
    if (key === this.scale) return;
    this.scale = key;
    const children: Element[] = [];
    if (limit !== null) {
      children.push(axisText(0, "0", "start"));
      // Beside its line, which goes through all the rows.
      children.push(axisText(clamp(limit, full) - 6, `limit ${tonnes(limit)} t`, "end"));
    } else {
      const step = SCALE_STEPS.find((one) => full / one <= 4) ?? full;
      for (let value = 0; value < full; value += step) {
        children.push(axisText(clamp(value, full), tonnes(value), value === 0 ? "start" : "middle"));
      }
    }
    this.axis.replaceChildren(...children);
  }
}

function bar(
  parent: HTMLElement,
  name: string,
  path: string,
  unit: string,
  format: (value: number) => string,
  open: (path: string) => void,
): Bar {
  const shownInTonnes = path.startsWith("loading.");
  const figure = new Figure({
    label: name,
    unit,
    format: (si) => format(shownInTonnes ? si / KILOGRAMS_PER_TONNE : si),
    onOpen: () => open(path),
  });
  const fill = svg("rect", { class: "bar-fill", x: 0, y: BAR_TOP, height: BAR_HEIGHT });
  const over = svg("rect", { class: "bar-over", y: BAR_TOP, height: BAR_HEIGHT });
  const mark = svg("path", { class: "bar-mark" });
  const limit = svg("path", { class: "bar-limit" });
  const track = svg("rect", { class: "bar-track", x: 0.5, y: BAR_TOP - 0.5, width: BAR_WIDTH - 1, height: BAR_HEIGHT + 1, rx: 2 });
  const root = svg(
    "svg",
    { class: "bar", viewBox: `0 0 ${BAR_WIDTH} ${ROW_HEIGHT}`, "aria-hidden": "true" },
    track,
    fill,
    over,
    mark,
    limit,
  );
  const chip = el("span", { class: "chip" });
  parent.append(el("span", { class: "bar-name" }, name, chip), root, figure.root);
  return { path, figure, fill, mark, over, limit, chip, root };
}

function label(one: Bar, channel: Channel | undefined): void {
  one.figure.update(channel);
  const said = note(channel);
  setText(one.chip, said.chip === word("STALE") ? `${said.chip} ${said.age}` : said.chip);
  setAttribute(one.chip, "data-quality", channel?.quality ?? "ABSENT");
}

function draw(one: Bar, value: number | null, full: number, limit: number | null): void {
  const end = value === null ? 0 : clamp(value, full);
  const limitX = limit === null ? null : clamp(limit, full);
  setAttribute(one.fill, "width", seen(end));
  setAttribute(one.mark, "d", value === null ? null : `M${seen(end)} ${BAR_TOP - 3}v${BAR_HEIGHT + 6}`);
  setAttribute(one.limit, "d", limitX === null ? null : `M${limitX.toFixed(1)} 0v${ROW_HEIGHT}`);
  const excess = limitX === null ? 0 : Math.max(0, end - limitX);
  setAttribute(one.over, "x", (limitX ?? 0).toFixed(1));
  setAttribute(one.over, "width", seen(excess));
}

/** What is not as it should be, by the gateway's own reckoning; nothing while all agrees. */
function verdict(state: VesselState): string | null {
  const cargo = state.naval?.cargo;
  if (!cargo || cargo.verdict === "MATCH" || cargo.verdict === "UNVERIFIED") return null;
  return cargo.verdict === "DISCREPANCY" ? "discrepancy: see the check" : "to be checked: see the check";
}

/** The trade's question: is there more aboard than the papers say? */
function difference(values: (number | null)[]): string {
  const [declared, weighed] = values;
  if (declared == null || weighed == null) return "";
  const tonnesOver = Math.round(weighed - declared);
  if (tonnesOver === 0) return "weighed as declared";
  return tonnesOver > 0
    ? `weighed ${tonnes(tonnesOver)} t over declared`
    : `weighed ${tonnes(-tonnesOver)} t under declared`;
}

function cargoLimit(state: VesselState, channels: Map<string, Channel>): number | null {
  return state.limits.cargoTonnes ?? tonnesOf(channels.get("loading.cargo.limit"));
}

function tonnesOf(channel: Channel | undefined): number | null {
  return isUsable(channel) ? channel.value / KILOGRAMS_PER_TONNE : null;
}

function niceFull(values: (number | null)[]): number {
  const most = Math.max(100, ...values.map((value) => value ?? 0));
  return most * 1.2;
}

function clamp(value: number, full: number): number {
  return Math.min(BAR_WIDTH, Math.max(0, (value / full) * BAR_WIDTH));
}

/** A shift that nobody sees is not painted. */
function seen(x: number): number {
  return Math.round(x * 2) / 2;
}

function axisText(x: number, label: string, anchor: string): SVGTextElement {
  const text = svg("text", { x: x.toFixed(1), y: 18, "text-anchor": anchor });
  text.textContent = label;
  return text;
}

function tonnes(value: number): string {
  return number(value, 0);
}
