import { byId, el, setAttribute, setText, show } from "../shared/dom";
import { Dialog } from "../shared/dialog";
import { listen } from "../shared/live";
import { originText } from "../shared/origin";
import { Palette } from "../shared/palette";
import { preferred } from "../shared/quality";
import { Veil } from "../shared/veil";
import { Acknowledge, Notice, silenceAll } from "./acknowledge";
import { AlertCard } from "./alerts";
import { AlertsPage } from "./alertspage";
import { Attitude } from "./attitude";
import { Cargo } from "./cargo";
import { Checks } from "./checks";
import { checkDetails, sources } from "./details";
import { DisplayPage } from "./display";
import { Draughts } from "./draughts";
import { Flash } from "./flash";
import { HistoryPage } from "./history";
import { SurveyLine, surveyDetails } from "./naval";
import { Navigation } from "./navigation";
import { Plant } from "./plant";
import { Records } from "./records";
import { SensorsPage } from "./sensors";
import { SurveyPage } from "./survey";
import { Views } from "./views";
import { Voice } from "./voice";
import type { Alert, Check, VesselState } from "../shared/contract";

/** The bridge panel: one message a second in, everything on the page out of it. */

let state: VesselState | null = null;

/** Alerts and checks change at once, everything else is looked at twice a second at most. */
const REDRAW_MILLIS = 450;
let drawn = -REDRAW_MILLIS;

const veil = new Veil();
const dialog = new Dialog();
const notice = new Notice(byId("notice"));
const acknowledge = new Acknowledge(dialog, showWatch, acknowledged, (message) => notice.say(message));
const survey = new SurveyLine(openSurvey);
const draughts = new Draughts(openSources);
const cargo = new Cargo(openSources);
const attitude = new Attitude(openSources);
const navigation = new Navigation(openSources);
const checks = new Checks(openCheck);
const alerts = new AlertCard((alert) => acknowledge.ask(alert), () => views.go("alerts"));
const alertsPage = new AlertsPage((alert) => acknowledge.ask(alert), () => views.go("loading"));
const flash = new Flash();
const voice = new Voice(() => void silenceAll((message) => notice.say(message)));
const plant = new Plant(() => views.go("sensors"));
const palette = new Palette();
const sensors = new SensorsPage((id) => plant.rate(id));
const history = new HistoryPage();
const surveys = new SurveyPage(() => acknowledge.name());
const display = new DisplayPage(palette);
const views = new Views(
  [
    { id: "loading", title: "Loading" },
    { id: "alerts", title: "Alerts" },
    { id: "sensors", title: "Sensors" },
    { id: "history", title: "History" },
    { id: "survey", title: "Survey" },
    { id: "display", title: "Display" },
  ],
  (id) => {
    document.body.dataset["view"] = id;
    if (id === "alerts") alertsPage.opened();
    if (state) showPage(state);
  },
);

views.follow();
palette.onChange(() => history.redraw());
byId("watch").addEventListener("click", () => acknowledge.changeName());
listen<VesselState>("/api/v1/stream", "state", take);

function take(message: VesselState): void {
  state = message;
  veil.live(message.time);
  setText(byId("ship"), message.vessel.name);
  showOrigin(message);
  checks.update(message);
  showAlerts(message.alerts);
  showWatch();
  if (performance.now() - drawn < REDRAW_MILLIS) return;
  drawn = performance.now();
  plant.update(message);
  surveys.update(message);
  display.update(message);
  showPage(message);
  dialog.refresh();
}

/** A name lasts for a watch, so it may also have gone. */
function showWatch(): void {
  const name = acknowledge.name();
  setText(byId("watch"), name === "" ? "Watch" : name);
  setAttribute(byId("watch"), "aria-label", `Officer of the watch: ${name === "" ? "not named" : name}`);
}

/** Only the page that is open changes; the others are filled when they come up. */
function showPage(message: VesselState): void {
  switch (views.current()) {
    case "sensors":
      sensors.update(message);
      break;
    case "history":
      history.update(message);
      break;
    case "loading":
      showLoading(message);
      break;
  }
}

function showLoading(message: VesselState): void {
  const channels = preferred(message.channels);
  draughts.update(message, channels);
  survey.update(message);
  cargo.update(message, channels);
  attitude.update(channels);
  navigation.update(channels);
  alerts.update(message.alerts);
}

function showOrigin(message: VesselState): void {
  const text = originText(message.origin);
  show(byId("origin"), text !== "");
  setText(byId("origin-word"), text);
}

/** The reply to an acknowledgement: shown at once, the stream confirms it. */
function acknowledged(alert: Alert): void {
  if (!state) return;
  state.alerts = state.alerts
    .map((one) => (one.id === alert.id && one.instance === alert.instance ? alert : one))
    .filter((one) => one.state !== "NORMAL");
  showAlerts(state.alerts);
}

/** Whatever page is open: an alert is heard everywhere. */
function showAlerts(all: readonly Alert[]): void {
  if (views.current() === "loading") alerts.update(all);
  alerts.speak(all);
  alertsPage.update(all, views.current() === "alerts");
  voice.update(all);
  flash.update(all);
}

function openSources(path: string): void {
  const title = state?.channels.find((channel) => channel.path === path)?.title ?? path;
  const heading = path.startsWith("navigation.position.") ? "Position" : title;
  dialog.open(heading, (body) => {
    const now = state;
    if (!now) return;
    sources(body, now, path, () => {
      dialog.close();
      history.choose(path, now);
      views.go("history");
    });
  });
}

function openCheck(check: Check): void {
  dialog.open(check.title, (body) => {
    checkDetails(body, state?.checks.find((one) => one.id === check.id) ?? check);
  });
}

function openSurvey(): void {
  const records = new Records(() => acknowledge.name());
  const figures = el("div", {});
  const form = el("a", { class: "button to-survey", href: "#survey" }, "Run and print a survey");
  form.addEventListener("click", () => dialog.close());
  dialog.open("Draught survey", (body) => {
    if (!body.firstChild) body.append(form, figures, records.root);
    surveyDetails(figures, state?.naval);
  });
  void records.read();
}
