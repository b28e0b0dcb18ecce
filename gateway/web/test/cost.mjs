// What the panel costs the browser: CPU of all its processes and the heap of the page, over time.
// node test/cost.mjs [--seconds 60] [--only "4 messages"]: one line for each case.
import { readdir, readFile } from "node:fs/promises";
import { setTimeout as pass } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { launch } from "./browser.mjs";
import { Feed } from "./fake/feed.mjs";

/** Kernel ticks a second, as on every Linux that Chromium runs on. */
const TICKS = 100;
/** The panel with everything configured, an alert that flashes, and messages as often as said. */
export const CASES = [
  { name: "no message", period: 3_600_000, state: "whole" },
  { name: "1 message a second", period: 1000, state: "whole" },
  { name: "4 messages a second", period: 250, state: "whole" },
  { name: "4 a second, 2 alerts flash", period: 250, state: "overload" },
];

/**
 * CPU as part of one core over `seconds`, and the heap at its begin and end in bytes, rubbish
 * collected.
 */
export async function cost(wanted, seconds) {
  const feed = await Feed.start("bridge", wanted.period);
  feed.state = wanted.state;
  const browser = await launch();
  try {
    const root = await browserProcess();
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
    await page.goto(feed.url);
    await page.waitForSelector(".check", { state: "attached" });
    await pass(3000);
    const session = await page.context().newCDPSession(page);
    const heapBefore = await heap(session);
    await pass(1000);
    const [cpuBefore, started] = [await cpuSeconds(root), performance.now()];
    await pass(seconds * 1000);
    const elapsed = (performance.now() - started) / 1000;
    const cpu = ((await cpuSeconds(root)) - cpuBefore) / elapsed;
    return { name: wanted.name, seconds: Math.round(elapsed), cpu, heapBefore, heapAfter: await heap(session) };
  } finally {
    await browser.close();
    feed.close();
  }
}

/** Collected twice: what the first pass finishes off goes with the second. */
async function heap(session) {
  for (let i = 0; i < 2; i++) await session.send("HeapProfiler.collectGarbage");
  return (await session.send("Runtime.getHeapUsage")).usedSize;
}

/** The browser that this process started last. */
async function browserProcess() {
  const mine = (await processes()).filter(({ parent, name }) => parent === process.pid && /chrom/.test(name));
  return Math.max(...mine.map(({ id }) => id));
}

async function cpuSeconds(root) {
  const all = await processes();
  const family = new Set([root]);
  for (let grown = true; grown; ) {
    const before = family.size;
    for (const one of all) if (family.has(one.parent)) family.add(one.id);
    grown = family.size > before;
  }
  return all.filter(({ id }) => family.has(id)).reduce((sum, one) => sum + one.ticks, 0) / TICKS;
}

/** Every process: number, parent, name, ticks of user and system. */
async function processes() {
  const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name));
  const stats = await Promise.all(ids.map((id) => readFile(`/proc/${id}/stat`, "utf8").catch(() => "")));
  return stats
    .map((stat) => /^(\d+) \((.*)\) \S (\d+) (?:\S+ ){9}(\d+) (\d+)/.exec(stat))
    .filter((found) => found !== null)
    .map(([, id, name, parent, user, system]) => ({ id: Number(id), name, parent: Number(parent), ticks: Number(user) + Number(system) }));
}

export function line({ name, seconds, cpu, heapBefore, heapAfter }) {
  const mega = (bytes) => (bytes / 1e6).toFixed(2);
  return `${name.padEnd(28)} ${(cpu * 100).toFixed(1).padStart(5)} % of a core over ${seconds} s, heap ${mega(heapBefore)} to ${mega(heapAfter)} MB`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const option = (name, otherwise) => {
    const at = process.argv.indexOf(name);
    return at < 0 ? otherwise : process.argv[at + 1];
  };
  const seconds = Number(option("--seconds", "60"));
  for (const one of CASES.filter(({ name }) => name.startsWith(option("--only", "")))) console.log(line(await cost(one, seconds)));
}
