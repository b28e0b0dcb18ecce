import { el, setText } from "../shared/dom";
import { displayOf } from "../shared/format";
import { isUsable, preferred } from "../shared/quality";
import type { Channel, VesselState } from "../shared/contract";

/** What an officer notes for a survey: read by eye, or taken over from the sensors. */

export interface SurveyNotes {
  draughtsMetres: Record<string, number | null>;
  waterDensity: number | null;
  deductiblesTonnes: number | null;
  passengers: number | null;
  place: string;
  by: string;
}

const MARKS = [
  ["forwardPort", "forward port"],
  ["forwardStarboard", "forward starboard"],
  ["midshipPort", "midship port"],
  ["midshipStarboard", "midship starboard"],
  ["aftPort", "aft port"],
  ["aftStarboard", "aft starboard"],
] as const;
/** Every name of a draught begins so; the form shows the rest, so that it stays on one line. */
const DRAUGHT = "draught ";
const PLACE_KEY = "plimsoll.survey.place";

export class SurveyForm {
  private readonly draughts = new Map(MARKS.map(([mark, label]) => [mark as string, field(DRAUGHT + label, "m")]));
  private readonly density = field("water density", "t/m\u00b3");
  private readonly deductibles = field("deductibles", "t");
  private readonly passengers = field("passengers", "");
  private readonly place = field("place", "", "text");
  readonly root: HTMLElement;
  readonly said = el("p", { class: "quiet", role: "status" });

  /** @param run called with the notes as they stand */
  constructor(
    private readonly live: () => VesselState | null,
    private readonly by: () => string,
    run: (notes: SurveyNotes) => void,
  ) {
    this.place.input.value = localStorage.getItem(PLACE_KEY) ?? "";
    const take = el("button", { class: "button", type: "button" }, "Take from sensors");
    take.addEventListener("click", () => this.take());
    const submit = el("button", { class: "button", type: "submit" }, "Run survey");
    const form = el(
      "form",
      { class: "survey-form", "aria-label": "Survey notes" },
      el("div", { class: "tiles" }, take, submit),
      this.said,
      el("div", { class: "survey-fields" }, ...[...this.draughts.values()].map((one) => one.root)),
      el("div", { class: "survey-fields" }, this.density.root, this.deductibles.root, this.passengers.root, this.place.root),
    );
    form.noValidate = true;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      const notes = this.notes();
      if (notes) run(notes);
    });
    this.root = form;
  }

  /** Fills in what the gateway has now; a value that may not be reckoned with stays empty. */
  private take(): void {
    const state = this.live();
    if (!state) return;
    const naval = state.naval;
    const channels = preferred(state.channels);
    for (const [mark, { input }] of this.draughts) {
      const metres = naval?.draughtsMetres[mark] ?? null;
      input.value = metres === null ? "" : metres.toFixed(3);
    }
    const density = naval?.water.density ?? null;
    this.density.input.value = density === null ? "" : density.toFixed(4);
    const tonnes = naval?.deductiblesTonnes ?? null;
    this.deductibles.input.value = tonnes === null ? "" : tonnes.toFixed(1);
    this.passengers.input.value = figure(channels.get("passengers.onBoard"));
    const missing = [...this.draughts].filter(([, { input }]) => input.value === "").length;
    setText(this.said, missing === 0 ? "Taken from the sensors." : `Taken; ${missing} of ${this.draughts.size} draughts are missing: read them by eye.`);
  }

  private notes(): SurveyNotes | null {
    const by = this.by();
    const place = this.place.input.value.trim();
    const wrong = [...this.draughts.values(), this.density, this.deductibles, this.passengers].find(({ input }) => Number.isNaN(parse(input.value)));
    if (by === "") setText(this.said, "Name the officer of the watch first (Watch, above).");
    else if (wrong) setText(this.said, `${wrong.label} is no number`);
    else if (this.density.input.value === "" || this.deductibles.input.value === "") setText(this.said, "Water density and deductibles are needed.");
    else if (place === "") setText(this.said, "Name the place.");
    else {
      localStorage.setItem(PLACE_KEY, place);
      return {
        draughtsMetres: Object.fromEntries([...this.draughts].map(([mark, { input }]) => [mark, parse(input.value)])),
        waterDensity: parse(this.density.input.value),
        deductiblesTonnes: parse(this.deductibles.input.value),
        passengers: parse(this.passengers.input.value),
        place,
        by,
      };
    }
    return null;
  }
}

interface Field {
  root: HTMLElement;
  label: string;
  input: HTMLInputElement;
}

function field(label: string, unit: string, type = "number"): Field {
  const name = unit === "" ? label : `${label}, ${unit}`;
  const input = el("input", { class: "text", "aria-label": name, type: "text", autocomplete: "off", maxlength: "64", inputmode: type === "number" ? "decimal" : "text" });
  return { root: el("label", { class: "field" }, el("span", {}, name.startsWith(DRAUGHT) ? name.slice(DRAUGHT.length) : name), input), label, input };
}

/** An empty field is no zero; a comma is a point. */
function parse(text: string): number | null {
  const trimmed = text.trim().replace(",", ".");
  return trimmed === "" ? null : Number(trimmed);
}

function figure(channel: Channel | undefined): string {
  return isUsable(channel) ? String(Math.round(displayOf(channel.path, channel.unit).convert(channel.value))) : "";
}
