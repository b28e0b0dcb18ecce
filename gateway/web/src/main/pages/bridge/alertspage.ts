import { byId, setAttribute, setText, show } from "../shared/dom";
import { AlertList, inOrder } from "./alerts";
import type { Alert, AlertLists } from "../shared/contract";

/**
 * The page of alerts: 20 at a time in two columns, the most urgent first, and the history of their
 * transitions.
 */

const ROWS = 20;
/** How often the history is read while it is looked at. */
const HISTORY_MILLIS = 5000;

type Half = "now" | "history";

export class AlertsPage {
  private readonly page = byId("view-alerts");
  private readonly said = byId("alerts-page-said");
  private readonly earlier = byId("alerts-earlier") as HTMLButtonElement;
  private readonly later = byId("alerts-later") as HTMLButtonElement;
  private readonly list: AlertList;
  private readonly past = new AlertList(byId("alerts-page-past"), () => {}, true);
  private half: Half = "now";
  private first = 0;
  private alerts: readonly Alert[] = [];
  private history: readonly Alert[] = [];

  constructor(acknowledge: (alert: Alert) => void, close: () => void) {
    this.list = new AlertList(byId("alerts-page-now"), acknowledge);
    byId("alerts-close").addEventListener("click", close);
    byId("alerts-now").addEventListener("click", () => this.choose("now"));
    byId("alerts-history").addEventListener("click", () => this.choose("history"));
    this.earlier.addEventListener("click", () => this.turn(-ROWS));
    this.later.addEventListener("click", () => this.turn(ROWS));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.page.hidden && !document.querySelector("dialog[open]")) close();
    });
    setInterval(() => {
      if (!this.page.hidden && this.half === "history") void this.read();
    }, HISTORY_MILLIS);
  }

  /** The page has come up. */
  opened(): void {
    this.choose("now");
  }

  update(alerts: readonly Alert[], isOpen: boolean): void {
    this.alerts = inOrder(alerts);
    if (isOpen && this.half === "now") this.draw();
  }

  private choose(half: Half): void {
    this.half = half;
    this.first = 0;
    setAttribute(byId("alerts-now"), "aria-pressed", String(half === "now"));
    setAttribute(byId("alerts-history"), "aria-pressed", String(half === "history"));
    show(byId("alerts-page-now"), half === "now");
    show(byId("alerts-page-past"), half === "history");
    this.draw();
    if (half === "history") void this.read();
  }

  private turn(rows: number): void {
    this.first = Math.max(0, this.first + rows);
    this.draw();
  }

  private async read(): Promise<void> {
    try {
      const reply = await fetch("/api/v1/alerts");
      this.history = ((await reply.json()) as AlertLists).history;
      this.draw();
    } catch {
      setText(this.said, "the history cannot be read now");
    }
  }

  private draw(): void {
    const rows = this.half === "now" ? this.alerts : this.history;
    if (this.first >= rows.length) this.first = Math.max(0, Math.floor((rows.length - 1) / ROWS) * ROWS);
    const shown = rows.slice(this.first, this.first + ROWS);
    (this.half === "now" ? this.list : this.past).update(shown);
    const range = rows.length > ROWS ? `${this.first + 1} to ${this.first + shown.length} of ` : "";
    const what = this.half === "now" ? `${rows.length} alerts` : `${rows.length} transitions, newest first`;
    setText(this.said, rows.length === 0 ? "none" : range + what);
    const hidden = rows.length - this.first - shown.length;
    for (const button of [this.earlier, this.later]) show(button, rows.length > ROWS);
    this.earlier.disabled = this.first === 0;
    this.later.disabled = hidden === 0;
    setText(this.later, hidden > 0 ? `${hidden} more` : "More");
  }
}
