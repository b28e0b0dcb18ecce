// Builds the pages into a directory of the class path: node build.mjs <out>.
// Needs node_modules; prints one line.
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import * as esbuild from "esbuild";
import { iconShapes } from "./build/icons.mjs";
import { palettes } from "./build/palettes.mjs";
import { notices } from "./build/notices.mjs";
import { leaflet } from "./build/leaflet.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
const pages = path.join(here, "src/main/pages");
const out = path.resolve(process.argv[2] ?? path.join(here, "target/classes/org/plimsoll/web"));

const PAGES = ["bridge", "shore", "port"];
/** The oldest browsers that know :has() and color-mix(). */
const TARGET = ["chrome112", "firefox121", "safari16.4"];

/** OpenBridge comes in through two names: its palettes (what we use of them) and its icons. */
const openBridge = {
  name: "openbridge",
  setup(build) {
    build.onResolve({ filter: /^openbridge:/ }, (args) => ({
      path: args.path.slice("openbridge:".length),
      namespace: "openbridge",
    }));
    build.onLoad({ filter: /^palettes\.css$/, namespace: "openbridge" }, async () => ({
      contents: await palettes(here, pages),
      loader: "css",
    }));
    build.onLoad({ filter: /^icons$/, namespace: "openbridge" }, async () => ({
      contents: `export default ${JSON.stringify(await iconShapes(here))};`,
      loader: "js",
    }));
  },
};

const started = process.hrtime.bigint();
const result = await esbuild.build({
  absWorkingDir: here,
  entryPoints: PAGES.flatMap((page) => [
    path.join(pages, page, `${page}.ts`),
    path.join(pages, page, `${page}.css`),
  ]),
  outdir: out,
  entryNames: "[name]-[hash]",
  assetNames: "[name]-[hash]",
  publicPath: "/assets",
  bundle: true,
  minify: true,
  format: "esm",
  target: TARGET,
  loader: { ".woff2": "file", ".json": "file" },
  legalComments: "none",
  metafile: true,
  write: false,
  logLevel: "warning",
  plugins: [openBridge, leaflet(here)],
});

await removeBuilt();
await mkdir(out, { recursive: true });
const files = new Map(result.outputFiles.map((file) => [path.basename(file.path), file.contents]));
for (const page of PAGES) {
  const template = await readFile(path.join(pages, page, `${page}.html`), "utf8");
  files.set(`${page}.html`, Buffer.from(template.replace(/\{\{(\w+)\}\}/g, (_, kind) => named(page, kind))));
}
files.set("icon.svg", await readFile(path.join(pages, "shared/icon.svg")));
files.set("third-party.txt", Buffer.from(await notices(here)));
const names = [...files.keys()].sort();
for (const name of names) {
  await writeFile(path.join(out, name), files.get(name));
}
await writeFile(path.join(out, "index.txt"), names.join("\n") + "\n");

const millis = Number((process.hrtime.bigint() - started) / 1000000n);
const sizes = PAGES.map((page) => `${page} ${Math.ceil(firstLoad(page) / 1024)} KiB`).join(", ");
console.log(`pages: ${names.length} files in ${millis} ms; first load ${sizes} compressed`);

/** The path of a page's script or style, which carries a hash of its content. */
function named(page, kind) {
  const wanted = new RegExp(`^${page}-[A-Z0-9]{8}\\.${kind}$`);
  const name = [...files.keys()].find((file) => wanted.test(file));
  if (!name) throw new Error(`${page}.html asks for ${kind}, which was not built`);
  return `/assets/${name}`;
}

/** Bytes of page, script, style and the Latin font, as they go over the wire. */
function firstLoad(page) {
  return [...files]
    .filter(([name]) => new RegExp(`^${page}[-.]|^noto-sans-latin-wght`).test(name))
    .map(([name, bytes]) => (name.endsWith(".woff2") ? bytes.length : gzipSync(bytes).length))
    .reduce((sum, size) => sum + size, 0);
}

/** Removes what an earlier build put there, and nothing else: compiled classes live there too. */
async function removeBuilt() {
  const index = await readFile(path.join(out, "index.txt"), "utf8").catch(() => "");
  for (const name of index.split("\n").filter(Boolean)) {
    await rm(path.join(out, name), { force: true });
  }
}
