import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { launch, noBrowser, openPage, veiled } from "./browser.mjs";
import { Feed } from "./fake/feed.mjs";
import { PALETTES, SHOTS } from "./panel.mjs";
import { alertColouredDigits, faintText, smallText } from "./rules.mjs";

const SIZE = { width: 1600, height: 1000 };
const PHONE = { width: 390, height: 844 };

describe("fleet page", { skip: noBrowser }, () => {
  let browser;
  let feed;
  let usual = null;
  let usualFeed = null;

  before(async () => {
    await mkdir(SHOTS, { recursive: true });
    browser = await launch();
  });
  after(async () => {
    usualFeed?.close();
    await browser?.close();
  });

  /** @param expected a fault of the browser's own that the test causes */
  async function onPage(state, test, { bookKey = "", expected = /^never$/, ...options } = {}) {
    feed = await Feed.start("shore", 200);
    feed.state = state;
    feed.bookKey = bookKey;
    const opened = await openPage(browser, feed.url, { ...SIZE, ...options });
    try {
      await opened.page.waitForSelector("#chart[data-points]");
      await test(opened.page);
      assert.deepEqual((await opened.faults()).filter((fault) => !expected.test(fault)), []);
    } finally {
      await opened.close();
      feed.close();
    }
  }

  /** The same page for every test that changes nothing which another one counts on. */
  async function onUsual(test) {
    if (!usual) {
      usualFeed = await Feed.start("shore", 200);
      usual = await openPage(browser, usualFeed.url, SIZE);
      await usual.page.waitForSelector("#chart[data-points]");
    }
    await test(usual.page);
    assert.deepEqual(await usual.faults(), []);
  }

  const text = (page, selector) => page.locator(selector).first().innerText();

  it("lists the vessels, also the silent ones", async () => {
    await onUsual(async (page) => {
      assert.equal(await page.locator(".vessel-row").count(), 4);
      assert.match(await text(page, "#vessels"), /MV Rajin Star\s+online, heard 1\.2 s ago/);
      assert.match(await text(page, "#vessels"), /\u0412\u0435\u0433\u0430\s+late, heard 9 min ago\s+SIMULATION/);
      assert.match(await text(page, "#vessels"), /Aurora\s+silent, never heard/);
      assert.match(await text(page, "#fleet"), /^4 vessels\s+\u00b7\s+2 online\s+\u00b7\s+1 late\s+\u00b7\s+1 silent/);
    });
  });

  it("says that nothing is missing when nothing is", async () => {
    await onUsual(async (page) => {
      await page.waitForSelector(".stream");
      assert.equal(await text(page, "#completeness-said"), "nothing is missing");
    });
  });

  it("draws another quantity over another range, gaps shaded", async () => {
    await onUsual(async (page) => {
      const asked = [];
      page.on("request", (request) => {
        if (request.url().includes("/history")) asked.push(new URL(request.url()).searchParams);
      });
      await page.getByRole("button", { name: "24 h" }).click();
      await page.waitForFunction(() => /; 1 span without data, shaded$/.test(document.querySelector("#chart-cargo-said").textContent));
      await page.locator("#history-path").selectOption("navigation.speedOverGround");
      await page.waitForFunction(() => / kn; 1 span/.test(document.querySelector("#chart-said").textContent));
      const last = asked.findLast((one) => one.get("path") === "navigation.speedOverGround");
      assert.equal(Number(last.get("to")) - Number(last.get("from")), 24 * 3600 * 1000);
      assert.equal(await page.getByRole("button", { name: "24 h" }).getAttribute("aria-pressed"), "true");
      await page.locator("#latest .link-button").first().click();
      assert.equal(await page.locator("#history-path").inputValue(), "hull.draught.aft.port");
    });
  });

  it("reads all charts under one pointer, and goes into what is dragged over and back", async () => {
    await onUsual(async (page) => {
      await page.getByRole("button", { name: "1 h", exact: true }).click();
      const over = page.locator("#chart-cargo .u-over");
      await over.scrollIntoViewIfNeeded();
      const box = await over.boundingBox();
      const y = box.y + box.height / 2;
      await page.mouse.move(box.x + box.width * 0.3, y);
      await page.waitForFunction(() => ["chart-draught", "chart-cargo", "chart"].every((id) => / UTC\s+/.test(document.querySelector(`#${id}-cursor`).textContent)));
      const times = await page.locator(".history-cursor").allInnerTexts();
      assert.equal(new Set(times.map((one) => one.slice(0, 16))).size, 1, times.join(" / "));
      await page.mouse.down();
      await page.mouse.move(box.x + box.width * 0.4, y, { steps: 4 });
      const asked = page.waitForRequest((request) => request.url().includes("path=hull.draught.mean"));
      await page.mouse.up();
      const zoomed = new URL((await asked).url()).searchParams;
      const seconds = (Number(zoomed.get("to")) - Number(zoomed.get("from"))) / 1000;
      assert.ok(seconds > 300 && seconds < 420, `a tenth of an hour is ${seconds} s`);
      await page.locator("#zoom-back").click();
      assert.equal(await page.locator("#zoom-back").isVisible(), false);
      assert.equal(await page.getByRole("button", { name: "1 h", exact: true }).getAttribute("aria-pressed"), "true");
    });
  });

  it("says what came late, and what went over the link each day", async () => {
    await onUsual(async (page) => {
      await page.waitForFunction(() => /^1 span, 15 min or more for the oldest; hatched/.test(document.querySelector("#late-said").textContent));
      assert.match(await text(page, "#late"), /^\d\d-\d\d \d\d:\d\d to \d\d:\d\d came after \d\d:\d\d:\d\d$/);
      assert.equal(await page.locator(".day").count(), 14);
      assert.match(await text(page, ".day"), /so far$/);
      assert.match(await text(page, ".day:nth-child(6)"), /not told$/);
      assert.match(await text(page, "#days-said"), /MB on 13 days$/);
      await page.getByRole("button", { name: /Aurora/ }).click();
      await page.waitForFunction(() => /^not known/.test(document.querySelector("#late-said").textContent));
      await page.getByRole("button", { name: /Rajin Star/ }).click();
    });
  });

  it("draws the track of the chosen vessel and every vessel that has a position", async () => {
    await onUsual(async (page) => {
      await page.waitForSelector("#map path.track-fresh");
      await page.waitForSelector("#map .map-vessel.is-old", { state: "attached" });
      assert.equal(await page.locator(".map-vessel").count(), 3);
      assert.equal(await page.locator(".map-vessel.is-old").count(), 1);
      assert.equal(await text(page, "#map-said"), "1 vessel without a position");
      await page.getByRole("button", { name: "24 h" }).click();
      await page.waitForSelector("#map path.track-old");
      assert.ok((await page.locator("#map path.track-recent").count()) >= 1);
    });
  });

  it("adds up the voyages, and what is not known is no zero", async () => {
    await onUsual(async (page) => {
      await page.waitForSelector("#voyages table");
      assert.match(await text(page, "#voyages-sum"), /^\d+ voyages in \d months; port to port \d\.\d h \(7\.1 to 8\.7, of \d+\); passengers a voyage \d+ \(/);
      const months = await page.locator("#voyages table").first().locator("tbody tr").allInnerTexts();
      assert.ok(months.some((row) => /\(\d of \d\)/.test(row)), months.join("\n"));
      const unmeasured = await page.locator("#voyages tr", { hasText: "measured cargo not known" }).first().innerText();
      assert.match(unmeasured, /\u2012\u2012/);
      assert.doesNotMatch(unmeasured, /\s0\s/);
      assert.match(await text(page, "#voyages"), /SIMULATION/);
      const saved = page.waitForEvent("download");
      await page.getByRole("button", { name: "CSV of voyages" }).click();
      const csv = await readFile(await (await saved).path(), "utf8");
      const [head, first] = csv.split("\r\n");
      assert.match(head, /^number,from,to,departure,arrival,hours,origin,passengers/);
      assert.match(first, /^1,KPNAJ,RUVVO,.*,120,520000,531000,,,,measured cargo not known$/);
    });
  });

  it("covers itself after three seconds of silence and recovers", async () => {
    await onUsual(async (page) => {
      usualFeed.state = "silent";
      await veiled(page);
      usualFeed.state = "normal";
      await page.waitForSelector("#veil", { state: "hidden" });
    });
  });

  it("asks for the key of the port when its book has one", async () => {
    await onPage(
      "normal",
      async (page) => {
        await page.getByLabel("Key of the port").fill("wrong");
        await page.getByRole("button", { name: "Use it" }).click();
        await page.getByLabel("Key of the port").fill("secret");
        await page.getByRole("button", { name: "Use it" }).click();
        await page.waitForSelector("#voyages table");
        assert.equal(await page.getByLabel("Key of the port").isVisible(), false);
      },
      { bookKey: "secret", expected: /401/ },
    );
  });

  it("goes to another vessel and back", async () => {
    await onUsual(async (page) => {
      await page.getByRole("button", { name: /Harald Viking/ }).click();
      await page.waitForFunction(() => document.querySelector("#vessel-name").textContent === "Harald Viking");
      assert.match(page.url(), /#imo9074729$/);
      await page.reload();
      await page.waitForFunction(() => document.querySelector("#vessel-name").textContent === "Harald Viking");
    });
  });

  it("keeps what foreign names contain as text", async () => {
    await onPage("hostile", async (page) => {
      assert.equal(await page.title(), "Plimsoll fleet");
      assert.equal(await page.locator("img, script:not([src])").count(), 0);
      assert.match(await text(page, "#vessel-name"), /^<img src=x/);
    });
  });

  it("shows latest values with quality and age, and in words what is stored and what is missing", async () => {
    await onPage(
      "trouble",
      async (page) => {
        await page.waitForSelector(".stream");
        assert.equal(await text(page, "#vessel-name"), "MV Rajin Star");
        assert.equal(await text(page, "#vessel-origin"), "SIMULATION");
        assert.match(await text(page, "#latest"), /Draught aft port\s+5\.3\d m\s+stale\s+42 s\s+draught/);
        assert.match(await text(page, "#latest"), /Draught forward starboard\s+\u2012\u2012\s+invalid/);
        assert.match(await text(page, "#figures"), /to port|to starboard/);
        assert.match(await text(page, "#alerts"), /Draught aft no data/);
        assert.match(await text(page, "#completeness-said"), /^2 holes/);
        assert.match(await text(page, "#streams"), /rows 1 to 1\u2009480: 48\u2009170 readings stored/);
        assert.match(await text(page, "#streams"), /1 gap: 300 to 420 \(3\u2009630 readings, thinned\)/);
        assert.match(await text(page, "#streams"), /2 holes: 1\u2009200 to 1\u2009219, 1\u2009400/);
        await isReadable(page, "desk", PALETTES);
        await page.evaluate(await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8"));
        const { violations } = await page.evaluate(() => window.axe.run(document, { rules: { "color-contrast": { enabled: false } } }));
        const serious = violations.filter((one) => ["serious", "critical"].includes(one.impact)).map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(" ")}`);
        assert.deepEqual(serious, []);
      },
      { width: 1280, height: 800 },
    );
  });

  it("can be read on a phone", async () => {
    await onPage("trouble", (page) => isReadable(page, "phone", ["day", "night"]), PHONE);
  });

  /** Does not scroll sideways, and all text stands out in each palette. */
  async function isReadable(page, name, palettes) {
    await page.waitForSelector("#voyages table");
    await page.waitForSelector(".day");
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, "scrolls to the side");
    assert.deepEqual(await smallText(page, 12), []);
    for (const palette of palettes) {
      await page.evaluate((one) => (document.documentElement.dataset.obcTheme = one), palette);
      assert.deepEqual(await faintText(page), [], palette);
      assert.deepEqual(await alertColouredDigits(page), [], palette);
      await page.screenshot({ path: path.join(SHOTS, `fleet-${name}-${palette}.png`) });
    }
  }
});
