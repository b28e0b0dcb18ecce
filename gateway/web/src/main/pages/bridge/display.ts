import { byId, el, setAttribute, setText } from "../shared/dom";
import { latitude, longitude, number } from "../shared/format";
import { icon } from "../shared/icons";
import { BRIGHTEST, PALETTES, type Palette } from "../shared/palette";
import { isUsable, preferred } from "../shared/quality";
import { play, type Sound } from "../shared/sound";
import { lightOf, sunElevation, type Light } from "./sun";
import type { VesselState } from "../shared/contract";

/** The page of the screen itself: palette by hand or by the sun, brightness, text size, sound. */

const TEXT_KEY = "plimsoll.text";
const SIZES = [
  { id: "regular", title: "Regular" },
  { id: "large", title: "Large" },
  { id: "larger", title: "Larger" },
] as const;
const SOUNDS: readonly [Sound, string][] = [
  ["alarm", "Test alarm sound"],
  ["warning", "Test warning sound"],
];

export class DisplayPage {
  private readonly bySun = choice("By the sun", () => this.palette.leaveToSun());
  private readonly byHand: Map<string, HTMLButtonElement>;
  private readonly sun = el("p", { class: "quiet" }, "no position yet");
  private readonly heard = el("p", { class: "quiet", role: "status" });
  private readonly brightness = el("input", { class: "slider", type: "range", min: "0", max: String(BRIGHTEST), step: "1", "aria-label": "Brightness" });
  private readonly darker = choice("Darker", () => this.palette.dim(this.palette.brightness() - 1), undefined, false);
  private readonly brighter = choice("Brighter", () => this.palette.dim(this.palette.brightness() + 1), undefined, false);
  private readonly dimmed = el("p", { class: "quiet", role: "status" });
  private readonly sizes: HTMLButtonElement[];
  private light: Light | null = null;

  constructor(private readonly palette: Palette) {
    this.byHand = new Map(PALETTES.map(({ name, icon: picture }) => [name, choice(name, () => this.palette.choose(name), picture)]));
    this.sizes = SIZES.map(({ id, title }) => choice(title, () => this.size(id)));
    const sounds = SOUNDS.map(([sound, title]) => choice(title, () => void this.test(sound), undefined, false));
    byId("view-display").append(
      card("Palette", "Palette", [...this.byHand.values(), this.bySun], this.sun),
      card("Brightness", "Brightness of the palette", [this.darker, this.brightness, this.brighter], this.dimmed),
      card("Text size of pages and drawers", "Text size", this.sizes, el("p", { class: "quiet" }, "The loading page fills the panel at any size of the panel.")),
      card("Sound", "Sound", sounds, this.heard),
    );
    this.brightness.addEventListener("input", () => this.palette.dim(this.brightness.valueAsNumber));
    palette.onChange(() => this.mark());
    this.size(localStorage.getItem(TEXT_KEY) ?? "regular");
    this.mark();
  }

  /** With each message, whatever page is open: the sun does not wait for the page. */
  update(state: VesselState): void {
    const channels = preferred(state.channels);
    const north = channels.get("navigation.position.latitude");
    const east = channels.get("navigation.position.longitude");
    if (!isUsable(north) || !isUsable(east)) {
      setText(this.sun, "The ship\u2019s position is not known: the palette stays as it is.");
      return;
    }
    const elevation = sunElevation(Date.parse(state.time), north.value, east.value);
    this.light = lightOf(elevation, this.light);
    this.palette.suggest(this.light);
    const where = `${latitude(north.value)}, ${longitude(east.value)}`;
    setText(this.sun, `At ${where} the sun stands ${number(Math.abs(elevation), 1)}\u00b0 ${elevation < 0 ? "below" : "above"} the horizon: ${this.light}.`);
  }

  private mark(): void {
    const bySun = this.palette.isBySun();
    setAttribute(this.bySun, "aria-pressed", String(bySun));
    for (const [name, button] of this.byHand) {
      setAttribute(button, "aria-pressed", String(!bySun && name === this.palette.name()));
    }
    this.markBrightness();
    if (bySun && this.light) this.palette.suggest(this.light);
  }

  private markBrightness(): void {
    const level = this.palette.brightness();
    if (this.brightness.valueAsNumber !== level) this.brightness.value = String(level);
    setAttribute(this.brightness, "aria-valuetext", `${level} of ${BRIGHTEST}`);
    // Not disabled: the finger or the key that came to the end must not lose its place.
    setAttribute(this.darker, "aria-disabled", level === 0 ? "true" : null);
    setAttribute(this.brighter, "aria-disabled", level === BRIGHTEST ? "true" : null);
    const end = level === 0 ? ", the least at which all can be read" : level === BRIGHTEST ? ", the palette as it is" : "";
    setText(this.dimmed, `${this.palette.name()}: ${level} of ${BRIGHTEST}${end}. Each palette keeps its own on this screen.`);
  }

  private size(id: string): void {
    const size = SIZES.find((one) => one.id === id) ?? SIZES[0];
    localStorage.setItem(TEXT_KEY, size.id);
    document.documentElement.dataset["text"] = size.id;
    this.sizes.forEach((button, place) => setAttribute(button, "aria-pressed", String(SIZES[place] === size)));
  }

  private async test(sound: Sound): Promise<void> {
    const heard = await play(sound);
    setText(
      this.heard,
      heard
        ? `The ${sound} sound was played. Not heard? Turn up the panel\u2019s loudspeaker.`
        : "This browser does not let the page make a sound: start it with --autoplay-policy=no-user-gesture-required.",
    );
  }
}

function card(title: string, name: string, buttons: readonly HTMLElement[], said: HTMLElement): HTMLElement {
  return el(
    "div",
    { class: "card" },
    el("div", { class: "card-head" }, el("h2", {}, title)),
    el("div", { class: "tiles", role: "group", "aria-label": name }, ...buttons),
    said,
  );
}

function choice(text: string, chosen: () => void, picture?: string, pressable = true): HTMLButtonElement {
  const button = el("button", { class: "button choice", type: "button" }, picture ? icon(picture) : null, text);
  if (pressable) setAttribute(button, "aria-pressed", "false");
  button.addEventListener("click", chosen);
  return button;
}
