import { el } from "../shared/dom";
import { clockTime, DASHES, displayOf, duration, latitude, longitude, number } from "../shared/format";
import { verdictIcon } from "../shared/icons";
import { hasFigure, word } from "../shared/quality";
import type { Channel, Check, VesselState } from "../shared/contract";

/** What a tap shows: where a value comes from, and what a check says. */

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

export function sources(body: HTMLElement, state: VesselState, path: string, openHistory: () => void): void {
  const paths = path.startsWith("navigation.position.")
    ? ["navigation.position.latitude", "navigation.position.longitude"]
    : [path];
  const channels = state.channels.filter((channel) => paths.includes(channel.path));
  const told = body.firstElementChild ?? body.appendChild(el("div", {}));
  if (!body.querySelector(".to-history")) {
    const button = el("button", { class: "button to-history", type: "button" }, "History");
    button.addEventListener("click", openHistory);
    body.append(button);
  }
  told.replaceChildren(
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
