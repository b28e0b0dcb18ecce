import { byId, el, setAttribute, setText } from "../shared/dom";
import { bytes, clockTime, count, DASHES, duration, number } from "../shared/format";
import { stateIcon } from "../shared/icons";
import { LiveTable } from "../shared/livetable";
import { inGroups, word } from "../shared/quality";
import { errors, lineAdvice, sensorAdvice } from "./advice";
import { valueText } from "./details";
import { spending } from "./spending";
import type { Channel, Line, VesselState } from "../shared/contract";

/** The page of lines and sensors: is each heard, how well, and what to do when not. */

const chip = () => el("span", { class: "chip" });

export class SensorsPage {
  private readonly lines: LiveTable<Line>;
  private readonly sensors: LiveTable<Channel>;
  private readonly shore = el("p", { class: "quiet" });
  private readonly said = el("span", { class: "card-said" });
  private readonly filter = el("button", { class: "button", type: "button", "aria-pressed": "false" }, "Only what is not good");
  private doubtful = false;
  private state: VesselState | null = null;

  constructor(private readonly rate: (id: string) => number | null) {
    this.lines = new LiveTable<Line>("Lines", this.lineColumns(), (line) => line.id);
    this.sensors = new LiveTable<Channel>(
      "Sensors",
      sensorColumns(),
      (channel) => `${channel.path} ${channel.source}`,
      (row, channel) => setAttribute(row, "data-quality", channel.quality),
    );
    this.filter.addEventListener("click", () => {
      this.doubtful = !this.doubtful;
      setAttribute(this.filter, "aria-pressed", String(this.doubtful));
      if (this.state) this.update(this.state);
    });
    byId("view-sensors").append(
      el(
        "div",
        { class: "card scrolling" },
        el("div", { class: "card-head" }, el("h2", {}, "Lines")),
        el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Lines" }, this.lines.root, this.shore),
      ),
      el(
        "div",
        { class: "card scrolling" },
        el("div", { class: "card-head" }, el("h2", {}, "Sensors and values"), this.said, this.filter),
        el("div", { class: "scroll", tabindex: "0", role: "region", "aria-label": "Sensors and values" }, this.sensors.root),
      ),
    );
  }

  update(state: VesselState): void {
    this.state = state;
    this.lines.update(state.lines);
    const all = inGroups(state.channels);
    const good = all.filter((channel) => channel.quality === "GOOD").length;
    this.sensors.update(this.doubtful ? all.filter((channel) => channel.quality !== "GOOD" && channel.quality !== "MANUAL") : all);
    setText(this.said, `${good} of ${count(all.length, "value")} good`);
    const { link, outbox } = state;
    setText(
      this.shore,
      `Shore link ${link.state.toLowerCase()} since ${clockTime(link.since)} UTC, ${bytes(link.bytesSent)} sent, ${count(link.outages, "outage")}. ${spending(link.budget)} ` +
        `${number(outbox.accepted, 0)} readings kept = ${number(outbox.acknowledged, 0)} ashore + ${number(outbox.gapRecorded, 0)} gaps + ${number(outbox.pending, 0)} waiting.`,
    );
  }

  private lineColumns() {
    return [
      {
        head: "",
        text: () => "",
        inner: () => el("span", { hidden: "" }),
        dress: (cell: HTMLElement, line: Line) => {
          if (cell.dataset["state"] === line.state) return;
          cell.dataset["state"] = line.state;
          cell.className = "state-cell";
          cell.replaceChildren(stateIcon(line.state));
        },
      },
      { head: "line", text: (line: Line) => `${line.id} (${line.protocol})` },
      { head: "state", wraps: true, text: (line: Line) => (line.detail === "" ? stateWord(line) : `${stateWord(line)}: ${line.detail}`) },
      { head: "last heard", text: (line: Line) => (line.lastHeardSeconds === null ? "never" : `${duration(line.lastHeardSeconds)} ago`) },
      { head: "rate", text: (line: Line) => rateText(this.rate(line.id)) },
      { head: "good", text: (line: Line) => number(line.decoded + line.unsupported, 0) },
      { head: "errors by reason", wraps: true, text: errorText },
      { head: "reopened", text: (line: Line) => number(line.reopened, 0) },
      { head: "what to do", text: lineAdvice },
    ];
  }
}

function sensorColumns() {
  return [
    { head: "value of", wraps: true, text: (channel: Channel) => channel.title || channel.path },
    { head: "now", text: valueText },
    {
      head: "quality",
      text: (channel: Channel) => word(channel.quality),
      inner: chip,
      dress: (cell: HTMLElement, channel: Channel) => setAttribute(cell.firstElementChild ?? cell, "data-quality", channel.quality),
    },
    { head: "age", text: (channel: Channel) => (channel.ageSeconds === null ? DASHES : duration(channel.ageSeconds)) },
    { head: "source", text: (channel: Channel) => (channel.preferred ? channel.source : `${channel.source} (not in use)`) },
    { head: "what to do", text: sensorAdvice },
  ];
}

function stateWord(line: Line): string {
  return line.state === "GREEN" ? "heard" : line.state === "RED" ? "lost" : "connecting";
}

function rateText(rate: number | null): string {
  return rate === null ? DASHES : `${number(rate, 1)}/s`;
}

function errorText(line: Line): string {
  const reasons = errors(line).map(([reason, times]) => `${reason.toLowerCase()} ${number(times, 0)}`);
  const dropped = line.dropped > 0 ? [`dropped ${number(line.dropped, 0)}`] : [];
  return reasons.length + dropped.length === 0 ? "none" : [...reasons, ...dropped].join(", ");
}
