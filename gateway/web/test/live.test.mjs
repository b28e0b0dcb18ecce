// The real pages of a running demo: PLIMSOLL_BRIDGE and PLIMSOLL_SHORE name their addresses.
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { launch, noBrowser, openPage } from "./browser.mjs";

const SHOTS = path.join(path.dirname(fileURLToPath(import.meta.url)), "../target/screenshots");
const PATIENCE = { timeout: 30_000 };

function skipped(variable) {
  return noBrowser || (process.env[variable] ? false : `${variable} is not set`);
}

function address(variable) {
  return new URL("/", process.env[variable]).href;
}

async function onPage(url, size, test) {
  await mkdir(SHOTS, { recursive: true });
  const browser = await launch();
  const opened = await openPage(browser, url, size);
  try {
    await test(opened.page);
    assert.deepEqual(await opened.faults(), []);
  } finally {
    await browser.close();
  }
}

/** Waits until the texts of these elements have changed. */
async function changes(page, selector) {
  const read = (wanted) => [...document.querySelectorAll(wanted)].map((element) => element.textContent).join("|");
  const first = await page.evaluate(read, selector);
  await page.waitForFunction(
    ([wanted, old]) => [...document.querySelectorAll(wanted)].map((element) => element.textContent).join("|") !== old,
    [selector, first],
    PATIENCE,
  );
}

describe("running demo", () => {
  it("bridge page shows live values", { skip: skipped("PLIMSOLL_BRIDGE") }, async () => {
    await onPage(address("PLIMSOLL_BRIDGE"), { width: 1280, height: 800 }, async (page) => {
      await page.waitForFunction(() => document.querySelector("#ship").textContent !== "Plimsoll", null, PATIENCE);
      await page.waitForSelector(".check", PATIENCE);
      await page.waitForFunction(
        () => [...document.querySelectorAll(".stations .figure-digits")].some((one) => /^\d+\.\d\d$/.test(one.textContent)),
        null,
        PATIENCE,
      );
      await changes(page, ".figure-digits");
      await changes(page, "#clock");
      assert.equal(await page.locator("#veil").isVisible(), false);
      assert.ok((await page.locator(".lines .line").count()) > 0);
      await page.screenshot({ path: path.join(SHOTS, "live-bridge.png") });
    });
  });

  it("shore page shows what has arrived", { skip: skipped("PLIMSOLL_SHORE") }, async () => {
    await onPage(address("PLIMSOLL_SHORE"), { width: 1600, height: 1000 }, async (page) => {
      await page.waitForSelector(".vessel-row", PATIENCE);
      await page.waitForSelector("#latest tr", PATIENCE);
      await page.waitForFunction(() => Number(document.querySelector("#chart").dataset.points) > 0, null, PATIENCE);
      await page.waitForSelector(".stream", PATIENCE);
      await changes(page, "#fleet");
      assert.equal(await page.locator("#veil").isVisible(), false);
      await page.screenshot({ path: path.join(SHOTS, "live-shore.png") });
    });
  });
});
