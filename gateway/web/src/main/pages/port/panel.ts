import { byId, el } from "../shared/dom";
import { verdictIcon } from "../shared/icons";
import type { Judgement } from "./verdicts";

/** A part of the page that is built anew when what it shows has changed, and only then. */
export class Panel {
  private shown = "";
  private readonly root: HTMLElement;

  constructor(id: string) {
    this.root = byId(id);
  }

  /** @param of everything that `build` reads */
  show(of: unknown, build: () => (Node | string)[]): void {
    const key = JSON.stringify(of);
    if (key === this.shown) return;
    this.shown = key;
    this.root.replaceChildren(...build());
  }
}

/** A table whose cells carry the name of their column, for the narrow form. */
export function table(head: readonly string[], rows: readonly (readonly (Node | string)[])[], numeric: readonly number[] = []): HTMLElement {
  const side = (place: number) => (numeric.includes(place) ? { class: "right" } : {});
  return el(
    "table",
    { class: "table stacked" },
    el("thead", {}, el("tr", {}, ...head.map((name, place) => el("th", { scope: "col", ...side(place) }, name)))),
    el("tbody", {}, ...rows.map((cells) => el("tr", {}, ...cells.map((cell, place) => el("td", { "data-label": head[place] ?? "", ...side(place) }, cell))))),
  );
}

/** A button that does one thing. */
export function button(text: string, act: () => void): HTMLButtonElement {
  const made = el("button", { class: "button", type: "button" }, text);
  made.addEventListener("click", act);
  return made;
}

/** Sign and word; the sign alone would be colour and shape, the word alone is slow to find. */
export function verdictCell({ verdict, word, text }: Judgement): HTMLElement {
  return el("span", { class: "verdict", "data-verdict": verdict }, verdictIcon(verdict), el("span", {}, word), text === "" ? null : el("span", { class: "quiet verdict-text" }, text));
}
