import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, noBrowser, openPage } from "./browser.mjs";
import { Feed } from "./fake/feed.mjs";

/** The pages of the panel beside the loading page: what they say and what they do. */
describe("bridge pages", { skip: noBrowser }, () => {
  let browser;
  let feed;

  before(async () => {
    browser = await launch();
  });
  after(() => browser?.close());

  /** @param expected a fault of the browser's own that the test causes */
  async function onPage(view, state, test, expected = /^never$/) {
    feed = await Feed.start("bridge", 200);
    feed.state = state;
    const opened = await openPage(browser, `${feed.url}#${view}`);
    try {
      await opened.page.waitForSelector(".line", { state: "attached" });
      await test(opened.page);
      assert.deepEqual((await opened.faults()).filter((fault) => !expected.test(fault)), []);
    } finally {
      await opened.close();
      feed.close();
    }
  }

  const text = (page, selector) => page.locator(selector).first().innerText();
  const row = (page, words) => page.locator("#view-sensors tr", { hasText: words }).first().innerText();

  it("are reached by menu, keyboard and address, and stay over a reload", async () => {
    await onPage("", "normal", async (page) => {
      assert.equal(await page.locator("#view-loading").isVisible(), true);
      await page.locator("#menu").focus();
      await page.keyboard.press("Enter");
      assert.equal(await page.locator("#menu").getAttribute("aria-expanded"), "true");
      assert.equal(await page.evaluate(() => document.activeElement.textContent), "Loading");
      await page.keyboard.press("Escape");
      assert.equal(await page.locator("#pages").isVisible(), false);
      assert.equal(await page.evaluate(() => document.activeElement.id), "menu");
      for (const title of ["Sensors", "History", "Survey", "Display"]) {
        await page.locator("#menu").click();
        await page.getByRole("link", { name: title, exact: true }).click();
        await page.waitForSelector(`#view-${title.toLowerCase()}`);
        assert.equal(await page.locator("#view-loading").isVisible(), false);
        assert.equal(await text(page, "#view-name"), title);
        assert.equal(await page.locator('[aria-current="page"]').textContent(), title);
      }
      await page.reload();
      assert.equal(await page.locator("#view-display").isVisible(), true);
    });
  });

  it("sensors: each line with last heard, rate, errors by reason and what to do", async () => {
    await onPage("", "trouble", async (page) => {
      await page.locator(".line").first().click();
      await page.waitForFunction(() => /\d\/s/.test(document.querySelector("#view-sensors").innerText));
      assert.match(await row(page, "gps (nmea0183)"), /heard\s+0\.2 s ago\s+\d+\.\d\/s\s+20.\d+\s+checksum 2/);
      assert.match(await row(page, "draught (modbus-rtu)"), /lost: the terminal has gone\s+42 s ago[\s\S]*check power and plug/);
      assert.match(await row(page, "counter (nmea0183)"), /connecting\s+never/);
      assert.match(await row(page, "Draught aft port"), /stale\s+42 s\s+draught\s+no new value: look at its line/);
      assert.match(await row(page, "Passengers on board"), /no data\s+\u2012\u2012[\s\S]*never heard/);
      const before = await page.locator("#view-sensors tbody tr").count();
      await page.getByRole("button", { name: "Only what is not good" }).click();
      assert.ok((await page.locator("#view-sensors tbody tr").count()) < before);
      assert.equal(await page.locator("#view-sensors tr", { hasText: "Longitude" }).count(), 0);
      assert.match(await text(page, "#view-sensors"), /Shore link down[\s\S]*34.284 waiting/);
    });
  });

  it("sensors: bad bytes are named with the most likely cause", async () => {
    await onPage("sensors", "noisy", async (page) => {
      assert.match(await row(page, "gps (nmea0183)"), /noise 900, checksum 40[\s\S]*baud rate or polarity/);
    });
  });

  it("history: asks the ship's own store for the range, and shows limits and gaps", async () => {
    await onPage("history", "whole", async (page) => {
      await page.waitForSelector('.chart[data-points="401"]');
      assert.equal(await page.locator(".chart canvas").count(), 3);
      assert.match(await text(page, ".chart-card"), /Mean draught\s+4\.\d\d to 5\.\d\d m, 1 span without data, shaded/);
      assert.match(await page.locator(".chart").first().getAttribute("aria-label"), /^Mean draught: 4/);
      const asked = () => feed.histories.at(-1);
      assert.deepEqual(asked().getAll("path"), ["hull.draught.mean", "loading.cargo.weighed", "loading.cargo.measured", "passengers.onBoard"]);
      assert.equal(Number(asked().get("to")) - Number(asked().get("from")), 3_600_000);
      await page.getByRole("button", { name: "24 h" }).click();
      await page.waitForFunction(() => document.querySelector('[aria-pressed="true"][type=button]') !== null);
      assert.equal(Number(asked().get("to")) - Number(asked().get("from")), 86_400_000);
      await page.getByRole("button", { name: "Draughts" }).click();
      await page.waitForFunction(() => document.querySelectorAll(".chart-name").length === 6);
      await page.getByLabel("Any value").selectOption("navigation.speedOverGround");
      await page.waitForFunction(() => document.querySelectorAll(".chart").length === 1);
      assert.match(await text(page, ".chart-card"), /Speed over ground/);
      const pixels = await page.locator(".chart canvas").evaluate((canvas) => {
        const { data } = canvas.getContext("2d").getImageData(0, 0, canvas.width, canvas.height);
        let drawn = 0;
        for (let i = 3; i < data.length; i += 4) drawn += data[i] > 0 ? 1 : 0;
        return drawn;
      });
      assert.ok(pixels > 1000, `${pixels} pixels`);
    });
  });

  it("history: says when the store cannot be read, and goes on", async () => {
    await onPage("loading", "normal", async (page) => {
      feed.refuseHistory = true;
      await page.evaluate(() => (location.hash = "history"));
      await page.waitForSelector("text=The ship\u2019s store cannot be read now");
      feed.refuseHistory = false;
      await page.getByRole("button", { name: "3 h", exact: true }).click();
      await page.waitForSelector("text=From the ship\u2019s own store");
    }, /status of 503/);
  });

  it("history: a figure's drawer leads to its chart", async () => {
    await onPage("", "normal", async (page) => {
      await page.locator('.figure[aria-label^="trim"]').click();
      await page.getByRole("button", { name: "History", exact: true }).click();
      await page.waitForSelector('.chart[data-points="401"]');
      assert.match(await text(page, ".chart-card"), /Trim, \+ by the stern/);
      assert.equal(await page.locator("#dialog").isVisible(), false);
    });
  });

  it("survey: takes the sensors' draughts, runs with a name and a place, and prints one page", async () => {
    await onPage("survey", "whole", async (page) => {
      const fill = (label, value) => page.getByLabel(label, { exact: true }).fill(value);
      await page.getByRole("button", { name: "Take from sensors" }).click();
      assert.equal(await page.getByLabel("draught aft port, m").inputValue(), "5.350");
      assert.equal(await page.getByLabel("water density").inputValue(), "1.0215");
      assert.equal(await page.getByLabel("passengers", { exact: true }).inputValue(), "143");
      await fill("draught aft port, m", "5,36");
      await page.getByRole("button", { name: "Run survey" }).click();
      await page.waitForSelector("text=Name the officer of the watch first");
      await page.locator("#watch").click();
      await page.getByRole("button", { name: "C/O" }).click();
      await page.getByRole("button", { name: "Run survey" }).click();
      await page.waitForSelector("text=Name the place");
      assert.equal(feed.surveys.length, 0);
      await fill("place", "<b>Rajin</b>");
      await page.getByRole("button", { name: "Run survey" }).click();
      await page.waitForSelector(".sheet-lines");
      assert.deepEqual(feed.surveys[0], {
        draughtsMetres: { forwardPort: 4.78, forwardStarboard: 4.71, midshipPort: 5.06, midshipStarboard: 4.99, aftPort: 5.36, aftStarboard: 5.28 },
        waterDensity: 1.0215,
        deductiblesTonnes: 700.2,
        passengers: 143,
        place: "<b>Rajin</b>",
        by: "C/O",
      });
      assert.match(await text(page, ".sheet"), /good: to survey standard[\s\S]*place\s+<b>Rajin<\/b>[\s\S]*876\.412/);
      const paper = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      assert.equal(paper.match(/\/Type\s*\/Page\b/g).length, 1, "pages of paper");
      await fill("draught midship port, m", "five");
      await page.getByRole("button", { name: "Run survey" }).click();
      await page.waitForSelector("text=draught midship port is no number");
      assert.equal(feed.surveys.length, 1);
    });
  });

  it("survey: a draught that no sensor gives stays empty, never zero", async () => {
    await onPage("survey", "normal", async (page) => {
      await page.getByRole("button", { name: "Take from sensors" }).click();
      await page.waitForSelector("text=6 of 6 draughts are missing");
      assert.equal(await page.getByLabel("draught aft port, m").inputValue(), "");
    });
  });

  it("display: the sun chooses the palette until a hand does, over a reload too", async () => {
    await onPage("display", "polarNight", async (page) => {
      const palette = () => page.evaluate(() => document.documentElement.dataset.obcTheme);
      assert.equal(await palette(), "day");
      await page.getByRole("button", { name: "By the sun" }).click();
      await page.waitForFunction(() => document.documentElement.dataset.obcTheme === "night");
      assert.match(await text(page, "#view-display"), /below the horizon: night/);
      feed.state = "polarDay";
      await page.waitForFunction(() => document.documentElement.dataset.obcTheme === "day");
      await page.reload();
      feed.state = "polarNight";
      await page.waitForFunction(() => document.documentElement.dataset.obcTheme === "night");
      await page.getByRole("button", { name: "bright", exact: true }).click();
      await page.waitForTimeout(500);
      assert.equal(await palette(), "bright");
      feed.state = "trouble";
      await page.waitForSelector("#origin:not([hidden])");
      assert.equal(await palette(), "bright");
    });
  });

  it("display: text grows in pages and drawers, and the sound can be tested", async () => {
    await onPage("display", "normal", async (page) => {
      const size = () => page.locator("#view-display .quiet").first().evaluate((one) => parseFloat(getComputedStyle(one).fontSize));
      const before = await size();
      await page.getByRole("button", { name: "Larger", exact: true }).click();
      assert.ok((await size()) > before * 1.3);
      await page.reload();
      await page.waitForSelector('[data-text="larger"]');
      await page.getByRole("button", { name: "Test alarm sound" }).click();
      await page.waitForSelector("text=The alarm sound was played");
    });
  });

  it("display: the brightness of a palette is set by touch and keyboard, and kept for it alone", async () => {
    await onPage("display", "normal", async (page) => {
      const black = () => page.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue("--dim"));
      const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
      const slider = page.getByRole("slider", { name: "Brightness" });
      const bright = await ground();
      assert.equal(await slider.inputValue(), "10");
      assert.equal(await black(), "0.0%");
      await slider.focus();
      await page.keyboard.press("ArrowLeft");
      assert.equal(await slider.getAttribute("aria-valuetext"), "9 of 10");
      assert.equal(await black(), "3.0%");
      assert.notEqual(await ground(), bright);
      await page.keyboard.press("Home");
      assert.equal(await black(), "30.0%");
      assert.match(await text(page, "#view-display"), /day: 0 of 10, the least at which all can be read/);
      await page.getByRole("button", { name: "Darker" }).evaluate((button) => button.click());
      assert.equal(await black(), "30.0%", "and no darker");
      await page.getByRole("button", { name: "Brighter" }).click();
      assert.equal(await slider.inputValue(), "1");
      await page.getByRole("button", { name: "night", exact: true }).click();
      assert.equal(await slider.inputValue(), "10", "another palette has its own");
      assert.equal(await page.evaluate(() => document.documentElement.hasAttribute("data-dim")), false);
      await page.getByRole("button", { name: "day", exact: true }).click();
      await page.reload();
      await page.waitForSelector("#view-display:not([hidden])");
      assert.equal(await black(), "27.0%");
      await page.evaluate(() => localStorage.setItem("plimsoll.brightness.day", "no number"));
      await page.reload();
      assert.equal(await black(), "0.0%");
    });
  });
});
