// What the tests of the whole panel share: its pages, its palettes, how dark the night is, where pictures go.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { luminance } from "./picture.mjs";

const HERE = path.dirname(fileURLToPath(import.meta.url));

export const SHOTS = path.join(HERE, "../target/screenshots");
export const PALETTES = ["day", "dusk", "night", "bright"];
/** Main text of the night palette on black has a luminance of 0.46; nothing may outshine it, and most is dark. */
const NIGHT_MOST = 0.5;
const NIGHT_MEAN = 0.02;

/** The pages that the panel has, from its own HTML, so that a new one cannot be forgotten. */
export function views() {
  const html = readFileSync(path.join(HERE, "../src/main/pages/bridge/bridge.html"), "utf8");
  return [...html.matchAll(/id="view-([a-z]+)"/g)].map(([, id]) => id).filter((id) => id !== "name");
}

/** Looks at every pixel of a picture of the night palette. */
export async function darkness(blank, view, png) {
  const light = await luminance(blank, png);
  console.log(`night, ${view}: brightest pixel ${light.most.toFixed(2)} at ${light.x}, ${light.y}; mean ${light.mean.toFixed(4)}`);
  assert.ok(light.most <= NIGHT_MOST, `${view}: a pixel of ${light.most} at ${light.x}, ${light.y}`);
  assert.ok(light.mean <= NIGHT_MEAN, `${view}: a mean of ${light.mean}`);
}
