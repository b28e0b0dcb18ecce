// npm ci, but only when node_modules is older than the lock file.
import { spawnSync } from "node:child_process";
import { readFileSync, statSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { createHash } from "node:crypto";

const here = path.dirname(fileURLToPath(import.meta.url));
const lock = path.join(here, "package-lock.json");
const stamp = path.join(here, "node_modules/.plimsoll-lock");
const MINIMUM_NODE = 18;
const ATTEMPTS = 3;

const node = Number(process.versions.node.split(".")[0]);
if (node < MINIMUM_NODE) fail(`Node ${process.versions.node} is too old; ${MINIMUM_NODE} is needed`);

const wanted = createHash("sha256").update(readFileSync(lock)).digest("hex");
if (installed() === wanted) process.exit(0);

console.log("pages: npm ci (about 230 MB of packages, once)");
const started = Date.now();
for (let attempt = 1; ; attempt++) {
  const npm = spawnSync("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"], {
    cwd: here,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (npm.status === 0) break;
  if (npm.error) fail(`npm cannot be started: ${npm.error.message}`);
  if (attempt === ATTEMPTS) fail(`npm ci failed ${ATTEMPTS} times:\n${npm.stderr.trim()}`);
}
writeFileSync(stamp, wanted);
console.log(`pages: npm ci took ${Math.round((Date.now() - started) / 1000)} s`);

function installed() {
  try {
    statSync(path.join(here, "node_modules/esbuild"));
    return readFileSync(stamp, "utf8");
  } catch {
    return "";
  }
}

function fail(message) {
  console.error(`pages: ${message}`);
  process.exit(1);
}
