// What the tests of the whole panel share: its pages, its palettes, how dark the night is, where pictures go.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { luminance } from "./picture.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));

export const SHOTS = path.join(HERE, "../target/screenshots");
export const PALETTES = ["day", "dusk", "night", "bright"];
/** Main text of the night palette on black has a luminance of 0.39; nothing may outshine it, and most is dark. */
const NIGHT_MOST = 0.42;
const NIGHT_MEAN = 0.02;
export const LEAST_TARGET_PIXELS = 56;

/** The pages that the panel has, from its own HTML, so that a new one cannot be forgotten. */
export function views() {
  const html = readFileSync(path.join(HERE, "../src/main/pages/bridge/bridge.html"), "utf8");
  return [...html.matchAll(/id="view-([a-z]+)"/g)].map(([, id]) => id).filter((id) => id !== "name");
}

/** Percent of black in each palette at its least brightness, from the source. */
export function darkest() {
  const source = readFileSync(path.join(HERE, "../src/main/pages/shared/palette.ts"), "utf8");
  return new Map([...source.matchAll(/name: "(\w+)", .*darkest: (\d+)/g)].map(([, name, percent]) => [name, percent]));
}

/** Shows a palette, as it is or at its least brightness. */
export async function showPalette(page, name, dimmed) {
  await page.evaluate(([palette, percent]) => {
    document.documentElement.dataset.obcTheme = palette;
    document.documentElement.toggleAttribute("data-dim", percent !== null);
    document.documentElement.style.setProperty("--dim", `${percent ?? 0}%`);
  }, [name, dimmed ? darkest().get(name) : null]);
}

/** Looks at every pixel of a picture of the night palette. */
export async function darkness(blank, view, png) {
  const light = await luminance(blank, png);
  console.log(`night, ${view}: brightest pixel ${light.most.toFixed(2)} at ${light.x}, ${light.y}; mean ${light.mean.toFixed(4)}`);
  assert.ok(light.most <= NIGHT_MOST, `${view}: a pixel of ${light.most} at ${light.x}, ${light.y}`);
  assert.ok(light.mean <= NIGHT_MEAN, `${view}: a mean of ${light.mean}`);
}
