import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { launch, noBrowser, openPage } from "./browser.mjs";
import { Feed } from "./fake/feed.mjs";
import { darkness, LEAST_TARGET_PIXELS, PALETTES, SHOTS, showPalette, views } from "./panel.mjs";
import { alertColouredDigits, faintText, INTERACTIVE, smallTargets, smallText } from "./rules.mjs";

const LEAST_TEXT_PIXELS = 17;

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
          if (palette === "night") await darkness(blank, view, png);
          await showPalette(page, palette, true);
          assert.deepEqual(await faintText(page), [], `${palette}, at its darkest`);
          if (palette === "night") await page.screenshot({ path: path.join(SHOTS, `page-${view}-night-darkest.png`) });
          await showPalette(page, palette, false);
        }
        assert.deepEqual(await smallText(page, LEAST_TEXT_PIXELS), []);
        assert.deepEqual(await smallTargets(page, INTERACTIVE, LEAST_TARGET_PIXELS), []);
        assert.deepEqual(await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.scrollHeight]), [1280, 800]);
        assert.deepEqual(await opened.faults(), []);
      } finally {
        await opened.close();
        feed.close();
      }
    });
  }

  for (const state of ["trouble", "overload", "flood", "stale"]) {
    it(`a thumb finds every target, in the menu and in each drawer too: ${state}`, async () => {
      const feed = await Feed.start("bridge", 500);
      feed.state = state;
      const { page, close } = await openPage(browser, feed.url);
      const small = (within = "") => smallTargets(page, `${within} ${INTERACTIVE}`, LEAST_TARGET_PIXELS);
      try {
        await page.waitForSelector(".check");
        await page.waitForTimeout(600);
        assert.deepEqual(await small(), [], "loading page");
        await page.locator("#menu").click();
        assert.deepEqual(await small("#pages"), [], "menu");
        await page.keyboard.press("Escape");
        for (const opener of ["#watch", "#survey", "#position", '.figure[aria-label^="aft port"]', ".check", "#summary"]) {
          await page.locator(opener).first().click();
          await page.waitForSelector("#dialog[open]");
          assert.deepEqual(await small("#dialog"), [], opener);
          await page.locator("#dialog-close").click();
        }
        for (const view of views()) {
          await page.evaluate((id) => (location.hash = id), view);
          await page.waitForSelector(`#view-${view}:not([hidden])`);
          assert.deepEqual(await small(), [], view);
        }
      } finally {
        await close();
        feed.close();
      }
    });
  }

  it("the night palette stays dark with every alert up, and veiled", async () => {
    const feed = await Feed.start("bridge", 300);
    feed.state = "overload";
    const { page, close } = await openPage(browser, feed.url, { palette: "night" });
    await page.waitForSelector(".check");
    await darkness(blank, "overload", await page.screenshot({ path: path.join(SHOTS, "page-overload-night.png") }));
    feed.state = "silent";
    await page.waitForSelector("#veil:not([hidden])");
    await darkness(blank, "veiled", await page.screenshot({ path: path.join(SHOTS, "page-veiled-night.png") }));
    await close();
    feed.close();
  });
});
