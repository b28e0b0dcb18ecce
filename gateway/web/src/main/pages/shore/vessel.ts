import { byId, el, reconcile, setAttribute, setText, show, type Row } from "../shared/dom";
import { Figure } from "../shared/figure";
import { clockTime, dateOnly, DASHES, degreesOf, displayOf, duration, latitude, longitude, number } from "../shared/format";
import { alertIcon } from "../shared/icons";
import { originText } from "../shared/origin";
import { hasFigure, inGroups, preferred, word } from "../shared/quality";
import { heardText } from "./vessels";
import type { Alert, Channel, VesselDetail } from "../shared/contract";

/** The chosen vessel: the figures that matter, every latest value, her alerts. */

interface Headline {
  path: string;
  label: string;
  unit: string;
  format(si: number): string;
  /** What the sign means. */
  says?(si: number): string;
}

const HEADLINES: readonly Headline[] = [
  { path: "hull.draught.mean", label: "mean draught", unit: "m", format: (si) => number(si, 2) },
  {
    path: "hull.trim",
    label: "trim",
    unit: "m",
    format: (si) => number(Math.abs(si), 2),
    says: (si) => (si < 0 ? "by the head" : "by the stern"),
  },
  {
    path: "hull.list",
    label: "list",
    unit: "\u00b0",
    format: (si) => number(Math.abs(degreesOf(si)), 1),
    says: (si) => (si < 0 ? "to port" : "to starboard"),
  },
  tonnes("loading.cargo.declared", "cargo declared"),
  tonnes("loading.cargo.weighed", "cargo weighed"),
  tonnes("loading.cargo.measured", "cargo measured"),
  { path: "passengers.onBoard", label: "passengers", unit: "", format: (si) => number(si, 0) },
  {
    path: "navigation.speedOverGround",
    label: "speed over ground",
    unit: "kn",
    format: (si) => number(displayOf("", "m/s").convert(si), 1),
  },
];

export class Vessel {
  private readonly figures = HEADLINES.map((headline) => ({ headline, figure: this.figure(headline) }));
  private readonly latest = new Map<string, Row<Channel>>();
  private readonly alerts = new Map<string, Row<Alert>>();

  constructor(private readonly chart: (path: string) => void) {}

  update(vessel: VesselDetail): void {
    this.showTitle(vessel);
    const channels = inGroups(vessel.channels ?? []);
    const byPath = preferred(channels);
    for (const { headline, figure } of this.figures) {
      const channel = byPath.get(headline.path);
      figure.update(channel);
      const says = hasFigure(channel) ? (headline.says?.(channel.value) ?? "") : "";
      const label = figure.root.querySelector(".figure-label");
      if (label) setText(label, says === "" ? headline.label : `${headline.label} ${says}`);
    }
    reconcile(byId("latest"), channels, (one) => `${one.path} ${one.source}`, () => this.latestRow(), this.latest);
    const fresh = channels.filter((one) => one.quality === "GOOD" || one.quality === "MANUAL").length;
    setText(byId("latest-said"), `${fresh} of ${channels.length} good`);
    const alerts = Array.isArray(vessel.alerts) ? vessel.alerts.filter((one) => one.state !== "NORMAL") : [];
    reconcile(byId("alerts"), alerts, (one) => `${one.id}/${one.instance}`, alertRow, this.alerts);
    setText(byId("alerts-said"), alerts.length === 0 ? "none" : "acknowledged aboard only");
  }

  private showTitle(vessel: VesselDetail): void {
    setText(byId("vessel-name"), vessel.name || vessel.id);
    setText(byId("vessel-id"), vessel.id.replace(/^(imo|mmsi)/, (kind) => `${kind.toUpperCase()} `));
    const origin = originText(vessel.origin);
    setText(byId("vessel-origin"), origin);
    show(byId("vessel-origin"), origin !== "");
    const state = heardText(vessel);
    const since = vessel.since ? `, since ${dateOnly(vessel.since)} ${clockTime(vessel.since).slice(0, 5)}` : "";
    setText(byId("vessel-state"), state + since);
  }

  private figure(headline: Headline): Figure {
    const figure = new Figure({ ...headline, size: "middle", onOpen: () => this.chart(headline.path) });
    byId("figures").append(figure.root);
    return figure;
  }

  private latestRow(): Row<Channel> {
    let path = "";
    const name = el("button", { class: "link-button", type: "button" });
    const value = el("td", { class: "right latest-value" });
    const chip = el("span", { class: "chip" });
    const age = el("td", { class: "right" });
    const source = el("td");
    name.addEventListener("click", () => this.chart(path));
    const root = el("tr", {}, el("td", {}, name), value, el("td", {}, chip), age, source);
    return {
      root,
      update(channel) {
        path = channel.path;
        setText(name, channel.title || channel.path);
        setAttribute(name, "title", channel.path);
        setText(value, valueText(channel));
        setText(chip, word(channel.quality));
        setAttribute(chip, "data-quality", channel.quality);
        setAttribute(root, "data-quality", channel.quality);
        setText(age, channel.ageSeconds === null ? DASHES : duration(channel.ageSeconds));
        setText(source, channel.source);
      },
    };
  }
}

function valueText(channel: Channel): string {
  if (!hasFigure(channel)) return DASHES;
  if (channel.path.endsWith(".position.latitude")) return latitude(channel.value);
  if (channel.path.endsWith(".position.longitude")) return longitude(channel.value);
  const display = displayOf(channel.path, channel.unit);
  return `${number(display.convert(channel.value), display.decimals)} ${display.unit}`.trim();
}

function alertRow(): Row<Alert> {
  let pictured = "";
  const picture = el("span");
  const title = el("span", { class: "alert-title" });
  const text = el("span", { class: "alert-text" });
  const when = el("span");
  const by = el("span", { class: "alert-by" });
  return {
    root: el("li", { class: "alert" }, picture, el("span", {}, title, text), el("span", { class: "alert-when" }, when, by)),
    update(alert) {
      if (pictured !== alert.priority + alert.state) picture.replaceChildren(alertIcon(alert));
      pictured = alert.priority + alert.state;
      setText(title, alert.title);
      setText(text, alert.text);
      setText(when, clockTime(alert.raised));
      setText(by, alert.acknowledgedBy ?? "");
    },
  };
}

function tonnes(path: string, label: string): Headline {
  return { path, label, unit: "t", format: (si) => number(si / 1000, 0) };
}
