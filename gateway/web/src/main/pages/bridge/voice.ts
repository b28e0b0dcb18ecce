import { byId, setAttribute, setText, show } from "../shared/dom";
import { isAudible, play, prepare, wake } from "../shared/sound";
import type { Alert } from "../shared/contract";

/**
 * The voice of unacknowledged alerts, and the button that silences it: an alarm sounds every seven
 * seconds, a warning every minute, a caution never. Where the browser forbids sound before a touch,
 * the page says that it is mute.
 */

type Pattern = "alarm" | "warning" | "none";

const EVERY_MILLIS = { alarm: 7000, warning: 60_000 };
const LOOK_MILLIS = 500;

/** What alerts sound like now; silenced, acknowledged and transferred ones do not. */
export function patternOf(sounding: readonly Alert[]): Pattern {
  if (sounding.some((alert) => alert.priority === "ALARM")) return "alarm";
  return sounding.some((alert) => alert.priority === "WARNING") ? "warning" : "none";
}

export class Voice {
  private readonly button = byId("silence") as HTMLButtonElement;
  private readonly mute = byId("mute");
  private pattern: Pattern = "none";
  private heard = new Set<string>();
  private next = 0;

  constructor(silence: () => void) {
    this.button.addEventListener("click", silence);
    const touched = () => void wake().then(() => this.beat());
    document.addEventListener("pointerdown", touched);
    document.addEventListener("keydown", touched);
    prepare();
    setInterval(() => this.beat(), LOOK_MILLIS);
  }

  update(alerts: readonly Alert[]): void {
    const sounding = alerts.filter((alert) => alert.state === "ACTIVE_UNACKNOWLEDGED");
    const keys = new Set(sounding.map((alert) => `${alert.id}/${alert.instance}/${alert.revision}`));
    const pattern = patternOf(sounding);
    // What is new is heard at once, not with the next beat of what sounds already.
    if (pattern !== this.pattern || [...keys].some((key) => !this.heard.has(key))) this.next = 0;
    this.heard = keys;
    this.pattern = pattern;
    const silenced = alerts.some((alert) => alert.state === "ACTIVE_SILENCED");
    show(this.button, pattern !== "none" || silenced);
    setAttribute(this.button, "disabled", pattern === "none" ? "" : null);
    setText(this.button, pattern === "none" ? "Silenced" : "Silence");
    setAttribute(this.button, "aria-label", pattern === "none" ? "Silenced for 30 seconds" : "Silence all alerts for 30 seconds");
    this.beat();
  }

  private beat(): void {
    const audible = isAudible();
    show(this.mute, !audible);
    setAttribute(document.body, "data-sound", this.pattern === "none" ? "none" : audible ? this.pattern : "blocked");
    if (this.pattern === "none" || !audible || performance.now() < this.next) return;
    this.next = performance.now() + EVERY_MILLIS[this.pattern];
    void play(this.pattern);
    document.body.dataset["beats"] = String(Number(document.body.dataset["beats"] ?? 0) + 1);
  }
}
