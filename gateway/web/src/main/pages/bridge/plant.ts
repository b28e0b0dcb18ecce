import { byId, el, reconcile, setAttribute, setText, type Row } from "../shared/dom";
import { bytes, count, duration, number } from "../shared/format";
import { icon, stateIcon } from "../shared/icons";
import { Readable } from "../shared/readable";
import { restraint } from "./spending";
import type { Line, Link, Outbox, VesselState } from "../shared/contract";

/** The foot of the page: is each line heard, is the link up, what waits for it. */

/** Messages over which a rate is taken. */
const RATE_WINDOW = 6;

function linkWords(link: Link): string {
  if (link.state === "UP") return "Shore link up";
  if (link.state === "CONNECTING") return "Connecting";
  return link.budget.resting ? "Shore link rests" : "Shore link down";
}

export class Plant {
  private readonly rows = new Map<string, Row<Line>>();
  private readonly rates = new Map<string, { seconds: number; frames: number }[]>();
  private readonly lines = byId("lines");
  private readonly linkIcon = byId("link-icon");
  private readonly linkText = byId("link-text");
  private readonly linkNote = byId("link-note");
  private readonly backlogText = byId("backlog-text");
  private readonly backlogNote = byId("backlog-note");
  private readonly readable = new Readable();
  private linkState = "";
  private states = "";

  constructor(private readonly open: () => void) {
    byId("link").addEventListener("click", open);
    byId("backlog").addEventListener("click", open);
  }

  update(state: VesselState): void {
    const seconds = Date.parse(state.time) / 1000;
    for (const line of state.lines) this.observe(line, seconds);
    const states = [...state.lines.map((line) => `${line.id} ${line.state}`), state.link.state, state.outbox.failure ?? ""].join();
    if (!this.readable.mayChange() && states === this.states) return;
    this.states = states;
    reconcile(this.lines, state.lines, (line) => line.id, () => this.cell(), this.rows);
    this.showLink(state.link, seconds);
    this.showBacklog(state.outbox, state.link);
  }

  /** Frames a second over the last few messages, or nothing yet. */
  rate(id: string): number | null {
    const seen = this.rates.get(id);
    const first = seen?.[0];
    const last = seen?.at(-1);
    if (!first || !last || last.seconds <= first.seconds) return null;
    return Math.max(0, (last.frames - first.frames) / (last.seconds - first.seconds));
  }

  private observe(line: Line, seconds: number): void {
    const seen = this.rates.get(line.id) ?? [];
    if (seen.at(-1)?.seconds !== seconds) seen.push({ seconds, frames: line.frames });
    if (seen.length > RATE_WINDOW) seen.shift();
    this.rates.set(line.id, seen);
  }

  private cell(): Row<Line> {
    const picture = el("span", { class: "line-icon" });
    const name = el("span", { class: "line-name" });
    const heard = el("span", { class: "line-note" });
    const root = el(
      "button",
      { class: "line", type: "button" },
      picture,
      el("span", { class: "line-words" }, name, heard),
    );
    root.addEventListener("click", this.open);
    return {
      root,
      update: (line) => {
        if (root.dataset["state"] !== line.state) picture.replaceChildren(stateIcon(line.state));
        setAttribute(root, "data-state", line.state);
        setText(name, line.id);
        setText(heard, this.lineNote(line));
        const said = line.state === "GREEN" ? "heard" : line.state === "RED" ? "lost" : "connecting";
        setAttribute(root, "aria-label", `line ${line.id}: ${said}, ${heard.textContent}`);
      },
    };
  }

  private lineNote(line: Line): string {
    if (line.state === "CONNECTING") return "opening";
    if (line.state === "RED") {
      return line.lastHeardSeconds === null ? "never heard" : `silent ${duration(line.lastHeardSeconds)}`;
    }
    const rate = this.rate(line.id);
    const said = rate === null ? "heard" : `${number(rate, 1)}/s`;
    return line.malformed === 0 ? said : `${said}, ${number(line.malformed, 0)} bad`;
  }

  private showLink(link: Link, seconds: number): void {
    if (this.linkState !== link.state) {
      this.linkState = link.state;
      this.linkIcon.replaceChildren(icon(link.state === "UP" ? "satellite-full" : "satellite-off"));
      setAttribute(byId("link"), "data-state", link.state);
    }
    const since = duration(Math.max(0, seconds - Date.parse(link.since) / 1000));
    setText(this.linkText, linkWords(link));
    setText(
      this.linkNote,
      restraint(link.budget) ||
        (link.state === "UP" && link.lastReceiptSeconds !== null
          ? `receipt ${duration(link.lastReceiptSeconds)} ago`
          : Number.isNaN(Date.parse(link.since)) ? "" : `for ${since}`),
    );
  }

  private showBacklog(outbox: Outbox, link: Link): void {
    const failure = outbox.failure ?? "";
    setAttribute(byId("backlog"), "data-state", failure === "" ? link.state : "FAILED");
    if (failure !== "") {
      setText(this.backlogText, "Readings not kept");
      setText(this.backlogNote, failure);
      return;
    }
    const waiting = outbox.pending;
    setText(this.backlogText, waiting === 0 ? "All ashore" : `${count(waiting, "reading")} aboard`);
    const oldest = outbox.oldestPendingSeconds;
    setText(
      this.backlogNote,
      waiting === 0
        ? `${number(outbox.acknowledged, 0)} receipted`
        : `${bytes(outbox.pendingBytes)}${oldest === null ? "" : `, oldest ${duration(oldest)}`}`,
    );
  }
}
