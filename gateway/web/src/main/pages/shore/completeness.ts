import { byId, el, reconcile, setText, svg, type Row } from "../shared/dom";
import { count, number } from "../shared/format";
import type { Completeness, StreamCompleteness } from "../shared/contract";

/** What the store holds of each stream: stored, gaps that the ship has recorded, holes. */

const WIDTH = 1000;
const HEIGHT = 14;
/** A hole of one row must still be seen. */
const LEAST_WIDTH = 4;
/** Gaps and holes that are named one by one. */
const NAMED = 4;

export class CompletenessCard {
  private readonly rows = new Map<string, Row<StreamCompleteness>>();

  update(completeness: Completeness): void {
    const streams = completeness.streams ?? [];
    reconcile(byId("streams"), streams, (one) => one.stream, streamRow, this.rows);
    const holes = streams.reduce((sum, one) => sum + one.holes.length, 0);
    const gaps = streams.reduce((sum, one) => sum + one.gaps.length, 0);
    const said =
      streams.length === 0
        ? "nothing stored yet"
        : holes > 0
          ? `${count(holes, "hole")}: the ship is asked to send again`
          : gaps > 0
            ? `no holes; ${count(gaps, "gap")} recorded by the ship`
            : "nothing is missing";
    setText(byId("completeness-said"), said);
  }
}

function streamRow(): Row<StreamCompleteness> {
  const id = el("span", { class: "stream-id" });
  const stored = el("span");
  const gaps = el("span");
  const holes = el("span");
  const bar = svg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, preserveAspectRatio: "none", "aria-hidden": "true" });
  return {
    root: el("li", { class: "stream" }, el("p", {}, id, stored), bar, el("p", { class: "quiet" }, gaps, holes)),
    update(stream) {
      setText(id, `stream ${stream.stream.slice(0, 8)}`);
      setText(stored, `rows ${range(stream)}: ${count(stream.stored, "reading")} stored`);
      setText(
        gaps,
        named(stream.gaps, "gap", (gap) => `${range(gap)} (${count(gap.readings, "reading")}, ${gap.reason.toLowerCase().replaceAll("_", " ")})`),
      );
      setText(holes, named(stream.holes, "hole", range));
      draw(bar, stream);
    },
  };
}

function draw(bar: SVGSVGElement, stream: StreamCompleteness): void {
  const span = Math.max(1, stream.last - stream.first + 1);
  const part = (of: { first: number; last: number }, kind: string) => {
    const width = Math.max(LEAST_WIDTH, ((of.last - of.first + 1) / span) * WIDTH);
    const x = Math.min(WIDTH - width, ((of.first - stream.first) / span) * WIDTH);
    return svg("rect", { class: `stream-${kind}`, x: x.toFixed(1), y: 0, width: width.toFixed(1), height: HEIGHT });
  };
  bar.replaceChildren(
    part(stream, "stored"),
    ...stream.gaps.map((gap) => part(gap, "gap")),
    ...stream.holes.map((hole) => part(hole, "hole")),
  );
}

function named<T>(items: readonly T[], what: string, name: (item: T) => string): string {
  if (items.length === 0) return `no ${what}s`;
  const more = items.length - NAMED;
  const names = items.slice(0, NAMED).map(name).join(", ");
  return `${count(items.length, what)}: ${names}${more > 0 ? ` and ${number(more, 0)} more` : ""}`;
}

function range(of: { first: number; last: number }): string {
  return of.first === of.last ? number(of.first, 0) : `${number(of.first, 0)} to ${number(of.last, 0)}`;
}
