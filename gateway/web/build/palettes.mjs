// The variables of the four OpenBridge palettes that the pages use: 2 % of the 680 kB. The
// animation on :root stays behind: it alone costs a fifth of a core.
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";

const PALETTES = ["day", "dusk", "night", "bright"];

/**
 * By how much our shade of a colour is darker or lighter than OpenBridge's. At night nearly all the
 * light of a page is its text, which OpenBridge has twice as bright as WCAG AA asks for; what is
 * stale is lightened, so that it can still be read when the page is dimmed.
 */
const SHADES = {
  night: {
    "--element-active-color": 0.93,
    "--instrument-enhanced-primary-color": 0.93,
    "--element-neutral-color": 0.92,
    "--element-inactive-color": 1.06,
    "--alert-invalid-background-color": 0.6,
  },
};

/** Quiet text steps back from the rest, and less so the more the page is dimmed. */
const LIFTED = {
  dusk: { "--element-neutral-color": "--element-active-color" },
  night: { "--element-neutral-color": "--element-active-color" },
};
const LIFT = "calc(var(--dim) * 3.4)";

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
  const all = new Map([...block.matchAll(/(--[a-z0-9-]+):\s*([^;]+);/g)].map(([, n, v]) => [n, v.trim()]));
  const kept = new Map([...all].filter(([name]) => wanted.has(name)));
  if (kept.size === 0) throw new Error(`palette ${palette} has none of our variables`);
  for (const [name, factor] of Object.entries(SHADES[palette] ?? {})) kept.set(name, shade(name, kept.get(name), factor));
  const lines = [...kept].map(([name, value]) => `  ${name}: ${value};`);
  const plain = `${palette === "day" ? ":root,\n" : ""}${selector} {\n${lines.join("\n")}\n}`;
  return `${plain}\n${dimmed(palette, kept)}`;
}

function shade(name, value, factor) {
  const parts = /^rgb\((\d+), (\d+), (\d+)\)$/.exec(value ?? "");
  if (!parts) throw new Error(`${name} is no plain colour: ${value}`);
  return `rgb(${parts.slice(1).map((part) => Math.min(255, Math.round(part * factor))).join(", ")})`;
}

/** The palette in less light: every colour with \`--dim\` of black in it. */
function dimmed(palette, colours) {
  const lines = [...colours]
    .filter(([, value]) => /^(rgb|hsl|#)/.test(value))
    .map(([name, value]) => {
      const towards = LIFTED[palette]?.[name];
      const lifted = towards ? `color-mix(in srgb, ${value}, ${colours.get(towards)} ${LIFT})` : value;
      return `  ${name}: color-mix(in srgb, ${lifted}, black var(--dim));`;
    });
  return `:root[data-dim][data-obc-theme="${palette}"] {\n${lines.join("\n")}\n}`;
}
