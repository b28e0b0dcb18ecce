import { el, setAttribute, setText, show } from "../shared/dom";
import type { Problem } from "./contract";

/** A form of labelled fields that shows what the port refuses, field by field. */

export interface Field {
  /** As the API names it; a problem with that name is shown here. */
  name: string;
  label: string;
  kind?: "text" | "number" | "time" | "lines" | "password";
  choices?: readonly string[];
  suggestions?: readonly string[];
  value?: string;
  required?: boolean;
  hint?: string;
}

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;
type Shown = { field: Field; input: Input; said: HTMLElement };

/** What was filled in; an empty field is not in it. */
export type Values = ReadonlyMap<string, string>;

let forms = 0;

export class Form {
  private readonly shown: Shown[];
  private readonly problem = el("div", { class: "problem", role: "alert", hidden: "" });
  private readonly button: HTMLButtonElement;
  private readonly said = el("p", { class: "quiet", role: "status" });
  readonly root: HTMLFormElement;

  /** @param submit gives the problem, or null when it is done */
  constructor(fields: readonly Field[], action: string, submit: (values: Values) => Promise<Problem | null>) {
    const id = `form-${++forms}`;
    this.shown = fields.map((field) => shown(field, id));
    this.button = el("button", { class: "button", type: "submit" }, action);
    this.root = el(
      "form",
      { class: "form" },
      el("div", { class: "fields" }, ...this.shown.map(({ field, input, said }) => label(field, input, said))),
      this.problem,
      el("div", { class: "form-foot" }, this.button, this.said),
    );
    this.root.noValidate = true;
    this.root.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.send(submit);
    });
  }

  input(name: string): Input {
    const found = this.shown.find(({ field }) => field.name === name);
    if (!found) throw new Error(`the form has no ${name}`);
    return found.input;
  }

  /** A line beside the button, while something lasts. */
  say(text: string): void {
    setText(this.said, text);
  }

  private async send(submit: (values: Values) => Promise<Problem | null>): Promise<void> {
    const values = new Map(this.shown.map(({ field, input }) => [field.name, input.value.trim()] as const).filter(([, value]) => value !== ""));
    const missing = this.shown.filter(({ field }) => field.required && !values.has(field.name));
    if (missing.length > 0) {
      this.refused({
        title: "Not complete",
        status: 0,
        errors: missing.map(({ field }) => ({ field: field.name, detail: "is missing", allowed: field.choices?.join(", ") ?? field.hint ?? "it is required" })),
      });
      return;
    }
    this.button.disabled = true;
    const problem = await submit(values);
    this.button.disabled = false;
    this.refused(problem);
  }

  /** Shows a problem, each fault at its field; null takes it away. */
  refused(problem: Problem | null): void {
    const faults = problem?.errors ?? [];
    for (const { field, input, said } of this.shown) {
      const fault = faults.find((one) => one.field === field.name || one.field.endsWith(`.${field.name}`));
      setText(said, fault ? `${fault.detail}; allowed: ${fault.allowed}` : hint(field));
      said.classList.toggle("is-fault", fault !== undefined);
      setAttribute(input, "aria-invalid", fault ? "true" : null);
    }
    const elsewhere = faults.filter((fault) => !this.shown.some(({ field }) => fault.field === field.name || fault.field.endsWith(`.${field.name}`)));
    show(this.problem, problem !== null);
    this.problem.replaceChildren(...(problem ? words(problem, elsewhere) : []));
    this.shown.find(({ input }) => input.getAttribute("aria-invalid") === "true")?.input.focus();
  }
}

/** A problem document for people. */
export function words(problem: Problem, faults = problem.errors ?? []): HTMLElement[] {
  const detail = (problem.errors?.length ?? 0) > 0 ? "" : (problem.detail ?? "");
  return [
    el("p", {}, el("strong", {}, problem.title), detail === "" ? null : `: ${detail}`),
    ...(faults.length === 0 ? [] : [el("ul", {}, ...faults.map((one) => el("li", {}, `${one.field} ${one.detail}; allowed: ${one.allowed}`)))]),
  ];
}

/** A time as it is typed, taken as UTC; what is no time stays as it is, for the port to refuse. */
export function utc(typed: string): string {
  const minutes = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d)(:\d\d)?$/.exec(typed);
  return minutes ? `${minutes[1]}T${minutes[2]}${minutes[3] ?? ":00"}Z` : typed;
}

/** A number as it is typed, a comma as a point; what is none stays a text, for the port to refuse. */
export function figure(typed: string): number | string {
  const number = Number(typed.replace(",", "."));
  return Number.isFinite(number) ? number : typed;
}

function shown(field: Field, form: string): Shown {
  const id = `${form}-${field.name}`;
  const input = inputOf(field, id);
  if (field.value !== undefined) input.value = field.value;
  setAttribute(input, "aria-describedby", `${id}-said`);
  if (field.required) setAttribute(input, "aria-required", "true");
  return { field, input, said: el("span", { class: "field-said", id: `${id}-said` }, hint(field)) };
}

/** No picker of dates: it would show them as the browser's country writes them. */
function hint(field: Field): string {
  return field.hint ?? (field.kind === "time" ? "such as 2026-01-15 06:42" : "");
}

function inputOf(field: Field, id: string): Input {
  if (field.choices) {
    const options = field.choices.map((one) => el("option", { value: one }, one));
    return el("select", { class: "select", id }, ...(field.required ? [] : [el("option", { value: "" }, "")]), ...options);
  }
  if (field.kind === "lines") return el("textarea", { class: "lines", id, rows: "9", spellcheck: "false" });
  const type = field.kind === "password" ? "password" : "text";
  return el("input", {
    class: "input",
    id,
    type,
    autocomplete: "off",
    spellcheck: "false",
    ...(field.kind === "number" ? { inputmode: "decimal" } : {}),
    ...(field.suggestions ? { list: `${id}-list` } : {}),
  });
}

function label(field: Field, input: Input, said: HTMLElement): HTMLElement {
  const list = field.suggestions ? el("datalist", { id: `${input.id}-list` }, ...field.suggestions.map((one) => el("option", { value: one }))) : null;
  return el("div", { class: field.kind === "lines" ? "field is-wide" : "field" }, el("label", { for: input.id }, field.label + (field.required ? "" : " (optional)")), input, list, said);
}
