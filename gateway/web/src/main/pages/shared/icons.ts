import shapes from "openbridge:icons";
import { svg } from "./dom";
import type { Alert, Verdict } from "./contract";

/** A picture from OpenBridge; the colours follow the palette. */
export function icon(name: string, label?: string): SVGSVGElement {
  const paths = shapes[name];
  if (!paths) throw new Error(`no icon ${name}`);
  const root = picture(label);
  for (const [d, fill, stroke, rule] of paths) {
    const path = svg("path", { d });
    if (rule) path.setAttribute("fill-rule", rule);
    path.style.fill = paint(fill);
    path.style.stroke = paint(stroke);
    root.append(path);
  }
  return root;
}

const ALERT_PICTURES: Record<Alert["state"], string> = {
  ACTIVE_UNACKNOWLEDGED: "unacknowledged",
  ACTIVE_SILENCED: "silenced",
  ACTIVE_ACKNOWLEDGED: "acknowledged",
  ACTIVE_TRANSFERRED: "transferred",
  RECTIFIED_UNACKNOWLEDGED: "rectified",
  NORMAL: "acknowledged",
};

/** Shape and colour by priority, picture by state; a caution has one state. */
export function alertIcon(alert: Pick<Alert, "priority" | "state">): SVGSVGElement {
  if (alert.priority === "CAUTION") return icon("caution-color-iec", "caution");
  const kind = alert.priority === "ALARM" ? "alarm" : "warning";
  const state = ALERT_PICTURES[alert.state];
  return icon(`${kind}-${state}-iec`, `${kind}, ${state}`);
}

/** Ring with tick, octagon with cross, diamond with question mark: told apart without colour. */
export function verdictIcon(verdict: Verdict): SVGSVGElement {
  const root = picture();
  root.classList.add("verdict-icon", `is-${verdict.toLowerCase()}`);
  if (verdict === "PASS") {
    root.append(
      svg("circle", { class: "ground", cx: 12, cy: 12, r: 10 }),
      svg("path", { class: "sign", d: "M7 12.5 10.5 16 17 8.5" }),
    );
  } else if (verdict === "FAIL") {
    root.append(
      svg("path", { class: "ground", d: "M8 2h8l6 6v8l-6 6H8l-6-6V8z" }),
      svg("path", { class: "sign", d: "M8 8 16 16M16 8 8 16" }),
    );
  } else {
    root.append(
      svg("path", { class: "ground", d: "M12 1.5 22.5 12 12 22.5 1.5 12z" }),
      svg("path", { class: "sign", d: "M9.3 9.6a2.7 2.7 0 1 1 4.2 2.2c-1 .7-1.5 1.1-1.5 2.2M12 17v.4" }),
    );
  }
  return root;
}

/** Filled disc, hollow ring, square with a bar: a line that is heard, is being opened, is lost. */
export function stateIcon(state: "GREEN" | "CONNECTING" | "RED"): SVGSVGElement {
  const root = picture();
  root.classList.add("state-icon", `is-${state.toLowerCase()}`);
  if (state === "GREEN") {
    root.append(svg("circle", { class: "ground", cx: 12, cy: 12, r: 8 }));
  } else if (state === "CONNECTING") {
    root.append(svg("circle", { class: "ring", cx: 12, cy: 12, r: 7 }));
  } else {
    root.append(
      svg("rect", { class: "ground", x: 2, y: 2, width: 20, height: 20, rx: 2 }),
      svg("path", { class: "sign", d: "M7 7 17 17M17 7 7 17" }),
    );
  }
  return root;
}

function picture(label?: string): SVGSVGElement {
  const root = svg("svg", { viewBox: "0 0 24 24", class: "icon", fill: "none" });
  if (label) {
    root.setAttribute("role", "img");
    root.setAttribute("aria-label", label);
  } else {
    root.setAttribute("aria-hidden", "true");
  }
  return root;
}

function paint(variable: string): string {
  if (variable === "") return "none";
  return variable === "--element-active-color" ? "currentColor" : `var(${variable})`;
}
