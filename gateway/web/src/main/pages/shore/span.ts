import { byId, el, setAttribute, show } from "../shared/dom";

/** The time that charts and track show: the last hours, or what was dragged over. */

const RANGES = [
  { label: "10 min", seconds: 600 },
  { label: "1 h", seconds: 3600 },
  { label: "6 h", seconds: 6 * 3600 },
  { label: "24 h", seconds: 24 * 3600 },
  { label: "7 d", seconds: 7 * 24 * 3600 },
] as const;
const KEY = "plimsoll.shore.range";
const LEAST_ZOOM_MILLIS = 10_000;
/** Read anew after this part of the range, but not more often than every ten seconds. */
const REFRESH_PART = 120;
const LEAST_REFRESH_MILLIS = 10_000;

export class Span {
  private readonly buttons: HTMLButtonElement[];
  private readonly back = byId("zoom-back");
  private seconds: number = RANGES.find((one) => String(one.seconds) === localStorage.getItem(KEY))?.seconds ?? RANGES[1].seconds;
  private zoomed: { from: number; to: number } | null = null;

  /**
   * @param now the shore's time, in epoch milliseconds
   * @param changed called when another time is to be shown
   */
  constructor(
    private readonly now: () => number,
    private readonly changed: () => void,
  ) {
    this.buttons = RANGES.map((range) => {
      const button = el("button", { class: "button", type: "button" }, range.label);
      button.addEventListener("click", () => this.choose(range.seconds));
      return button;
    });
    byId("history-ranges").append(...this.buttons);
    this.back.addEventListener("click", () => this.choose(this.seconds));
    this.mark();
  }

  /** In epoch milliseconds. */
  window(): { from: number; to: number } {
    const to = this.now();
    return this.zoomed ?? { from: to - this.seconds * 1000, to };
  }

  zoom(from: number, to: number): void {
    const middle = (from + to) / 2;
    const half = Math.max(LEAST_ZOOM_MILLIS, to - from) / 2;
    this.zoomed = { from: Math.round(middle - half), to: Math.round(middle + half) };
    this.mark();
    this.changed();
  }

  /** How old what is shown may become, in milliseconds; a time that was dragged over stays. */
  refreshMillis(): number {
    return this.zoomed ? Infinity : Math.max(LEAST_REFRESH_MILLIS, (this.seconds * 1000) / REFRESH_PART);
  }

  private choose(seconds: number): void {
    this.seconds = seconds;
    this.zoomed = null;
    localStorage.setItem(KEY, String(seconds));
    this.mark();
    this.changed();
  }

  private mark(): void {
    show(this.back, this.zoomed !== null);
    this.buttons.forEach((button, place) =>
      setAttribute(button, "aria-pressed", String(!this.zoomed && RANGES[place]?.seconds === this.seconds)),
    );
  }
}
