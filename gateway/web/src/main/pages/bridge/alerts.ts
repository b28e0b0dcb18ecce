import { byId, el, reconcile, setAttribute, setText, show, type Row } from "../shared/dom";
import { clockTime } from "../shared/format";
import { alertIcon } from "../shared/icons";
import type { Alert, AlertState, Priority } from "../shared/contract";

/**
 * The alerts as the gateway has them: one state for all screens (MSC.302(87)). What is not
 * acknowledged flashes, and stays although its cause has gone.
 */

const PRIORITIES: readonly Priority[] = ["ALARM", "WARNING", "CAUTION"];
const STATES: Record<AlertState, string> = {
  ACTIVE_UNACKNOWLEDGED: "not acknowledged",
  ACTIVE_SILENCED: "silenced, not acknowledged",
  ACTIVE_ACKNOWLEDGED: "acknowledged",
  ACTIVE_TRANSFERRED: "announced elsewhere, not acknowledged",
  RECTIFIED_UNACKNOWLEDGED: "rectified, not acknowledged",
  NORMAL: "normal",
};

export function needsAcknowledgement(alert: Alert): boolean {
  const open = alert.state !== "ACTIVE_ACKNOWLEDGED" && alert.state !== "NORMAL";
  return open && alert.priority !== "CAUTION" && alert.category !== "C";
}

export function inOrder(alerts: readonly Alert[]): Alert[] {
  const group = (alert: Alert) => (needsAcknowledgement(alert) ? 0 : 1);
  return [...alerts].sort(
    (a, b) =>
      group(a) - group(b) ||
      PRIORITIES.indexOf(a.priority) - PRIORITIES.indexOf(b.priority) ||
      Date.parse(b.raised) - Date.parse(a.raised),
  );
}

/** The states in the history, in a word. */
const PAST: Record<AlertState, string> = {
  ACTIVE_UNACKNOWLEDGED: "raised",
  ACTIVE_SILENCED: "silenced",
  ACTIVE_ACKNOWLEDGED: "acknowledged",
  ACTIVE_TRANSFERRED: "transferred",
  RECTIFIED_UNACKNOWLEDGED: "rectified",
  NORMAL: "normal",
};

/** A list of alerts that keeps its rows, so that flashing does not start anew each second. */
export class AlertList {
  private readonly rows = new Map<string, Row<Alert>>();

  constructor(
    private readonly parent: HTMLElement,
    private readonly acknowledge: (alert: Alert) => void,
    private readonly transitions = false,
  ) {}

  update(alerts: readonly Alert[]): void {
    reconcile(this.parent, alerts, (alert) => this.key(alert), (alert) => this.row(alert), this.rows);
  }

  /** An alert has a row; in a history each of its transitions has one. */
  private key(alert: Alert): string {
    const one = `${alert.id}/${alert.instance}`;
    return this.transitions ? `${one}/${alert.raised}/${alert.changed}/${alert.revision}` : one;
  }

  private row(first: Alert): Row<Alert> {
    let current = first;
    let pictured = "";
    const picture = el("span", { class: "alert-icon" });
    const title = el("span", { class: "alert-title" });
    const text = el("span", { class: "alert-text" });
    const hour = el("span", { class: "alert-hour", "aria-hidden": "true" });
    const time = el("time", { class: "alert-time" });
    const by = el("span", { class: "alert-by" });
    const state = el("span", { class: "alert-state" });
    const keepsTransitions = this.transitions;
    const button = el("button", { class: "button alert-button", type: "button" }, "ACK");
    button.addEventListener("click", () => this.acknowledge(current));
    const root = el(
      "li",
      { class: "alert" },
      picture,
      el("span", { class: "alert-words" }, title, hour, text),
      state,
      el("span", { class: "alert-when" }, time, by),
      button,
    );
    return {
      root,
      update(alert) {
        current = alert;
        if (pictured !== alert.priority + alert.state) {
          pictured = alert.priority + alert.state;
          picture.replaceChildren(alertIcon(alert));
        }
        setAttribute(root, "data-state", alert.state);
        setAttribute(root, "data-priority", alert.priority);
        setText(title, alert.title);
        setText(state, alert.priority === "CAUTION" && alert.state === "ACTIVE_ACKNOWLEDGED" ? "raised" : PAST[alert.state]);
        setText(text, (alert.state === "RECTIFIED_UNACKNOWLEDGED" ? "rectified, " : "") + alert.text);
        setText(hour, clockTime(alert.raised).slice(0, 5));
        setText(time, clockTime(keepsTransitions ? alert.changed : alert.raised));
        setAttribute(time, "datetime", keepsTransitions ? alert.changed : alert.raised);
        setText(by, alert.acknowledgedBy ?? "");
        show(button, needsAcknowledgement(alert) && !keepsTransitions);
        setAttribute(button, "aria-label", `Acknowledge ${alert.title}`);
        setAttribute(root, "aria-label", `${alert.priority.toLowerCase()}, ${STATES[alert.state]}: ${alert.title}, ${alert.text}`);
      },
    };
  }
}

/** Rows of a card that is not shown now. */
const UNSEEN_ROWS = 3;

/** The card on the page: as many rows as fit, how many more there are, and a voice for alarms. */
export class AlertCard {
  private readonly list: AlertList;
  private readonly parent = byId("alerts");
  private readonly heading = byId("alerts-count");
  private readonly empty = byId("alerts-none");
  private readonly more = byId("alerts-all");
  private readonly voice = byId("voice");
  private spoken = new Set<string>();
  private alerts: readonly Alert[] = [];
  /** Rows that the card has room for; measured when that may have changed, for it costs a layout. */
  private fitting = 0;

  constructor(acknowledge: (alert: Alert) => void, openAll: () => void) {
    this.list = new AlertList(this.parent, acknowledge);
    this.more.addEventListener("click", openAll);
    new ResizeObserver(() => {
      this.fitting = 0;
      this.update(this.alerts);
    }).observe(this.parent);
  }

  update(alerts: readonly Alert[]): void {
    this.alerts = alerts;
    const ordered = inOrder(alerts);
    const open = ordered.filter(needsAcknowledgement).length;
    if (this.fitting === 0) {
      if (!this.parent.firstElementChild) this.list.update(ordered.slice(0, 1));
      this.fitting = this.rowsThatFit();
    }
    const fitting = this.fitting || UNSEEN_ROWS;
    this.list.update(ordered.slice(0, fitting));
    const hidden = Math.max(0, ordered.length - fitting);
    setText(this.heading, open === 0 ? "" : `${open} to acknowledge`);
    setText(this.more, hidden === 0 ? "All and history" : `${hidden} more, history`);
    show(this.empty, ordered.length === 0);
  }

  private rowsThatFit(): number {
    const row = this.parent.firstElementChild?.getBoundingClientRect().height ?? 0;
    return row === 0 ? 0 : Math.max(1, Math.floor((this.parent.clientHeight + 1) / row));
  }

  /** Says each new alarm and warning once. */
  speak(alerts: readonly Alert[]): void {
    const open = inOrder(alerts).filter(needsAcknowledgement);
    const keys = new Set(open.map((alert) => `${alert.id}/${alert.instance}/${alert.raised}`));
    const fresh = open.filter((alert) => !this.spoken.has(`${alert.id}/${alert.instance}/${alert.raised}`));
    const first = fresh[0];
    if (first) setText(this.voice, `${first.priority.toLowerCase()}: ${first.title}, ${first.text}`);
    this.spoken = keys;
  }
}
