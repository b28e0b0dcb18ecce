// The pictures of the OpenBridge icons that the pages use, as plain shapes: the components
// themselves carry inline styles, which our content security policy forbids.
import { readFile } from "node:fs/promises";
import path from "node:path";

const ICONS = [
  "alarm-unacknowledged-iec",
  "alarm-acknowledged-iec",
  "alarm-rectified-iec",
  "alarm-silenced-iec",
  "alarm-transferred-iec",
  "warning-unacknowledged-iec",
  "warning-acknowledged-iec",
  "warning-rectified-iec",
  "warning-silenced-iec",
  "warning-transferred-iec",
  "caution-color-iec",
  "palette-day",
  "palette-dusk",
  "palette-night",
  "palette-day-bright",
  "satellite-full",
  "satellite-off",
  "ship-carferry",
];

export async function iconShapes(here) {
  const shapes = {};
  for (const name of ICONS) {
    shapes[name] = parse(name, await source(here, name));
  }
  return shapes;
}

function source(here, name) {
  const dist = path.join(here, "node_modules/@oicl/openbridge-webcomponents/dist/icons");
  return readFile(path.join(dist, `icon-${name}.js`), "utf8");
}

/** Each path as [d, fill, stroke, fill rule]; colours are names of OpenBridge variables. */
function parse(name, text) {
  const svg = /this\.iconCss = svg`([^`]*)`/.exec(text)?.[1];
  if (!svg?.includes('viewBox="0 0 24 24"')) throw new Error(`${name} is not as expected`);
  return [...svg.matchAll(/<path\s([^>]*?)\/?>/g)].map(([, attributes]) => {
    const d = /\bd="([^"]+)"/.exec(attributes)?.[1];
    if (!d) throw new Error(`${name} has a path without a shape`);
    const paint = (kind) => new RegExp(`${kind}: var\\((--[a-z-]+)\\)`).exec(attributes)?.[1] ?? "";
    return [d, paint("fill"), paint("stroke"), attributes.includes("evenodd") ? "evenodd" : ""];
  });
}
