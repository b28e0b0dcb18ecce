import { byId, el, setText } from "../shared/dom";
import { DASHES, duration, number, shortTime } from "../shared/format";
import { isUsable, preferred } from "../shared/quality";
import { OLD_SECONDS } from "./calls";
import { signed } from "./cargo";
import { clearance, type Deep } from "./depth";
import { recordOf, type Opened } from "./model";
import { Panel, table, verdictCell } from "./panel";
import { ukcWords } from "./ukc";
import { mostJudgement } from "./verdicts";
import { aisDraught, vsd } from "./vsd";
import { MARKS, type DraughtRecord, type Entry } from "./contract";

/** Draught measured against limit, water and what AIS says of it. */

/** AIS knows decimetres. */
const AIS_TOLERANCE_METRES = 0.1;

export interface Deepest {
  metres: number;
  where: string;
}

/** The deepest reading of a record; null when it has none. */
export function deepest(record: DraughtRecord | undefined): Deepest | null {
  const read = MARKS.flatMap((mark) => {
    const metres = record?.draughtsMetres?.[mark];
    return metres === undefined ? [] : [{ metres, where: mark.replace(/[A-Z]/, (letter) => ` ${letter.toLowerCase()}`) }];
  });
  return read.reduce<Deepest | null>((most, one) => (most === null || one.metres > most.metres ? one : most), null);
}

/** The record that tells how she lies now: on departure, else before loading, else on arrival. */
export function lastRecord(opened: Opened): Entry<DraughtRecord> | null {
  return recordOf(opened, "DEPARTURE") ?? recordOf(opened, "BASELINE") ?? recordOf(opened, "ARRIVAL");
}

export class DraughtCard {
  private readonly panel = new Panel("draught");
  private readonly ais = byId("ais-draught") as HTMLInputElement;
  private measured: number | null = null;

  constructor() {
    this.ais.addEventListener("input", () => this.correct());
  }

  /** @param places whose depth the port's map names, of this call */
  update(opened: Opened, places: readonly Deep[]): void {
    const channels = preferred(opened.vessel?.channels ?? []);
    const silent = opened.call.heard === null || opened.call.heard > OLD_SECONDS;
    const usable = (path: string) => {
      const channel = channels.get(path);
      return isUsable(channel) && !silent ? channel.value : null;
    };
    const live = MARKS.flatMap((mark) => {
      const value = usable(`hull.draught.${mark.replace(/([A-Z])/, (letter) => `.${letter.toLowerCase()}`)}`);
      return value === null ? [] : [value];
    });
    const now = live.length === MARKS.length ? Math.max(...live) : null;
    const kept = lastRecord(opened);
    const recorded = deepest(kept?.record);
    const mean = usable("hull.draught.mean");
    const limit = usable("loading.loadLine.limit");
    const water = { draughtMetres: now ?? recorded?.metres ?? null, tideMetres: usable("environment.tide.heightNow"), squatMetres: usable("loading.squat") };
    this.measured = now ?? recorded?.metres ?? null;
    const shown = [kept, recorded, now, mean, limit, water, places].map((one) => (typeof one === "number" ? one.toFixed(2) : one));
    this.panel.show([shown, silent, [...opened.hidden], opened.ukcRequests, opened.ukcPlans], () => [
      table(
        ["", "measured, m", "limit, m", "verdict"],
        [
          ...(kept?.record.marks ?? []).map((one) => [
            `mark ${one.mark}, ${one.side.toLowerCase()}`,
            one.draughtMetres === undefined ? DASHES : number(one.draughtMetres, 3),
            one.limitMetres === undefined ? DASHES : number(one.limitMetres, 3),
            verdictCell({ verdict: one.verdict, word: one.verdict.toLowerCase(), text: "" }),
          ]),
          ["deepest, recorded", recorded ? `${number(recorded.metres, 3)} ${recorded.where}` : DASHES, "", ""],
          ["deepest, now", now === null ? DASHES : number(now, 2), "", ""],
          ["mean, now", mean === null ? DASHES : number(mean, 2), limit === null ? DASHES : number(limit, 2), verdictCell(mostJudgement(mean, limit, "over the load line"))],
          ...places.map((place) => {
            const left = clearance(place, water);
            return [`below the keel, ${place.name}`, el("span", { title: left.sum }, left.metres === null ? DASHES : number(left.metres, 2)), place.leastMetres === null ? DASHES : `least ${number(place.leastMetres, 2)}`, verdictCell(left.judgement)];
          }),
        ],
        [1, 2],
      ),
      ...places.map((place) => el("p", { class: "quiet" }, `${place.name}: ${clearance(place, water).sum}`)),
      ...ukcWords(opened.ukcRequests, opened.ukcPlans).map((line) => el("p", {}, line)),
      el("p", { class: "quiet" }, said(kept, silent, opened)),
    ]);
    this.correct();
  }

  /** What AIS says, as the officer reads it there, against the measured draught. */
  private correct(): void {
    const typed = this.ais.value.trim().replace(",", ".");
    const declared = typed === "" ? null : Number(typed);
    const sentence = this.measured === null ? null : vsd(this.measured);
    const needed = this.measured === null ? null : aisDraught(this.measured);
    setText(byId("vsd"), sentence ?? "");
    if (needed === null || this.measured === null) setText(byId("ais-said"), "No draught is measured, so there is nothing to correct with");
    else if (declared === null) setText(byId("ais-said"), `AIS ought to say ${needed.toFixed(1)} m; this sentence tells her transponder so`);
    else if (!Number.isFinite(declared) || declared < 0 || declared > 25.5) setText(byId("ais-said"), "AIS says 0 (not known) to 25.5 m");
    else if (declared === 0) setText(byId("ais-said"), `AIS does not know her draught; it ought to say ${needed.toFixed(1)} m`);
    else if (Math.abs(declared - this.measured) <= AIS_TOLERANCE_METRES) setText(byId("ais-said"), `AIS is right: ${signed(declared - this.measured, 2)} m`);
    else setText(byId("ais-said"), `AIS is wrong by ${signed(declared - this.measured, 2)} m; it ought to say ${needed.toFixed(1)} m`);
  }
}

function said(kept: Entry<DraughtRecord> | null, silent: boolean, opened: Opened): string {
  const { heard } = opened.call;
  const none = opened.hidden.has("DRAUGHT_RECORDS") ? "The ship withholds her draught records." : "No draught record.";
  const record = kept ? `Record: ${kept.record.instant.toLowerCase()}, ${shortTime(kept.record.at)}, ${kept.record.quality.toLowerCase()}, by ${kept.author}.` : none;
  if (!silent) return record;
  return `${record} Now: ${heard === null ? "she was never heard" : `nothing, she is silent for ${duration(heard)}`}.`;
}
