import { byId, setText, show } from "./dom";
import { clockTime, dateOnly, stopwatch } from "./format";

/**
 * Tells a live picture from a frozen one (MSC.191(79) 5.6.3): the clock and the heartbeat move
 * with the messages of the server only, and after 3 s without one a veil covers the page.
 */

const VEIL_AFTER_MILLIS = 3000;
const LOOK_MILLIS = 250;
/** The heart beats with the clock where that goes, which is one picture to paint; else with the messages. */
const BEAT_MILLIS = 900;
const LATE_BEAT_MILLIS = 1500;

export class Veil {
  private readonly clock = byId("clock");
  private readonly date = byId("date");
  private readonly beat = byId("heartbeat");
  private readonly veil = byId("veil");
  private readonly since = byId("veil-since");
  private readonly of = document.getElementById("veil-of");
  private heard = performance.now();
  private beaten = -BEAT_MILLIS;

  constructor() {
    setInterval(() => this.look(), LOOK_MILLIS);
  }

  /** A message of the server has come, with the server's time. */
  live(time: string): void {
    this.heard = performance.now();
    const now = clockTime(time);
    const ticks = this.clock.textContent !== now;
    setText(this.clock, now);
    setText(this.date, dateOnly(time));
    if (this.of) setText(this.of, `${dateOnly(time)} ${clockTime(time)} UTC`);
    if (this.heard - this.beaten >= (ticks ? BEAT_MILLIS : LATE_BEAT_MILLIS)) {
      this.beaten = this.heard;
      this.beat.classList.toggle("is-on");
    }
    this.look();
  }

  private look(): void {
    const silence = performance.now() - this.heard;
    const stopped = silence >= VEIL_AFTER_MILLIS;
    document.documentElement.toggleAttribute("data-stopped", stopped);
    show(this.veil, stopped);
    if (stopped) setText(this.since, stopwatch(silence / 1000));
  }
}
