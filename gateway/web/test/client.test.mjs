// A port's day by a client generated from the document of a real shore: PLIMSOLL_PORT is its address, open to
// programs on this machine. ShoreStationTest of the shore starts it.
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import openapiTypescript, { astToString } from "openapi-typescript";

const ADDRESS = process.env.PLIMSOLL_PORT;
const here = path.dirname(fileURLToPath(import.meta.url));
const target = path.join(here, "../target/client");

describe("a generated client", { skip: ADDRESS ? false : "PLIMSOLL_PORT is not set" }, async () => {
  if (!ADDRESS) return;
  await mkdir(target, { recursive: true });
  await writeFile(path.join(target, "api.d.ts"), astToString(await openapiTypescript(new URL("/openapi.yaml", ADDRESS))));

  it("compiles with every field and word that it uses", () => {
    try {
      execFileSync(process.execPath, [path.join(here, "../node_modules/typescript/bin/tsc"), "--noEmit", "-p", path.join(here, "client")]);
    } catch (failed) {
      assert.fail(String(failed.stdout));
    }
  });

  const outfile = path.join(target, "day.mjs");
  await esbuild.build({ entryPoints: [path.join(here, "client/day.ts")], bundle: true, platform: "node", format: "esm", outfile });
  const { day } = await import(outfile);
  for (const [name, step] of day(ADDRESS)) it(name, step);
});
