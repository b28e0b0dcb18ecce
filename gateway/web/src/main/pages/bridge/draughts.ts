import { byId, el, setAttribute, setText } from "../shared/dom";
import { Figure } from "../shared/figure";
import { number } from "../shared/format";
import { hasFigure, isUsable, note } from "../shared/quality";
import { Picture, Readable } from "../shared/readable";
import { Hull, SIDES, STATIONS } from "./hull";
import type { Channel, VesselState } from "../shared/contract";

/** The hull with its waterline, and six draughts below their marks. */
export class Draughts {
  private readonly hull = new Hull();
  private readonly figures = new Map<string, Figure>();
  private readonly mean = byId("draught-mean");
  private readonly margin = byId("draught-margin");
  private readonly readable = new Readable();
  private readonly picture = new Picture();

  constructor(open: (path: string) => void) {
    const columns = byId("stations");
    for (const station of STATIONS) {
      const column = el("div", { class: "station", role: "group", "aria-label": station });
      for (const side of SIDES) {
        const path = `hull.draught.${station}.${side}`;
        const figure = new Figure({
          label: `${station === "midship" ? "mid" : station === "forward" ? "fwd" : "aft"} ${side}`,
          unit: "m",
          format: (metres) => number(metres, 2),
          onOpen: () => open(path),
        });
        this.figures.set(path, figure);
        column.append(figure.root);
      }
      columns.append(column);
    }
  }

  update(state: VesselState, channels: Map<string, Channel>): void {
    for (const [path, figure] of this.figures) figure.update(channels.get(path));
    const exceeded = state.checks.some((check) => check.id === "draught-limit" && check.verdict === "FAIL");
    const line = state.naval?.loadLine;
    const limit = line?.allowedMetres ?? state.limits.draughtMetres ?? null;
    const mark = line ? markOf(line.binding) : "";
    const qualities = [...this.figures.keys()].map((path) => channels.get(path)?.quality);
    if (this.picture.mayMove([...qualities, limit, mark, exceeded].join())) this.hull.update(channels, limit, exceeded, mark);
    this.headline(channels.get("hull.draught.mean"), channels.get("loading.loadLine.margin"));
  }

  private headline(mean: Channel | undefined, margin: Channel | undefined): void {
    const quality = mean?.quality ?? "ABSENT";
    if (!this.readable.mayChange() && this.mean.dataset["quality"] === quality) return;
    const figure = hasFigure(mean) ? `${number(mean.value, 2)} m` : note(mean).chip;
    const said = hasFigure(mean) ? [note(mean).chip, note(mean).age].filter((part) => part !== "").join(" ") : "";
    setText(this.mean, `mean ${figure}${said === "" ? "" : `, ${said}`}`);
    setAttribute(this.mean, "data-quality", quality);
    setText(this.margin, isUsable(margin) ? marginText(margin.value) : "");
  }
}

/** The letters of the mark that binds: "S in Rajin roads on 2026-11-21" gives S. */
function markOf(binding: string): string {
  return /^[A-Z]{1,3}(?= in )/.exec(binding)?.[0] ?? "";
}

function marginText(metres: number): string {
  const centimetres = Math.round(Math.abs(metres) * 100);
  return metres < 0 ? `${centimetres} cm over the limit` : `${centimetres} cm below the limit`;
}
