import { byId, el, setAttribute, setText, svg } from "../shared/dom";
import { Figure } from "../shared/figure";
import { degreesOf, number } from "../shared/format";
import { isUsable } from "../shared/quality";
import { Picture } from "../shared/readable";
import type { Channel } from "../shared/contract";

/**
 * Trim and list on magnified scales: a list of two degrees is dangerous and, at its true angle,
 * hardly to be seen. The direction is said in words; a sign alone is misread.
 */

const WIDTH = 258;
const HEIGHT = 44;
const HALF = WIDTH / 2 - 8;
const AXIS_Y = 16;

interface ScaleOptions {
  title: string;
  path: string;
  unit: string;
  decimals: number;
  /** Ends of the scale, in the unit shown; the next is taken when the value does not fit. */
  ranges: readonly number[];
  /** What a value below, at and above zero is called. */
  words: readonly [string, string, string];
  ends: readonly [string, string];
  fromSi(value: number): number;
  /** 1 if positive points right, -1 if left: the stern is left, as on the profile. */
  direction: 1 | -1;
}

class Scale {
  private readonly figure: Figure;
  private readonly direction = el("span", { class: "scale-word" });
  private readonly pointer = svg("path", { class: "scale-pointer" });
  private readonly ticks = svg("g", { class: "scale-ticks" });
  private readonly picture = new Picture();
  private drawn = 0;

  constructor(private readonly options: ScaleOptions, open: (path: string) => void) {
    this.figure = new Figure({
      label: options.title,
      unit: options.unit,
      format: (si) => number(Math.abs(options.fromSi(si)), options.decimals),
      onOpen: () => open(options.path),
    });
    this.figure.root.querySelector(".figure-value")?.append(this.direction);
    const picture = svg(
      "svg",
      { class: "scale", viewBox: `0 0 ${WIDTH} ${HEIGHT}`, "aria-hidden": "true" },
      svg("path", { class: "scale-axis", d: `M8 ${AXIS_Y}H${WIDTH - 8}` }),
      this.ticks,
      end(options.ends[0], 8, "start"),
      end(options.ends[1], WIDTH - 8, "end"),
      this.pointer,
    );
    byId("attitude").append(el("div", { class: "attitude-row" }, this.figure.root, picture));
  }

  update(channel: Channel | undefined): void {
    if (this.picture.mayMove(channel?.quality ?? "")) this.draw(isUsable(channel) ? this.options.fromSi(channel.value) : null);
    this.figure.update(channel, this.direction.textContent ?? "");
  }

  /** @param value in the unit shown; null when nobody knows it */
  private draw(value: number | null): void {
    const { options } = this;
    if (value === null) {
      setText(this.direction, "");
      setAttribute(this.pointer, "d", null);
      this.drawTicks(options.ranges[0] ?? 1);
      return;
    }
    const range = options.ranges.find((one) => Math.abs(value) <= one) ?? options.ranges.at(-1) ?? 1;
    const rounded = Number(Math.abs(value).toFixed(options.decimals)) * Math.sign(value);
    setText(this.direction, options.words[Math.sign(rounded) + 1] ?? "");
    this.drawTicks(range);
    const x = WIDTH / 2 + options.direction * HALF * Math.max(-1, Math.min(1, value / range));
    setAttribute(this.pointer, "d", `M${Math.round(x * 2) / 2} ${AXIS_Y + 1}l-8 -15h16z`);
  }

  private drawTicks(range: number): void {
    if (range === this.drawn) return;
    this.drawn = range;
    const ticks: Element[] = [];
    for (let step = -4; step <= 4; step++) {
      const x = WIDTH / 2 + (step / 4) * HALF;
      const long = step === 0 || Math.abs(step) === 4;
      ticks.push(svg("path", { d: `M${x.toFixed(1)} ${AXIS_Y}v${long ? 9 : 5}` }));
    }
    const label = svg("text", { x: WIDTH / 2, y: HEIGHT - 4, "text-anchor": "middle" });
    label.textContent = `\u00b1${range} ${this.options.unit.trim()}`.replace(" \u00b0", "\u00b0");
    ticks.push(label);
    this.ticks.replaceChildren(...ticks);
  }
}

export class Attitude {
  private readonly trim: Scale;
  private readonly list: Scale;

  constructor(open: (path: string) => void) {
    this.trim = new Scale(
      {
        title: "trim",
        path: "hull.trim",
        unit: "m",
        decimals: 2,
        ranges: [1, 2, 4, 10],
        words: ["by the head", "even keel", "by the stern"],
        ends: ["stern", "head"],
        fromSi: (metres) => metres,
        direction: -1,
      },
      open,
    );
    this.list = new Scale(
      {
        title: "list",
        path: "hull.list",
        unit: "\u00b0",
        decimals: 1,
        ranges: [2, 4, 8, 20],
        words: ["to port", "upright", "to starboard"],
        ends: ["port", "starboard"],
        fromSi: degreesOf,
        direction: 1,
      },
      open,
    );
  }

  update(channels: Map<string, Channel>): void {
    this.trim.update(channels.get("hull.trim"));
    this.list.update(channels.get("hull.list"));
  }
}

function end(word: string, x: number, anchor: string): SVGTextElement {
  const text = svg("text", { class: "scale-end", x, y: HEIGHT - 4, "text-anchor": anchor });
  text.textContent = word;
  return text;
}
