import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, noBrowser, openPage, veiled } from "./browser.mjs";
import { Feed } from "./fake/feed.mjs";
import { LEAST_TARGET_PIXELS, PALETTES, showPalette } from "./panel.mjs";
import { alertColouredDigits, faintText, INTERACTIVE, overflowing, smallTargets, smallText } from "./rules.mjs";

const STATES = ["normal", "whole", "overload", "excess", "trouble", "crowded"];
const MAX_FIRST_LOAD_BYTES = 300 * 1024;
const LEAST_TEXT_PIXELS = 17;

describe("bridge page", { skip: noBrowser }, () => {
  let browser;
  let feed;

  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());

  /** Opens the page in a state, runs the test, and then asks for faults. */
  async function onPage(state, test, options) {
    feed = await Feed.start("bridge", 200);
    feed.state = state;
    const opened = await openPage(browser, feed.url, options);
    try {
      await opened.page.waitForSelector(".check");
      await test(opened.page);
      assert.deepEqual(await opened.faults(), []);
    } finally {
      await opened.close();
      feed.close();
    }
  }

  const text = (page, selector) => page.locator(selector).first().innerText();
  const digits = (page, name) => text(page, `.figure[aria-label^="${name}"] .figure-digits`);

  it("shows the ship: draughts, trim and list in words, cargo, passengers, position", async () => {
    await onPage("normal", async (page) => {
      assert.match(await digits(page, "aft port"), /^5\.3\d$/);
      assert.match(await digits(page, "fwd starboard"), /^4\.7\d$/);
      assert.match(await text(page, "#draught-mean"), /^mean 5\.0\d m$/);
      assert.equal(await text(page, "#draught-margin"), "18 cm below the limit");
      assert.match(await text(page, "#attitude"), /by the stern/);
      assert.match(await text(page, "#attitude"), /to port/);
      assert.equal(await digits(page, "declared"), "843");
      assert.match(await text(page, "#cargo"), /\u00b138/);
      assert.equal(await digits(page, "passengers"), "143");
      assert.match(await text(page, "#position"), /42\u00b0 18\.\d{3}\u2032 N\s+130\u00b0 24\.900\u2032 E/);
      assert.equal(await digits(page, "COG"), "078");
      assert.equal(await text(page, "#summary-title"), "Within limits");
      assert.equal(await page.locator("#origin").isVisible(), false);
    });
  });

  it("shows the survey with its budget, and records a departure with a name", async () => {
    await onPage("whole", async (page) => {
      assert.match(await text(page, "#survey-facts"), /6\u2009\d{3} t \u00b7 water 1\.0215 \u00b7 under keel 4\.12 m/);
      assert.match(await page.locator(".hull-limit-text").textContent(), /mark S, limit 5\.21 m|mark S, limit 5\.22 m/);
      assert.equal(await page.locator(".check").count(), 8);
      await page.click("#survey");
      await page.fill('input[aria-label="voyage"]', "Rajin 12");
      await page.click("text=Record departure");
      await page.waitForSelector("text=Name the officer of the watch first");
      assert.equal(feed.records.length, 0);
      assert.match(await text(page, "#dialog-body"), /constant and lightship\s+15\.0/);
      await page.click("#dialog-close");
      await page.click("#watch");
      await page.click("text=C/O");
      await page.click("#survey");
      await page.fill('input[aria-label="voyage"]', "Rajin 12");
      await page.click("text=Record departure");
      await page.waitForSelector("text=Record 1 is kept.");
      assert.deepEqual(
        feed.records.map(({ moment, voyage, by }) => ({ moment, voyage, by })),
        [{ moment: "DEPARTURE", voyage: "Rajin 12", by: "C/O" }],
      );
    });
  });

  it("loads little, and only from its own origin", async () => {
    await onPage("normal", async (page) => {
      const bytes = await page.evaluate(() =>
        [...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")]
          .filter((entry) => !entry.name.includes("/api/"))
          .reduce((sum, entry) => sum + entry.encodedBodySize, 0),
      );
      console.log(`bridge page: first load ${(bytes / 1024).toFixed(0)} KiB before compression`);
      assert.ok(bytes > 0 && bytes < MAX_FIRST_LOAD_BYTES, `${bytes} bytes`);
    });
  });

  it("follows the ship", async () => {
    await onPage("normal", async (page) => {
      const first = await digits(page, "weighed");
      await page.waitForFunction(
        (old) => document.querySelector('.figure[aria-label^="weighed"] .figure-digits').textContent !== old,
        first,
      );
      const clock = await text(page, "#clock");
      await page.waitForFunction((old) => document.querySelector("#clock").textContent !== old, clock);
    });
  });

  it("says what is exceeded, by word, shape and place", async () => {
    await onPage("overload", async (page) => {
      assert.equal(await text(page, "#summary-title"), "Check failed");
      assert.equal(await page.locator('.check[data-verdict="FAIL"]').count(), 2);
      assert.equal(await text(page, "#draught-margin"), "13 cm over the limit");
      assert.match(await text(page, "#cargo-said"), /^weighed 284 t over declared$/);
      assert.ok(await page.locator(".hull-over").getAttribute("d"));
    });
  });

  it("marks each figure that is stale, invalid, degraded or missing", async () => {
    await onPage("trouble", async (page) => {
      const stale = page.locator('.figure[aria-label^="aft port"]');
      assert.equal(await stale.getAttribute("data-quality"), "STALE");
      assert.match(await stale.innerText(), /stale\s+42 s/);
      assert.match(
        await stale.locator(".figure-digits").evaluate((element) => getComputedStyle(element).textDecorationLine),
        /line-through/,
      );
      const invalid = page.locator('.figure[aria-label^="fwd starboard"]');
      assert.match(await invalid.innerText(), /^\u2012\u2012/);
      assert.match(await invalid.innerText(), /invalid/);
      assert.match(await text(page, '.figure[aria-label^="mid port"]'), /degraded/);
      assert.equal(await digits(page, "passengers"), "\u2012\u2012");
      assert.equal(await page.locator(".hull-waterline").getAttribute("d"), null);
      assert.equal(await text(page, "#draught-margin"), "");
      assert.equal(await page.locator('.check[data-verdict="INCONCLUSIVE"]').count(), 2);
      assert.match(await text(page, '.line[data-state="RED"]'), /draught\s+silent 42 s/);
      assert.match(await text(page, "#link"), /Shore link down\s+for 3 h 10 min/);
      assert.match(await text(page, "#backlog"), /34\u2009284 readings aboard/);
      assert.equal(await page.locator('.figure[aria-label^="depth"]').count(), 0);
    });
  });

  it("says of every old value that it is stale, and how old it is", async () => {
    await onPage("stale", async (page) => {
      const silent = await page.evaluate(() =>
        [...document.querySelectorAll("#view-loading .figure, #position, #draught-mean")]
          .map((one) => one.getAttribute("aria-label") ?? one.textContent)
          .filter((said) => !said.includes("stale") || !said.includes("42 s")),
      );
      assert.deepEqual(silent, []);
      assert.ok((await page.locator("#view-loading .figure").count()) > 14);
      assert.deepEqual(await page.locator(".bar-name .chip").allTextContents(), Array(4).fill("stale 42 s"));
    });
  });

  it("says SIMULATION when the data is not live", async () => {
    await onPage("trouble", async (page) => {
      assert.match(await text(page, "#origin"), /SIMULATION/);
    });
  });

  it("acknowledges with a name that is asked for once", async () => {
    await onPage("overload", async (page) => {
      await page.locator(".alert-button").first().click();
      await page.getByRole("button", { name: "2/O" }).click();
      await page.waitForFunction(() => document.querySelectorAll(".alerts .alert-button:not([hidden])").length === 1);
      await page.locator(".alert-button:visible").first().click();
      await page.waitForFunction(() => document.querySelectorAll(".alerts .alert-button:not([hidden])").length === 0);
      assert.deepEqual(feed.posts, [
        { id: 10501, body: { by: "2/O", instance: 1, revision: 1 }, header: "1" },
        { id: 10511, body: { by: "2/O", instance: 1, revision: 1 }, header: "1" },
      ]);
      assert.match(await text(page, "#alerts"), /2\/O/);
      assert.equal(await text(page, "#watch"), "2/O");
    });
  });

  it("has room for three alerts when everything else is up as well", async () => {
    await onPage("crowded", async (page) => {
      await page.waitForFunction(() => document.querySelectorAll("#alerts .alert").length === 3);
      const room = await page.evaluate(() => {
        const last = document.querySelector("#alerts .alert:last-child").getBoundingClientRect();
        return document.querySelector(".alerts-space").getBoundingClientRect().bottom - last.bottom;
      });
      assert.ok(room >= -0.5, `${room} px`);
      assert.equal(await text(page, "#alerts-all"), "6 more, history");
    });
  });

  it("says why an acknowledgement was refused", async () => {
    feed = await Feed.start("bridge", 200);
    feed.state = "overload";
    feed.refuse = "the alert is already acknowledged by C/O";
    const { page, close } = await openPage(browser, feed.url);
    await page.locator(".alert-button").first().click();
    await page.getByRole("button", { name: "Master" }).click();
    await page.waitForSelector("#notice:not([hidden])");
    assert.equal(await text(page, "#notice"), "Not acknowledged: the alert is already acknowledged by C/O");
    await close();
    feed.close();
  });

  it("clears on every screen what is acknowledged on one", async () => {
    await onPage("overload", async (page) => {
      const other = await openPage(browser, feed.url);
      await other.page.waitForFunction(() => document.querySelectorAll(".alerts .alert-button:not([hidden])").length === 2);
      await page.locator(".alert-button").first().click();
      await page.getByRole("button", { name: "C/O" }).click();
      await other.page.waitForFunction(() => document.querySelectorAll(".alerts .alert-button:not([hidden])").length === 1);
      assert.match(await text(other.page, "#alerts"), /C\/O/);
      assert.deepEqual(await other.faults(), []);
      await other.close();
    });
  });

  it("silences everything with one touch, and goes on showing it", async () => {
    await onPage("overload", async (page) => {
      assert.equal(await text(page, "#silence"), "Silence");
      await page.locator("#silence").click();
      await page.waitForFunction(() => document.querySelectorAll('.alert[data-state="ACTIVE_SILENCED"]').length === 2);
      assert.equal(await page.locator("body").getAttribute("data-sound"), "none");
      assert.equal(await text(page, "#silence"), "Silenced");
      assert.equal(await page.locator(".alerts .alert-button:visible").count(), 2);
      feed.silenced = false;
      await page.waitForFunction(() => document.body.dataset.sound === "alarm");
    });
  });

  it("says that it is mute until it was touched, and then sounds", async () => {
    await onPage("overload", async (page) => {
      await page.waitForFunction(() => document.body.dataset.sound === "blocked");
      assert.equal(await page.locator("#mute").isVisible(), true);
      await page.locator("#ship").click();
      await page.waitForFunction(() => document.body.dataset.sound === "alarm");
      assert.equal(await page.locator("#mute").isVisible(), false);
      await page.waitForFunction(() => Number(document.body.dataset.beats) === 1);
    });
  });

  it("sounds by itself on a kiosk, and falls silent when all is acknowledged", async () => {
    const kiosk = await launch(["--autoplay-policy=no-user-gesture-required"]);
    const ship = await Feed.start("bridge", 200);
    ship.state = "overload";
    const { page, close } = await openPage(kiosk, ship.url);
    await page.waitForFunction(() => document.body.dataset.sound === "alarm" && Number(document.body.dataset.beats) === 1);
    ship.acknowledged.set(10501, "2/O");
    await page.waitForFunction(() => document.body.dataset.sound === "warning");
    ship.acknowledged.set(10511, "2/O");
    await page.waitForFunction(() => document.body.dataset.sound === "none");
    await close();
    ship.close();
    await kiosk.close();
  });

  it("shows twenty alerts at a time, the rest behind them, and the history", async () => {
    await onPage("flood", async (page) => {
      assert.match(await text(page, "#alerts-all"), /more, history$/);
      await page.locator("#alerts-all").click();
      const rows = page.locator("#alerts-page-now .alert");
      await page.waitForFunction(() => document.querySelectorAll("#alerts-page-now .alert").length === 20);
      assert.equal(await text(page, "#alerts-page-said"), "1 to 20 of 43 alerts");
      for (const box of await rows.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()))) {
        assert.ok(box.bottom <= 800 && box.right <= 1280 && box.height >= 56, JSON.stringify(box));
      }
      assert.equal(await rows.first().getAttribute("data-priority"), "ALARM");
      assert.equal(await text(page, "#alerts-later"), "23 more");
      await page.locator("#alerts-later").click();
      await page.locator("#alerts-later").click();
      await page.waitForFunction(() => document.querySelectorAll("#alerts-page-now .alert").length === 3);
      assert.deepEqual(await smallTargets(page, INTERACTIVE, LEAST_TARGET_PIXELS), []);
      await page.locator("#alerts-history").click();
      await page.waitForFunction(() => document.querySelectorAll("#alerts-page-past .alert").length === 20);
      assert.match(await text(page, "#alerts-page-past"), /raised[\s\S]*silenced[\s\S]*acknowledged[\s\S]*rectified/);
      assert.equal(await page.locator("#alerts-page-past .alert-button:visible").count(), 0);
      await page.reload();
      await page.waitForFunction(() => document.querySelectorAll("#alerts-page-now .alert").length === 20);
      for (const palette of PALETTES) {
        await page.evaluate((name) => (document.documentElement.dataset.obcTheme = name), palette);
        assert.deepEqual(await faintText(page), [], palette);
        assert.deepEqual(await smallText(page, LEAST_TEXT_PIXELS), []);
      }
      await page.locator("#alerts-close").click();
      assert.equal(await page.locator("#view-alerts").isVisible(), false);
    });
  });

  it("covers itself after three seconds of silence and recovers", async () => {
    await onPage("normal", async (page) => {
      feed.state = "silent";
      await veiled(page);
      assert.match(await text(page, "#veil"), /The picture behind this is of 20\d\d-\d\d-\d\d \d\d:\d\d:\d\d UTC/);
      assert.match(await digits(page, "declared"), /843/, "the last picture is kept");
      assert.equal(await page.locator("#summary").isVisible(), false);
      feed.state = "normal";
      await page.waitForSelector("#veil", { state: "hidden" });
    });
  });

  it("says so when readings cannot be kept", async () => {
    await onPage("full", async (page) => {
      assert.match(await text(page, "#backlog"), /Readings not kept\s+the disk is full/);
      assert.equal(await page.locator("#backlog").getAttribute("data-state"), "FAILED");
    });
  });

  it("connects again when the gateway comes back", async () => {
    feed = await Feed.start("bridge", 200);
    const { page, close } = await openPage(browser, feed.url);
    await page.waitForSelector(".check");
    feed.cut();
    const clock = await text(page, "#clock");
    await page.waitForFunction((old) => document.querySelector("#clock").textContent !== old, clock);
    await close();
    feed.close();
  });

  it("keeps what foreign names contain as text", async () => {
    await onPage("hostile", async (page) => {
      assert.equal(await page.title(), "Plimsoll bridge");
      assert.equal(await page.locator("img, script:not([src])").count(), 0);
      assert.match(await text(page, "#ship"), /^<img src=x/);
      await page.locator('.figure[aria-label^="aft port"]').click();
      assert.match(await text(page, "#dialog-title"), /^<img src=x/);
      await page.locator("#dialog-close").click();
      for (const view of ["sensors", "history", "display"]) {
        await page.evaluate((id) => (location.hash = id), view);
        await page.waitForSelector(`#view-${view}`);
        if (view === "sensors") assert.match(await text(page, "#view-sensors"), /<img src=x/);
      }
      assert.equal(await page.title(), "Plimsoll bridge");
      assert.equal(await page.locator("img").count(), 0);
    });
  });

  it("opens what lies behind a figure, a check and the alerts by keyboard", async () => {
    await onPage("overload", async (page) => {
      await page.locator('.figure[aria-label^="aft port"]').focus();
      await page.keyboard.press("Enter");
      assert.match(await text(page, "#dialog-body"), /hull\.draught\.aft\.port[\s\S]*draught[\s\S]*good[\s\S]*yes/);
      await page.keyboard.press("Escape");
      assert.equal(await page.locator("#dialog").isVisible(), false);
      await page.locator('.check[data-verdict="FAIL"]').first().focus();
      await page.keyboard.press("Enter");
      assert.match(await text(page, "#dialog-body"), /FAIL\s+mean 5\.33 m/);
      await page.keyboard.press("Escape");
      await page.locator("#alerts-all").click();
      await page.waitForFunction(() => document.querySelectorAll("#alerts-page-now .alert").length === 3);
      await page.keyboard.press("Escape");
      await page.waitForSelector("#view-alerts", { state: "hidden" });
    });
  });

  it("goes through the four palettes and remembers the choice", async () => {
    await onPage("normal", async (page) => {
      const seen = [];
      for (let i = 0; i < PALETTES.length; i++) {
        await page.locator("#palette").click();
        seen.push(await page.evaluate(() => document.documentElement.dataset.obcTheme));
      }
      assert.deepEqual(seen, ["dusk", "night", "bright", "day"]);
      await page.locator("#palette").click();
      await page.reload();
      assert.equal(await page.evaluate(() => document.documentElement.dataset.obcTheme), "dusk");
    });
  });

  for (const state of STATES) {
    it(`can be read and touched, and nothing scrolls: ${state}`, async () => {
      await onPage(state, async (page) => {
        assert.deepEqual(await smallText(page, LEAST_TEXT_PIXELS), []);
        assert.deepEqual(await overflowing(page), []);
        assert.deepEqual(await smallTargets(page, INTERACTIVE, LEAST_TARGET_PIXELS), []);
      });
    });

    it(`has enough contrast in each palette: ${state}`, async () => {
      await onPage(state, async (page) => {
        for (const palette of PALETTES) {
          await showPalette(page, palette, false);
          assert.deepEqual(await faintText(page), [], palette);
          assert.deepEqual(await alertColouredDigits(page), [], palette);
          await showPalette(page, palette, true);
          assert.deepEqual(await faintText(page), [], `${palette}, at its darkest`);
        }
      });
    });
  }

  it("keeps its place on a larger panel", async () => {
    await onPage("trouble", async (page) => assert.deepEqual(await overflowing(page), []), { width: 1920, height: 1200 });
  });
});
