// What the pages contain of others, with the texts of the licences, for /assets/third-party.txt.
import { readFile } from "node:fs/promises";
import path from "node:path";

const LICENCES = [
  "uplot/LICENSE",
  "leaflet/LICENSE",
  "world-atlas/LICENSE",
  "@fontsource-variable/noto-sans/LICENSE",
];

export async function notices(here) {
  const texts = [await readFile(path.join(here, "THIRD-PARTY.txt"), "utf8")];
  for (const licence of LICENCES) {
    texts.push(await readFile(path.join(here, "node_modules", licence), "utf8"));
  }
  return texts.join(`\n${"-".repeat(78)}\n\n`);
}
