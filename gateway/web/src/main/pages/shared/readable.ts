/**
 * Digits change every two seconds at most, so that they can be read (MSC/Circ.982 5.6.1), and all
 * at the same time: each change makes the browser paint a picture of the page.
 */
const HOLD_MILLIS = 1900;

export class Readable {
  private changed = -1;

  /** Whether digits may change now; they then have changed for this period. */
  mayChange(): boolean {
    const period = Math.floor(performance.now() / HOLD_MILLIS);
    if (period === this.changed) return false;
    this.changed = period;
    return true;
  }
}
