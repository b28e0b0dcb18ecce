import { el, setText } from "../shared/dom";
import { clockTime, dateOnly } from "../shared/format";
import { table } from "./details";
import type { DepartureRecord } from "../shared/contract";

/** Departure records: frozen by an officer's name, listed, and never changed. */

const MOMENTS: readonly [string, string][] = [
  ["ARRIVAL", "Record arrival"],
  ["BASELINE", "Record baseline (deck empty)"],
  ["DEPARTURE", "Record departure"],
];

export class Records {
  private readonly list = el("div", {});
  private readonly said = el("p", { role: "status" });
  private readonly voyage = el("input", { class: "text", type: "text", maxlength: "64", "aria-label": "voyage" });
  readonly root: HTMLElement;

  constructor(private readonly name: () => string) {
    const buttons = MOMENTS.map(([moment, label]) => {
      const button = el("button", { class: "button", type: "button" }, label);
      button.addEventListener("click", () => void this.freeze(moment));
      return button;
    });
    this.root = el(
      "div",
      {},
      el("h3", {}, "Departure records"),
      el("label", { class: "voyage" }, "voyage ", this.voyage),
      el("div", { class: "name-tiles" }, ...buttons),
      this.said,
      this.list,
    );
  }

  async read(): Promise<void> {
    try {
      const reply = await fetch("/api/v1/records");
      const { records } = (await reply.json()) as { records: DepartureRecord[] };
      this.list.replaceChildren(
        records.length === 0
          ? el("p", { class: "quiet" }, "none yet")
          : table(
              ["record", "of", "voyage", "by", "at (UTC)", "sha-256"],
              records.map((one) => [
                el("a", { href: `/api/v1/records/${one.number}` }, String(one.number)),
                one.moment.toLowerCase(),
                one.voyage,
                one.by,
                `${dateOnly(one.at)} ${clockTime(one.at)}`,
                `${one.sha256.slice(0, 12)}\u2026`,
              ]),
            ),
      );
    } catch {
      setText(this.said, "the records cannot be read now");
    }
  }

  private async freeze(moment: string): Promise<void> {
    const by = this.name();
    const voyage = this.voyage.value.trim();
    if (by === "" || voyage === "") {
      setText(this.said, by === "" ? "Name the officer of the watch first (Watch, above)." : "Name the voyage first.");
      return;
    }
    try {
      const reply = await fetch("/api/v1/records", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Plimsoll": "1" },
        body: JSON.stringify({ moment, voyage, by }),
      });
      const answer = (await reply.json()) as { number?: number; detail?: string };
      setText(this.said, reply.ok ? `Record ${answer.number} is kept.` : `Not recorded: ${answer.detail ?? reply.status}`);
      await this.read();
    } catch {
      setText(this.said, "Not recorded: the gateway does not answer");
    }
  }
}
