import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, noBrowser, openPage } from "./browser.mjs";
import { Feed } from "./fake/feed.mjs";
import { luminance } from "./picture.mjs";
import { alertColouredDigits, faintText, smallTargets, smallText } from "./rules.mjs";

const SHOTS = path.join(path.dirname(fileURLToPath(import.meta.url)), "../target/screenshots");
const PALETTES = ["day", "dusk", "night", "bright"];
const LEAST_TEXT_PIXELS = 17;
const LEAST_TARGET_PIXELS = 56;
/** Main text of the night palette on black has 0.46; nothing may outshine it, and most is dark. */
const NIGHT_MOST = 0.5;
const NIGHT_MEAN = 0.02;

/**
 * Every page of the panel in every palette: can it be read, touched and spoken, and is it dark at
 * night. The pictures stay in target/screenshots.
 */
describe("every page in every palette", { skip: noBrowser }, () => {
  let browser;
  let blank;
  let axe;

  before(async () => {
    await mkdir(SHOTS, { recursive: true });
    axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
    browser = await launch();
    blank = await browser.newPage();
  });
  after(() => browser?.close());

  /** What axe-core finds that hinders somebody: serious or critical. */
  function hindrances(page, rules) {
    return page.evaluate(async (only) => {
      const run = await window.axe.run(document, only ? { runOnly: { type: "rule", values: only } } : {});
      if (run.passes.length < (only ? 1 : 20)) return [`axe looked at ${run.passes.length} rules only`];
      return run.violations
        .filter(({ impact }) => impact === "serious" || impact === "critical")
        .map(({ id, impact, nodes }) => `${impact} ${id}: ${nodes.map((node) => node.target.join(" ")).join(", ")}`);
    }, rules);
  }

  async function fill(page, view) {
    if (view === "history") await page.waitForSelector('.chart[data-points="401"]');
    if (view === "survey") {
      await page.evaluate(() => sessionStorage.setItem("plimsoll.watch", JSON.stringify({ name: "C/O", until: Date.now() + 1e6 })));
      await page.getByRole("button", { name: "Take from sensors" }).click();
      await page.getByLabel("place", { exact: true }).fill("Rajin");
      await page.getByRole("button", { name: "Run survey" }).click();
      await page.waitForSelector(".sheet-lines");
    }
  }

  for (const view of views()) {
    it(`${view}`, async () => {
      const feed = await Feed.start("bridge", 500);
      feed.state = "whole";
      const opened = await openPage(browser, `${feed.url}#${view}`, { palette: "bright" });
      const { page } = opened;
      try {
        await page.waitForSelector(".check", { state: "attached" });
        await fill(page, view);
        await page.evaluate(axe);
        for (const palette of PALETTES) {
          await page.locator("#palette").click();
          assert.equal(await page.evaluate(() => document.documentElement.dataset.obcTheme), palette);
          assert.deepEqual(await faintText(page), [], palette);
          assert.deepEqual(await alertColouredDigits(page), [], palette);
          assert.deepEqual(await hindrances(page, palette === "day" ? null : ["color-contrast"]), [], palette);
          const png = await page.screenshot({ path: path.join(SHOTS, `page-${view}-${palette}.png`) });
          if (palette === "night") await darkness(view, png);
        }
        assert.deepEqual(await smallText(page, LEAST_TEXT_PIXELS), []);
        assert.deepEqual(await smallTargets(page, "button:not(.button-flat, .figure, .position), a.button, input, select", LEAST_TARGET_PIXELS), []);
        assert.deepEqual(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]), [1280, 800]);
        assert.deepEqual(await opened.faults(), []);
      } finally {
        await opened.close();
        feed.close();
      }
    });
  }

  it("the night palette stays dark with every alert up, and veiled", async () => {
    const feed = await Feed.start("bridge", 300);
    feed.state = "overload";
    const { page, close } = await openPage(browser, feed.url, { palette: "night" });
    await page.waitForSelector(".check");
    await darkness("overload", await page.screenshot({ path: path.join(SHOTS, "page-overload-night.png") }));
    feed.state = "silent";
    await page.waitForSelector("#veil:not([hidden])", { timeout: 10_000 });
    await darkness("veiled", await page.screenshot({ path: path.join(SHOTS, "page-veiled-night.png") }));
    await close();
    feed.close();
  });

  async function darkness(view, png) {
    const light = await luminance(blank, png);
    console.log(`night, ${view}: brightest pixel ${light.most.toFixed(2)} at ${light.x}, ${light.y}; mean ${light.mean.toFixed(4)}`);
    assert.ok(light.most <= NIGHT_MOST, `${view}: a pixel of ${light.most} at ${light.x}, ${light.y}`);
    assert.ok(light.mean <= NIGHT_MEAN, `${view}: a mean of ${light.mean}`);
  }
});

/** The pages that the panel has, from its own HTML, so that a new one cannot be forgotten. */
function views() {
  const html = readFileSync(path.join(path.dirname(fileURLToPath(import.meta.url)), "../src/main/pages/bridge/bridge.html"), "utf8");
  return [...html.matchAll(/id="view-([a-z]+)"/g)].map(([, id]) => id).filter((id) => id !== "name");
}
