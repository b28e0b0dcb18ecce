import { el } from "../shared/dom";
import { bytes, clockTime, count, DASHES, displayOf, duration, latitude, longitude, number } from "../shared/format";
import { verdictIcon } from "../shared/icons";
import { hasFigure, word } from "../shared/quality";
import type { Channel, Check, Line, VesselState } from "../shared/contract";

/** What a tap shows: where a value comes from, what a check says, how the lines fare. */

export function table(head: string[], rows: (string | Node)[][]): HTMLTableElement {
  const cells = (tag: "th" | "td", row: (string | Node)[]) =>
    el("tr", {}, ...row.map((cell) => el(tag, tag === "th" ? { scope: "col" } : {}, cell)));
  return el(
    "table",
    { class: "table" },
    el("thead", {}, cells("th", head)),
    el("tbody", {}, ...rows.map((row) => cells("td", row))),
  );
}

export function valueText(channel: Channel): string {
  if (!hasFigure(channel)) return DASHES;
  if (channel.path === "navigation.position.latitude") return latitude(channel.value);
  if (channel.path === "navigation.position.longitude") return longitude(channel.value);
  const display = displayOf(channel.path, channel.unit);
  return `${number(display.convert(channel.value), display.decimals)} ${display.unit}`.trim();
}

export function qualityChip(channel: Channel): HTMLElement {
  return el("span", { class: "chip", "data-quality": channel.quality }, word(channel.quality));
}

export function sources(body: HTMLElement, state: VesselState, path: string): void {
  const paths = path.startsWith("navigation.position.")
    ? ["navigation.position.latitude", "navigation.position.longitude"]
    : [path];
  const channels = state.channels.filter((channel) => paths.includes(channel.path));
  body.replaceChildren(
    el("p", { class: "path" }, paths.join(", ")),
    channels.length === 0
      ? el("p", {}, "No source of this value is fitted or configured.")
      : table(
          ["source", "value", "quality", "age", "measured (UTC)", "in use"],
          channels.map((channel) => [
            channel.source,
            valueText(channel),
            qualityChip(channel),
            channel.ageSeconds === null ? DASHES : duration(channel.ageSeconds),
            channel.time === null ? DASHES : clockTime(channel.time),
            channel.preferred ? "yes" : "no",
          ]),
        ),
  );
}

export function checkDetails(body: HTMLElement, check: Check): void {
  body.replaceChildren(
    el(
      "p",
      { class: "check-said", "data-verdict": check.verdict },
      verdictIcon(check.verdict),
      el("strong", {}, check.verdict),
    ),
    el("p", {}, check.text),
    el("p", { class: "quiet" }, "Advisory. It does not replace the approved loading instrument or the stability booklet."),
  );
}

export function plantDetails(
  body: HTMLElement,
  state: VesselState,
  rate: (id: string) => number | null,
): void {
  const { link, outbox } = state;
  body.replaceChildren(
    table(
      ["line", "state", "last heard", "rate", "good", "bad", "dropped", "reopened", "device"],
      state.lines.map((line) => [
        `${line.id} (${line.protocol})`,
        line.detail === "" ? line.state.toLowerCase() : `${line.state.toLowerCase()}: ${line.detail}`,
        line.lastHeardSeconds === null ? "never" : `${duration(line.lastHeardSeconds)} ago`,
        rateText(rate(line.id)),
        number(line.decoded + line.unsupported, 0),
        malformed(line),
        number(line.dropped, 0),
        number(line.reopened, 0),
        line.device,
      ]),
    ),
    el("h3", {}, "Shore link"),
    el(
      "p",
      {},
      `${link.state.toLowerCase()} since ${clockTime(link.since)} UTC${link.detail === "" ? "" : `, ${link.detail}`}; ` +
        `${bytes(link.bytesSent)} sent, ${count(link.blocksInFlight, "block")} in flight, ${count(link.outages, "outage")}`,
    ),
    el("h3", {}, "Outbox"),
    el(
      "p",
      {},
      `${number(outbox.accepted, 0)} readings accepted = ${number(outbox.acknowledged, 0)} ashore + ` +
        `${number(outbox.gapRecorded, 0)} recorded as gaps + ${number(outbox.pending, 0)} waiting (${bytes(outbox.pendingBytes)})`,
    ),
    outbox.failure ? el("p", {}, `Readings are not kept now: ${outbox.failure}`) : "",
    el("p", { class: "quiet" }, `${state.vessel.id}, Plimsoll ${state.vessel.software}, stream ${outbox.stream}`),
  );
}

function rateText(rate: number | null): string {
  return rate === null ? DASHES : `${number(rate, 1)}/s`;
}

function malformed(line: Line): string {
  const reasons = Object.entries(line.malformedByReason ?? {})
    .filter(([, times]) => times > 0)
    .map(([reason, times]) => `${reason.toLowerCase()} ${number(times, 0)}`);
  return reasons.length === 0 ? number(line.malformed, 0) : `${number(line.malformed, 0)} (${reasons.join(", ")})`;
}
