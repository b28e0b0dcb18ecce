// Leaflet as our content security policy wants it: text goes into the document as text, and its
// style sheet loads no pictures.
import { readFile } from "node:fs/promises";
import path from "node:path";

/** How often 1.9.4 writes HTML, a comment included; another number means another Leaflet, to be looked at anew. */
const WRITES = 11;
const WRITE = /\.innerHTML = /g;
const RULE_WITH_PICTURE = /[^{}]*\{[^{}]*url\([^)]*\)[^{}]*\}/g;

export function leaflet(here) {
  const dist = path.join(here, "node_modules/leaflet/dist");
  return {
    name: "leaflet",
    setup(build) {
      build.onResolve({ filter: /^leaflet$/ }, () => ({ path: path.join(dist, "leaflet-src.esm.js") }));
      build.onLoad({ filter: /leaflet-src\.esm\.js$/ }, async (args) => {
        const source = await readFile(args.path, "utf8");
        const writes = source.match(WRITE)?.length ?? 0;
        if (writes !== WRITES) throw new Error(`Leaflet writes HTML in ${writes} places, not in ${WRITES}`);
        return { contents: source.replace(WRITE, ".textContent = "), loader: "js" };
      });
      build.onLoad({ filter: /leaflet\.css$/ }, async (args) => {
        const contents = (await readFile(args.path, "utf8")).replace(/\/\*[\s\S]*?\*\//g, "").replace(RULE_WITH_PICTURE, "");
        if (contents.includes("url(")) throw new Error("the style sheet of Leaflet loads pictures");
        return { contents, loader: "css" };
      });
    },
  };
}
