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

/**
 * A picture moves with the digits that it illustrates, so that the two never contradict each other;
 * at once when it shows something of another kind, such as a value that has become invalid.
 */
export class Picture {
  private readonly readable = new Readable();
  private kind = "";

  /** @param kind everything of what is shown that must not wait */
  mayMove(kind: string): boolean {
    const due = this.readable.mayChange();
    if (!due && kind === this.kind) return false;
    this.kind = kind;
    return true;
  }
}
