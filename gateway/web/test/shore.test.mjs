import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, noBrowser, openPage, veiled } from "./browser.mjs";
import { Feed } from "./fake/feed.mjs";
import { alertColouredDigits, faintText } from "./rules.mjs";

const SIZE = { width: 1600, height: 1000 };

describe("shore page", { skip: noBrowser }, () => {
  let browser;
  let feed;

  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());

  async function onPage(state, test, options) {
    feed = await Feed.start("shore", 200);
    feed.state = state;
    const opened = await openPage(browser, feed.url, { ...SIZE, ...options });
    try {
      await opened.page.waitForSelector("#chart[data-points]");
      await test(opened.page);
      assert.deepEqual(await opened.faults(), []);
    } finally {
      await opened.close();
      feed.close();
    }
  }

  const text = (page, selector) => page.locator(selector).first().innerText();

  it("lists the vessels, also the silent ones", async () => {
    await onPage("normal", async (page) => {
      assert.equal(await page.locator(".vessel-row").count(), 4);
      assert.match(await text(page, "#vessels"), /MV Rajin Star\s+online, heard 1\.2 s ago/);
      assert.match(await text(page, "#vessels"), /Aurora\s+offline, never heard/);
      assert.match(await text(page, "#vessels"), /SIMULATION/);
      assert.match(await text(page, "#fleet"), /^4 vessels\s+\u00b7\s+2 online/);
    });
  });

  it("shows the latest values of the chosen vessel with quality and age", async () => {
    await onPage("trouble", async (page) => {
      assert.equal(await text(page, "#vessel-name"), "MV Rajin Star");
      assert.equal(await text(page, "#vessel-origin"), "SIMULATION");
      assert.match(await text(page, "#latest"), /Draught aft port\s+5\.3\d m\s+stale\s+42 s\s+draught/);
      assert.match(await text(page, "#latest"), /Draught forward starboard\s+\u2012\u2012\s+invalid/);
      assert.match(await text(page, "#figures"), /to port|to starboard/);
      assert.match(await text(page, "#alerts"), /Draught aft no data/);
    });
  });

  it("says in words what is stored and what is missing", async () => {
    await onPage("trouble", async (page) => {
      await page.waitForSelector(".stream");
      assert.match(await text(page, "#completeness-said"), /^2 holes/);
      assert.match(await text(page, "#streams"), /rows 1 to 1\u2009480: 48\u2009170 readings stored/);
      assert.match(await text(page, "#streams"), /1 gap: 300 to 420 \(3\u2009630 readings, thinned\)/);
      assert.match(await text(page, "#streams"), /2 holes: 1\u2009200 to 1\u2009219, 1\u2009400/);
    });
    await onPage("normal", async (page) => {
      await page.waitForSelector(".stream");
      assert.equal(await text(page, "#completeness-said"), "nothing is missing");
    });
  });

  it("draws another quantity over another range, gaps shaded", async () => {
    await onPage("normal", async (page) => {
      const asked = [];
      page.on("request", (request) => {
        if (request.url().includes("/history")) asked.push(new URL(request.url()).searchParams);
      });
      await page.getByRole("button", { name: "24 h" }).click();
      await page.waitForFunction(() => document.querySelector("#history-said").textContent === "1 span without data, shaded");
      await page.locator("#history-path").selectOption("loading.cargo.weighed");
      await page.waitForTimeout(300);
      const last = asked.at(-1);
      assert.equal(last.get("path"), "loading.cargo.weighed");
      assert.equal(Number(last.get("to")) - Number(last.get("from")), 24 * 3600 * 1000);
      assert.equal(await page.getByRole("button", { name: "24 h" }).getAttribute("aria-pressed"), "true");
      await page.locator("#latest .link-button").first().click();
      assert.equal(await page.locator("#history-path").inputValue(), "hull.draught.aft.port");
    });
  });

  it("reads time and value under the pointer", async () => {
    await onPage("normal", async (page) => {
      const box = await page.locator(".u-over").boundingBox();
      await page.mouse.move(box.x + box.width * 0.3, box.y + box.height / 2);
      await page.waitForFunction(() => /UTC\s+\d\.\d\d m/.test(document.querySelector("#history-cursor").textContent));
    });
  });

  it("goes to another vessel and back", async () => {
    await onPage("normal", async (page) => {
      await page.getByRole("button", { name: /Harald Viking/ }).click();
      await page.waitForFunction(() => document.querySelector("#vessel-name").textContent === "Harald Viking");
      assert.match(page.url(), /#imo9074729$/);
      await page.reload();
      await page.waitForFunction(() => document.querySelector("#vessel-name").textContent === "Harald Viking");
    });
  });

  it("keeps what foreign names contain as text", async () => {
    await onPage("hostile", async (page) => {
      assert.equal(await page.title(), "Plimsoll shore");
      assert.equal(await page.locator("img, script:not([src])").count(), 0);
      assert.match(await text(page, "#vessel-name"), /^<img src=x/);
    });
  });

  it("covers itself after three seconds of silence and recovers", async () => {
    await onPage("normal", async (page) => {
      feed.state = "silent";
      await veiled(page);
      feed.state = "normal";
      await page.waitForSelector("#veil", { state: "hidden" });
    });
  });

  it("has enough contrast in each palette", async () => {
    await onPage("trouble", async (page) => {
      for (const palette of ["day", "dusk", "night", "bright"]) {
        await page.evaluate((name) => (document.documentElement.dataset.obcTheme = name), palette);
        assert.deepEqual(await faintText(page), [], palette);
        assert.deepEqual(await alertColouredDigits(page), [], palette);
      }
    });
  });

  it("does not scroll sideways on a small desk", async () => {
    await onPage(
      "trouble",
      async (page) => {
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
      },
      { width: 1280, height: 800 },
    );
  });
});
