import { byId, el, reconcile, setAttribute, setText, type Row } from "../shared/dom";
import { verdictIcon } from "../shared/icons";
import type { Check, Verdict, VesselState } from "../shared/contract";

/** The verdicts, each on a tile, and the worst of them at the top of the page. */

const WORDS: Record<Verdict, string> = {
  PASS: "Pass",
  FAIL: "Fail",
  INCONCLUSIVE: "Inconclusive",
};
/** A tile has room for one or two words; a check that is not listed here shows its own title. */
const SHORT: Record<string, string> = {
  "draught-limit": "Draught limit",
  "cargo-limit": "Cargo limit",
  "cargo-weights": "Cargo weights",
  attitude: "List and trim",
  decks: "Deck loads",
  "under-keel": "Under keel",
  passengers: "Passengers",
  freshness: "Sensors",
};
const WORST_FIRST: readonly Verdict[] = ["FAIL", "INCONCLUSIVE", "PASS"];

export class Checks {
  private readonly rows = new Map<string, Row<Check>>();
  private readonly tiles = byId("checks");
  private readonly summary = byId("summary");
  private readonly summaryIcon = byId("summary-icon");
  private readonly summaryTitle = byId("summary-title");
  private readonly summaryText = byId("summary-text");

  constructor(private readonly open: (check: Check) => void) {
    this.summary.addEventListener("click", () => {
      const worst = this.worst;
      if (worst) this.open(worst);
    });
  }

  private worst: Check | undefined;

  update(state: VesselState): void {
    reconcile(this.tiles, state.checks, (check) => check.id, () => this.tile(), this.rows);
    this.worst = WORST_FIRST.map((verdict) => state.checks.find((check) => check.verdict === verdict)).find(
      (check) => check !== undefined,
    );
    this.summarise(state.checks);
  }

  private summarise(checks: readonly Check[]): void {
    const verdict = this.worst?.verdict ?? "INCONCLUSIVE";
    const same = checks.filter((check) => check.verdict === verdict);
    if (this.summary.dataset["verdict"] !== verdict) {
      this.summaryIcon.replaceChildren(verdictIcon(verdict));
      setAttribute(this.summary, "data-verdict", verdict);
    }
    const titles = same.map((check) => short(check).toLowerCase()).join(", ");
    if (verdict === "PASS") {
      setText(this.summaryTitle, "Within limits");
      setText(this.summaryText, `all ${checks.length} checks pass`);
    } else {
      setText(this.summaryTitle, verdict === "FAIL" ? "Check failed" : "Cannot tell");
      setText(this.summaryText, same.length === 1 ? (same[0]?.text ?? "") : titles);
    }
  }

  private tile(): Row<Check> {
    const picture = el("span", { class: "check-icon" });
    const title = el("span", { class: "check-title" });
    const root = el("button", { class: "check", type: "button" }, picture, title);
    let shown: Check | undefined;
    root.addEventListener("click", () => {
      if (shown) this.open(shown);
    });
    return {
      root,
      update(check) {
        if (shown?.verdict !== check.verdict) picture.replaceChildren(verdictIcon(check.verdict));
        shown = check;
        setText(title, short(check));
        setAttribute(root, "aria-label", `${check.title}: ${WORDS[check.verdict]}`);
        setAttribute(root, "data-verdict", check.verdict);
      },
    };
  }
}

function short(check: Check): string {
  return SHORT[check.id] ?? check.title;
}
