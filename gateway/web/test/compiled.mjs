// A module of the pages, for tests without a browser.
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const pages = path.join(path.dirname(fileURLToPath(import.meta.url)), "../src/main/pages");

export async function compiled(file) {
  const built = await esbuild.build({ entryPoints: [path.join(pages, file)], bundle: true, format: "esm", write: false });
  return import(`data:text/javascript;base64,${Buffer.from(built.outputFiles[0].text).toString("base64")}`);
}
