import { el } from "../shared/dom";
import { DASHES, number, shortTime } from "../shared/format";
import { deepest } from "./draught";
import { Panel, table, verdictCell } from "./panel";
import { checkSignature, type ShipKeys } from "./signature";
import type { Opened } from "./model";
import type { Judgement } from "./verdicts";
import type { DraughtRecord } from "./contract";

/** The draught records of a call, each with the check of the ship's signature. */

const UNDER_WAY: Judgement = { verdict: "INCONCLUSIVE", word: "being checked", text: "" };

export class RecordsCard {
  private readonly panel = new Panel("records");
  /** By record, call and key; a record never changes, so neither does what was found of it. */
  private readonly found = new Map<string, Judgement>();

  /** @param checked called when a signature has been checked */
  constructor(private readonly checked: () => void) {}

  update(opened: Opened, known: ShipKeys): void {
    const rows = [...opened.records].sort((a, b) => (a.record.at < b.record.at ? -1 : 1)).map((entry) => ({ entry, judgement: this.judgement(opened, entry.id, known) }));
    const hidden = opened.hidden.has("DRAUGHT_RECORDS");
    this.panel.show([rows, hidden], () =>
      rows.length === 0
        ? [el("p", { class: "quiet" }, hidden ? "The ship withholds her draught records" : "The ship has recorded no draughts yet")]
        : [
            table(
              ["record", "UTC", "deepest, m", "displacement, t", "quality", "signature"],
              rows.map(({ entry: { record }, judgement }) => [
                record.instant.toLowerCase(),
                el("span", { class: "when" }, shortTime(record.at)),
                deepestText(record),
                record.displacement ? `${number(record.displacement.kilograms / 1000, 1)} \u00b1${number(record.displacement.u95Kilograms / 1000, 1)}` : DASHES,
                record.quality.toLowerCase(),
                verdictCell(judgement),
              ]),
              [2, 3],
            ),
          ],
    );
  }

  /** In words, by the id of the record, for paper. */
  words(opened: Opened, known: ShipKeys): Map<string, string> {
    return new Map(opened.records.map((entry) => [entry.id, this.judgement(opened, entry.id, known).word]));
  }

  private judgement(opened: Opened, id: string, known: ShipKeys): Judgement {
    const entry = opened.records.find((one) => one.id === id);
    if (!entry) return UNDER_WAY;
    const key = `${id} ${opened.call.id} ${known.get(entry.vessel) ?? ""}`;
    const found = this.found.get(key);
    if (found) return found;
    this.found.set(key, UNDER_WAY);
    void checkSignature(entry, opened.call.id, known).then((judgement) => {
      this.found.set(key, judgement);
      this.checked();
    });
    return UNDER_WAY;
  }
}

function deepestText(record: DraughtRecord): string {
  const most = deepest(record);
  return most ? number(most.metres, 3) : DASHES;
}
