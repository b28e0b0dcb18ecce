import { byId, el, setText } from "../shared/dom";
import { SurveyForm, type SurveyNotes } from "./surveyform";
import type { SurveySheet, VesselState } from "../shared/contract";

/** The page that runs a draught survey by the UNECE form, shows the sheet and prints it. */

const SIGNATURES = ["surveyor", "master or chief officer", "witness"];

export class SurveyPage {
  private readonly form: SurveyForm;
  private readonly sheet = el("div", { class: "sheet", tabindex: "0", role: "region", "aria-label": "Survey sheet" });
  private readonly print = el("button", { class: "button", type: "button", disabled: "" }, "Print");
  private state: VesselState | null = null;

  /** @param by the officer of the watch; empty while nobody is named */
  constructor(by: () => string) {
    this.form = new SurveyForm(() => this.state, by, (notes) => void this.run(notes));
    this.print.addEventListener("click", () => window.print());
    this.sheet.append(el("p", { class: "quiet" }, "Read the six draughts, or take them from the sensors; then run the survey."));
    byId("view-survey").append(
      el("div", { class: "card scrolling" }, el("div", { class: "card-head" }, el("h2", {}, "Draught survey")), el("div", { class: "scroll" }, this.form.root)),
      el("div", { class: "card scrolling" }, el("div", { class: "card-head" }, el("h2", {}, "Sheet"), el("span", { class: "card-said" }, "advisory"), this.print), this.sheet),
    );
  }

  update(state: VesselState): void {
    this.state = state;
  }

  private async run(notes: SurveyNotes): Promise<void> {
    try {
      const reply = await fetch("/api/v1/surveys", {
        method: "POST",
        headers: { "Content-Type": "application/json", "X-Plimsoll": "1" },
        body: JSON.stringify(notes),
      });
      if (!reply.ok) {
        const { detail } = (await reply.json()) as { detail?: string };
        setText(this.form.said, `No survey: ${detail ?? reply.status}`);
        return;
      }
      this.show((await reply.json()) as SurveySheet);
    } catch {
      setText(this.form.said, "No survey: the gateway does not answer");
    }
  }

  private show(sheet: SurveySheet): void {
    const origin = this.state?.origin ?? "LIVE";
    this.sheet.replaceChildren(
      el("h3", { class: "sheet-title" }, sheet.title),
      ...(origin === "LIVE" ? [] : [el("p", { class: "sheet-origin" }, origin === "REPLAYED" ? "REPLAY" : "SIMULATION")]),
      el("p", { class: "sheet-standing" }, standing(sheet)),
      el("dl", {}, ...sheet.heading.map(({ label, text }) => el("div", {}, el("dt", {}, label), el("dd", {}, text)))),
      lines(sheet),
      el("ul", {}, ...sheet.remarks.map((remark) => el("li", {}, remark))),
      el("p", { class: "quiet" }, `Plimsoll ${this.state?.vessel.software ?? ""}. Advisory: it does not replace the approved loading instrument or the stability booklet.`),
      el("div", { class: "signatures" }, ...SIGNATURES.map((who) => el("span", {}, `${who}, date`))),
    );
    this.print.removeAttribute("disabled");
    setText(this.form.said, standing(sheet));
  }
}

function standing(sheet: SurveySheet): string {
  const words = { GOOD: "to survey standard", DEGRADED: "a figure with reasons for care", INCONCLUSIVE: "no figure that anybody may rest on" };
  return `${sheet.standing.toLowerCase()}: ${words[sheet.standing]}`;
}

function lines(sheet: SurveySheet): HTMLTableElement {
  const head = ["no", "line", "symbol", "from", "value", "unit"].map((one) => el("th", { scope: "col" }, one));
  const bodies = sheet.blocks.map((block) =>
    el(
      "tbody",
      {},
      el("tr", {}, el("th", { colspan: "6", scope: "rowgroup" }, block.title)),
      ...block.lines.map((line) =>
        el(
          "tr",
          line.isResult ? { class: "is-result" } : {},
          ...[line.number, line.title, line.symbol, line.formula].map((text) => el("td", {}, text)),
          el("td", { class: "sheet-value" }, line.value),
          el("td", {}, line.unit),
        ),
      ),
    ),
  );
  return el("table", { class: "table sheet-lines" }, el("thead", {}, el("tr", {}, ...head)), ...bodies);
}
