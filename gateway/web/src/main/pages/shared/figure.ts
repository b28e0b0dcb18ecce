import { el, setAttribute, setText } from "./dom";
import { DASHES } from "./format";
import { hasFigure, note } from "./quality";
import { Readable } from "./readable";
import type { Channel } from "./contract";

export interface FigureOptions {
  label: string;
  unit: string;
  format(value: number): string;
  /** Large for what the page is about, middle for the rest. */
  size?: "large" | "middle";
  /** What a tap shows. */
  onOpen?: () => void;
}

/** One value: its digits, its unit, its name, and how far it may be trusted. */
export class Figure {
  readonly root: HTMLElement;
  private readonly digits = el("span", { class: "figure-digits" });
  private readonly unit: HTMLElement;
  private readonly chip = el("span", { class: "chip" });
  private readonly age = el("span", { class: "figure-age" });
  private shown = "";
  private readonly readable = new Readable();

  constructor(private readonly options: FigureOptions) {
    const degree = options.unit === "\u00b0" ? " is-degree" : "";
    this.unit = el("span", { class: `figure-unit${degree}` }, options.unit);
    const tag = options.onOpen ? "button" : "div";
    this.root = el(
      tag,
      { class: `figure figure-${options.size ?? "large"}` },
      el("span", { class: "figure-value" }, this.digits, this.unit),
      el("span", { class: "figure-label" }, options.label),
      el("span", { class: "figure-note" }, this.chip, this.age),
    );
    if (options.onOpen) {
      setAttribute(this.root, "type", "button");
      this.root.addEventListener("click", options.onOpen);
    }
  }

  /** @param words that are spoken with the figure, such as the side to which she lists */
  update(channel: Channel | undefined, words = ""): void {
    const quality = channel?.quality ?? "ABSENT";
    const figure = hasFigure(channel) ? this.options.format(channel.value) : DASHES;
    const said = note(channel);
    this.digitsOnceReadable(figure, quality);
    setText(this.chip, said.chip);
    setText(this.age, said.age);
    setAttribute(this.root, "data-quality", quality);
    const spoken = [this.options.label, figure, this.options.unit, said.chip, said.age, words];
    setAttribute(this.root, "aria-label", spoken.filter((part) => part !== "").join(" "));
  }

  private digitsOnceReadable(figure: string, quality: string): void {
    const sameKind = this.root.dataset["quality"] === quality;
    // Asked for whether or not there is news, so that every figure changes with the same message.
    if ((!this.readable.mayChange() && sameKind) || figure === this.shown) return;
    this.shown = figure;
    setText(this.digits, figure);
  }
}
