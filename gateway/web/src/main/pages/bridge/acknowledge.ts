import { el, setText } from "../shared/dom";
import type { Dialog } from "../shared/dialog";
import type { Alert } from "../shared/contract";

/** Acknowledging needs a name; the screen asks for it once a watch. */

const NAMES = ["Master", "C/O", "2/O", "3/O", "C/E", "2/E", "3/E", "OOW"];
const WATCH_MILLIS = 4 * 60 * 60 * 1000;
const KEY = "plimsoll.watch";

interface Watch {
  name: string;
  until: number;
}

export class Acknowledge {
  constructor(
    private readonly dialog: Dialog,
    private readonly named: () => void,
    private readonly said: (alert: Alert) => void,
    private readonly failed: (message: string) => void,
  ) {}

  /** Asks for a name if there is none, then acknowledges. */
  ask(alert: Alert): void {
    const watch = this.watch();
    if (watch) void this.post(alert, watch.name);
    else this.chooseName(`Acknowledge: ${alert.title}`, (name) => void this.post(alert, name));
  }

  /** Lets another officer take over. */
  changeName(): void {
    this.chooseName("Who is on watch?", () => {});
  }

  /** The name in use, or nothing. */
  name(): string {
    return this.watch()?.name ?? "";
  }

  private chooseName(title: string, chosen: (name: string) => void): void {
    this.dialog.open(title, (body) => {
      if (body.firstChild) return;
      const tiles = NAMES.map((name) => {
        const tile = el("button", { class: "button name-tile", type: "button" }, name);
        tile.addEventListener("click", () => {
          const watch: Watch = { name, until: Date.now() + WATCH_MILLIS };
          sessionStorage.setItem(KEY, JSON.stringify(watch));
          this.dialog.close();
          this.named();
          chosen(name);
        });
        return tile;
      });
      body.append(
        el("p", {}, "Your name goes with the acknowledgement to every screen and to the shore. Asked once in four hours."),
        el("div", { class: "name-tiles" }, ...tiles),
      );
    });
  }

  private watch(): Watch | null {
    try {
      const watch = JSON.parse(sessionStorage.getItem(KEY) ?? "null") as Watch | null;
      return watch && watch.until > Date.now() ? watch : null;
    } catch {
      return null;
    }
  }

  private async post(alert: Alert, by: string): Promise<void> {
    try {
      const reply = await fetch(`/api/v1/alerts/${encodeURIComponent(alert.id)}/acknowledge`, {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Plimsoll": "1" },
        // The revision that was on this screen: what changed since is looked at first.
        body: JSON.stringify({ by, instance: alert.instance, revision: alert.revision }),
      });
      if (reply.ok) this.said((await reply.json()) as Alert);
      else this.failed(`Not acknowledged: ${await reason(reply)}`);
    } catch {
      this.failed("Not acknowledged: the gateway does not answer");
    }
  }
}

async function reason(reply: Response): Promise<string> {
  try {
    const problem = (await reply.json()) as { title?: string; detail?: string };
    return problem.detail ?? problem.title ?? `status ${reply.status}`;
  } catch {
    return `status ${reply.status}`;
  }
}

/** Silences everything that sounds, on every screen, for 30 s. */
export async function silenceAll(failed: (message: string) => void): Promise<void> {
  try {
    const reply = await fetch("/api/v1/silence", { method: "POST", headers: { "X-Plimsoll": "1" } });
    if (!reply.ok) failed(`Not silenced: ${await reason(reply)}`);
  } catch {
    failed("Not silenced: the gateway does not answer");
  }
}

/** A line at the foot of the page that goes by itself. */
export class Notice {
  private timer = 0;

  constructor(private readonly element: HTMLElement) {}

  say(message: string): void {
    setText(this.element, message);
    this.element.removeAttribute("hidden");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.element.setAttribute("hidden", ""), 6000);
  }
}
