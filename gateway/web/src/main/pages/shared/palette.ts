import { byId, el } from "./dom";
import { icon } from "./icons";

/** Four palettes for four lights; the choice stays with this screen. */

const PALETTES = [
  { name: "day", icon: "palette-day" },
  { name: "dusk", icon: "palette-dusk" },
  { name: "night", icon: "palette-night" },
  { name: "bright", icon: "palette-day-bright" },
] as const;

const KEY = "plimsoll.palette";

/** Makes the button `#palette` go on to the next palette; `changed` redraws what has no style. */
export function paletteButton(changed: () => void = () => {}): void {
  const button = byId("palette");
  const apply = (name: string) => {
    const palette = PALETTES.find((one) => one.name === name) ?? PALETTES[0];
    document.documentElement.dataset["obcTheme"] = palette.name;
    button.replaceChildren(icon(palette.icon), el("span", {}, palette.name));
    button.setAttribute("aria-label", `Palette ${palette.name}; change`);
  };
  apply(localStorage.getItem(KEY) ?? "day");
  button.addEventListener("click", () => {
    const now = document.documentElement.dataset["obcTheme"];
    const place = PALETTES.findIndex((one) => one.name === now);
    const next = PALETTES[(place + 1) % PALETTES.length] ?? PALETTES[0];
    localStorage.setItem(KEY, next.name);
    apply(next.name);
    changed();
  });
}
