import { byId, el } from "./dom";
import { icon } from "./icons";

/** Four palettes for four lights; the choice stays with this screen. */

export const PALETTES = [
  { name: "day", icon: "palette-day" },
  { name: "dusk", icon: "palette-dusk" },
  { name: "night", icon: "palette-night" },
  { name: "bright", icon: "palette-day-bright" },
] as const;

const KEY = "plimsoll.palette";
const BY_SUN_KEY = "plimsoll.palette.sun";

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

  /** Told after each change: what is drawn by script has to be drawn anew. */
  onChange(listener: () => void): void {
    this.listeners.push(listener);
  }

  private apply(name: string): void {
    const palette = PALETTES.find((one) => one.name === name) ?? PALETTES[0];
    localStorage.setItem(KEY, palette.name);
    document.documentElement.dataset["obcTheme"] = palette.name;
    const button = byId("palette");
    button.replaceChildren(icon(palette.icon), el("span", {}, palette.name));
    button.setAttribute("aria-label", `Palette ${palette.name}; change`);
    for (const listener of this.listeners) listener();
  }
}
