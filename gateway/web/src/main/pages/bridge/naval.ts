import { byId, el, setText } from "../shared/dom";
import { DASHES, number } from "../shared/format";
import { Picture } from "../shared/readable";
import { table } from "./details";
import type { Naval, NavalMass, VesselState } from "../shared/contract";

/** What the survey says beyond the draughts: a line on the page, and the whole of it on a tap. */

const BUDGET: Record<string, string> = {
  sensors: "draught sensors",
  waves: "waves",
  commonBias: "what all draughts share",
  hullForm: "hull form",
  density: "density",
  deductibles: "deductibles and tanks",
  constant: "constant and lightship",
};

export class SurveyLine {
  private readonly facts = byId("survey-facts");
  private readonly quality = byId("survey-quality");
  private readonly picture = new Picture();

  constructor(open: () => void) {
    byId("survey").addEventListener("click", open);
  }

  update(state: VesselState): void {
    const naval = state.naval;
    const survey = naval?.survey;
    if (!this.picture.mayMove(survey?.quality ?? "")) return;
    if (!naval || !survey) {
      setText(this.facts, "no survey");
      setText(this.quality, "");
      return;
    }
    const facts = [
      `${number(survey.displacementTonnes, 0)} t`,
      naval.water.density === null ? "" : `water ${number(naval.water.density, 4)}`,
      naval.underKeel?.clearanceMetres == null ? "" : `under keel ${number(naval.underKeel.clearanceMetres, 2)} m`,
    ];
    setText(this.facts, facts.filter((fact) => fact !== "").join(" \u00b7 "));
    setText(this.quality, survey.quality === "GOOD" ? "" : "degraded");
  }
}

/** The whole survey with its budget, for the drawer. */
export function surveyDetails(body: HTMLElement, naval: Naval | undefined): void {
  if (!naval) {
    body.replaceChildren(el("p", {}, "No survey yet."));
    return;
  }
  body.replaceChildren(
    ...(naval.remarks.length === 0 ? [] : [el("p", {}, `Remarks: ${naval.remarks.join("; ")}`)]),
    table(["", "", "\u00b1"], masses(naval)),
    el("p", {}, naval.cargo?.text ?? ""),
    el("p", {}, naval.cargo?.attribution ?? ""),
    el("p", {}, naval.cargo?.papersText ?? ""),
    table(["limit", "", ""], limits(naval)),
    table(["uncertainty of the cargo by cause (k = 1)", "t"], budget(naval)),
    el("p", { class: "quiet" }, constant(naval)),
  );
}

function masses(naval: Naval): string[][] {
  const survey = naval.survey;
  const cargo = naval.cargo;
  return [
    ["displacement", survey ? tonnes(survey.displacementTonnes) : DASHES, survey ? tonnes(survey.displacementU95Tonnes) : ""],
    ["deflection", survey ? deflection(survey.deflectionMetres) : DASHES, ""],
    ["deductibles, constant and tanks", naval.deductiblesTonnes === null ? DASHES : tonnes(naval.deductiblesTonnes), ""],
    ["cargo measured", ...mass(cargo?.measured ?? null)],
    ["cargo weighed", ...mass(cargo?.weighed ?? null)],
    ["cargo declared", ...mass(cargo?.declared ?? null)],
    ["measured less weighed", ...mass(cargo?.residual ?? null)],
    ["weighed less declared", ...mass(cargo?.papers ?? null)],
    ["water", naval.water.density === null ? DASHES : `${number(naval.water.density, 4)} t/m\u00b3`, naval.water.text],
  ];
}

function limits(naval: Naval): string[][] {
  const line = naval.loadLine;
  return [
    ["load line", line?.allowedMetres == null ? DASHES : `${number(line.allowedMetres, 3)} m`, line?.binding ?? "not configured"],
    ["port mark", margin(line?.port?.marginMetres), line?.port?.state.toLowerCase() ?? ""],
    ["starboard mark", margin(line?.starboard?.marginMetres), line?.starboard?.state.toLowerCase() ?? ""],
    ["under keel", margin(naval.underKeel?.clearanceMetres), naval.underKeel?.text ?? "not configured"],
    ...(naval.attitude ?? []).map((one) => [one.check, one.outcome.toLowerCase(), one.text]),
    ...(naval.decks ?? []).map((one) => [one.check, one.outcome.toLowerCase(), one.text]),
    ...(naval.indicativeStability ? [["stability, indicative", "", naval.indicativeStability.text]] : []),
  ];
}

function budget(naval: Naval): string[][] {
  return Object.entries(naval.survey?.budgetTonnes ?? {}).map(([cause, value]) => [
    BUDGET[cause] ?? cause,
    number(value, 1),
  ]);
}

function constant(naval: Naval): string {
  return naval.cargo ? `Constant over past voyages: ${naval.cargo.constant.text}` : "";
}

function deflection(metres: number): string {
  return `${number(Math.abs(metres) * 1000, 0)} mm ${metres < 0 ? "hog" : "sag"}`;
}

function mass(of: NavalMass | null): string[] {
  return of === null ? [DASHES, ""] : [tonnes(of.tonnes), tonnes(of.u95Tonnes)];
}

function margin(metres: number | null | undefined): string {
  return metres == null ? DASHES : `${number(metres, 2)} m`;
}

function tonnes(value: number): string {
  return `${number(value, 1)} t`;
}
