import { byId, el } from "./dom";
import { icon } from "./icons";

/** Four palettes for four lights, each with a brightness; the choice stays with this screen. */

/** `darkest`: percent of black in every colour at which all text still has the contrast of WCAG AA. */
export const PALETTES = [
  { name: "day", icon: "palette-day", darkest: 30 },
  { name: "dusk", icon: "palette-dusk", darkest: 20 },
  { name: "night", icon: "palette-night", darkest: 22 },
  { name: "bright", icon: "palette-day-bright", darkest: 30 },
] as const;

/** Steps of brightness from the darkest, 0, to the palette as it is. */
export const BRIGHTEST = 10;

const KEY = "plimsoll.palette";
const BY_SUN_KEY = "plimsoll.palette.sun";
const BRIGHTNESS_KEY = "plimsoll.brightness.";

export class Palette {
  private readonly listeners: (() => void)[] = [];

  /** Makes the button `#palette` go on to the next palette. */
  constructor() {
    const button = byId("palette");
    button.addEventListener("click", () => {
      const place = PALETTES.findIndex((one) => one.name === this.name());
      this.choose((PALETTES[(place + 1) % PALETTES.length] ?? PALETTES[0]).name);
    });
    this.apply(localStorage.getItem(KEY) ?? "day");
  }

  name(): string {
    return document.documentElement.dataset["obcTheme"] ?? "day";
  }

  /** Whether the sun chooses; a hand on the button ends that. */
  isBySun(): boolean {
    return localStorage.getItem(BY_SUN_KEY) === "yes";
  }

  /** Chosen by hand. */
  choose(name: string): void {
    localStorage.setItem(BY_SUN_KEY, "no");
    this.apply(name);
  }

  /** Lets the sun choose from now on. */
  leaveToSun(): void {
    localStorage.setItem(BY_SUN_KEY, "yes");
    for (const listener of this.listeners) listener();
  }

  /** Chosen by the sun; ignored after a choice by hand. */
  suggest(name: string): void {
    if (this.isBySun() && name !== this.name()) this.apply(name);
  }

  /** Of the palette in use, 0 to `BRIGHTEST`. */
  brightness(): number {
    const kept = localStorage.getItem(BRIGHTNESS_KEY + this.name());
    return kept === null ? BRIGHTEST : within(Number(kept));
  }

  /** Makes the palette in use darker or brighter; the others keep theirs. */
  dim(brightness: number): void {
    localStorage.setItem(BRIGHTNESS_KEY + this.name(), String(within(brightness)));
    this.apply(this.name());
  }

  /** Told after each change: what is drawn by script has to be drawn anew. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  private apply(name: string): void {
    const palette = PALETTES.find((one) => one.name === name) ?? PALETTES[0];
    localStorage.setItem(KEY, palette.name);
    document.documentElement.dataset["obcTheme"] = palette.name;
    const dark = ((BRIGHTEST - this.brightness()) / BRIGHTEST) * palette.darkest;
    document.documentElement.toggleAttribute("data-dim", dark > 0);
    document.documentElement.style.setProperty("--dim", `${dark.toFixed(1)}%`);
    const button = byId("palette");
    button.replaceChildren(icon(palette.icon), el("span", {}, palette.name));
    button.setAttribute("aria-label", `Palette ${palette.name}; change`);
    for (const listener of this.listeners) listener();
  }
}

function within(brightness: number): number {
  return Number.isFinite(brightness) ? Math.min(BRIGHTEST, Math.max(0, Math.round(brightness))) : BRIGHTEST;
}
