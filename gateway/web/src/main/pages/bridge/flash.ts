import type { Alert, AlertState } from "../shared/contract";

/**
 * What is not acknowledged flashes once a second and is lit for most of it; whoever asks the system
 * for less motion sees it go more slowly. A timer does it and runs only while something flashes: an
 * animation of the style sheet, however coarse, wakes the browser for every frame of the screen.
 */

const FLASHING: readonly AlertState[] = ["ACTIVE_UNACKNOWLEDGED", "ACTIVE_SILENCED", "RECTIFIED_UNACKNOWLEDGED"];
const LIT_MILLIS = 600;
const DARK_MILLIS = 400;
const SLOWER = 2;

export class Flash {
  private timer: number | null = null;
  private readonly calm = matchMedia("(prefers-reduced-motion: reduce)");

  update(alerts: readonly Alert[]): void {
    const flashing = alerts.some((alert) => alert.priority !== "CAUTION" && FLASHING.includes(alert.state));
    if (flashing && this.timer === null) this.go(true);
    if (!flashing && this.timer !== null) {
      clearTimeout(this.timer);
      this.timer = null;
      document.body.removeAttribute("data-flash");
    }
  }

  private go(lit: boolean): void {
    document.body.setAttribute("data-flash", lit ? "lit" : "dark");
    const millis = (lit ? LIT_MILLIS : DARK_MILLIS) * (this.calm.matches ? SLOWER : 1);
    this.timer = setTimeout(() => this.go(!lit), millis);
  }
}
