// The variables of the four OpenBridge palettes that the pages use: 2 % of the 680 kB. The
// animation on :root stays behind: it alone costs a fifth of a core.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const PALETTES = ["day", "dusk", "night", "bright"];

export async function palettes(here, pages) {
  const file = "node_modules/@oicl/openbridge-webcomponents/dist/openbridge.css";
  const css = await readFile(path.join(here, file), "utf8");
  const wanted = await used(pages);
  return PALETTES.map((name) => rule(css, name, wanted)).join("\n");
}

/** Every variable that a style sheet or a script of ours, or an icon, names. */
async function used(pages) {
  const names = new Set();
  for (const entry of await readdir(pages, { recursive: true })) {
    if (/\.(css|ts)$/.test(entry)) {
      const text = await readFile(path.join(pages, entry), "utf8");
      for (const [name] of text.matchAll(/--[a-z0-9-]+/g)) names.add(name);
    }
  }
  for (const kind of ["alarm", "warning", "caution"]) {
    names.add(`--alert-${kind}-color`);
    names.add(`--alert-${kind}-outline-color`);
    names.add(`--on-${kind}-color`);
    names.add(`--on-${kind}-active-color`);
  }
  return names;
}

function rule(css, palette, wanted) {
  const selector = `:root[data-obc-theme="${palette}"]`;
  const start = css.indexOf(`${selector} {`);
  if (start < 0) throw new Error(`OpenBridge has no palette ${palette}`);
  const block = css.slice(css.indexOf("{", start) + 1, css.indexOf("\n}", start));
  const all = new Map([...block.matchAll(/(--[a-z0-9-]+):\s*([^;]+);/g)].map(([, n, v]) => [n, v]));
  const kept = [...all].filter(([name]) => wanted.has(name));
  if (kept.length === 0) throw new Error(`palette ${palette} has none of our variables`);
  const lines = kept.map(([name, value]) => `  ${name}: ${value.trim()};`);
  return `${palette === "day" ? ":root,\n" : ""}${selector} {\n${lines.join("\n")}\n}`;
}
