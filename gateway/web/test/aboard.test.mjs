// The scenario of the demo on the pages of the real ship, two screens of the bridge side by side. Its name makes it
// the first of the tests, so that it waits for the ship while the others run.
// PLIMSOLL_OVERLOADED names the bridge of a run of
//   ./plimsoll demo --scenario OVERLOADED --fault draught.midship.port:garble@60s
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { launch, noBrowser, openPage } from "./browser.mjs";
import { darkness, PALETTES, SHOTS, views } from "./panel.mjs";
import { alertColouredDigits, faintText, overflowing } from "./rules.mjs";

const skip = noBrowser || (process.env.PLIMSOLL_OVERLOADED ? false : "PLIMSOLL_OVERLOADED is not set");
/** The ship needs some 80 s until she is overloaded, on a machine with nothing else to do. */
const PATIENCE = { timeout: 150_000 };
const OPEN = ["ACTIVE_UNACKNOWLEDGED", "ACTIVE_SILENCED"];

describe("the scenario on two screens of the real ship", { skip }, () => {
  const bridge = process.env.PLIMSOLL_OVERLOADED;
  let browser;
  let blank;
  let loading;
  let alerts;

  before(async () => {
    await mkdir(SHOTS, { recursive: true });
    browser = await launch();
    blank = await browser.newPage();
    loading = await openPage(browser, new URL("/#alerts", bridge).href);
    alerts = await openPage(browser, new URL("/#alerts", bridge).href);
  });
  after(() => browser?.close());

  /**
   * The row of an alert on the page of alerts, which both screens have open until the pictures are
   * taken: the loading page has three rows, and what came last may be behind them.
   */
  function row({ page }, title, words, states) {
    const wanted = states.map((state) => `#alerts-page-now .alert[data-state="${state}"]`).join(", ");
    return page.locator(wanted).filter({ hasText: title }).filter({ hasText: words }).first();
  }

  /** Looks at the other page of a screen, and goes back to its alerts. */
  async function meanwhile(screen, view, look) {
    await choose(screen, view);
    try {
      await look(screen.page);
    } finally {
      await choose(screen, "alerts");
    }
  }

  const text = ({ page }, selector) => page.locator(selector).first().innerText();

  async function choose({ page }, view) {
    await page.evaluate((id) => (location.hash = id), view);
    await page.waitForSelector(`#view-${view}:not([hidden])`);
  }

  it("the overweight lorry raises DECL/MEASURED on both", async () => {
    for (const screen of [alerts, loading]) {
      await row(screen, "DECL/MEASURED", /weighs \d+\.\d t, declared \d+\.\d t/, OPEN).waitFor(PATIENCE);
    }
    const said = await row(alerts, "DECL/MEASURED", /weighs/, OPEN).innerText();
    const [, weighed, declared] = /weighs (\d+\.\d) t, declared (\d+\.\d) t/.exec(said);
    assert.ok(weighed - declared > 11 && weighed - declared < 14, said);
    // A warning that nobody acknowledged for five minutes has become an alarm.
    assert.match(await row(alerts, "DECL/MEASURED", /weighs/, OPEN).getAttribute("data-priority"), /^(WARNING|ALARM)$/);
    await meanwhile(loading, "loading", async (page) => {
      assert.equal(await page.locator('.check[data-verdict="FAIL"]', { hasText: "Cargo weights" }).count(), 1);
      assert.match(await text(loading, "#summary-title"), /Check failed/);
      assert.match(await text(loading, "#origin"), /SIMULATION/);
      await page.screenshot({ path: path.join(SHOTS, "walk-declared-measured.png") });
    });
  });

  it("silence on one is silence on both, and leaves the alert open", async () => {
    await alerts.page.locator("#silence:not([disabled])").click(PATIENCE);
    for (const screen of [alerts, loading]) {
      await row(screen, "DECL/MEASURED", /weighs/, ["ACTIVE_SILENCED"]).waitFor(PATIENCE);
    }
    await loading.page.waitForFunction(() => document.body.dataset.sound === "none", null, PATIENCE);
  });

  it("acknowledging it by name on one clears it on the other", async () => {
    await row(alerts, "DECL/MEASURED", /weighs/, OPEN).getByRole("button").click();
    await alerts.page.getByRole("button", { name: "2/O" }).click();
    await row(alerts, "DECL/MEASURED", /weighs[\s\S]*2\/O/, ["ACTIVE_ACKNOWLEDGED"]).waitFor(PATIENCE);
    await row(loading, "DECL/MEASURED", /weighs/, OPEN).waitFor({ state: "detached", ...PATIENCE });
  });

  it("the garbled draught sensor turns its value invalid and the checks inconclusive", async () => {
    await meanwhile(loading, "loading", async (page) => {
      const figure = page.locator('.figure[aria-label^="mid port"][data-quality="INVALID"]');
      await figure.waitFor(PATIENCE);
      assert.match(await figure.innerText(), /^\u2012\u2012[\s\S]*invalid/);
      assert.match(await text(loading, '.figure[aria-label^="mid starboard"]'), /^\d\.\d\d/);
      await page.waitForSelector('.check[data-verdict="INCONCLUSIVE"] >> text=Draught limit', PATIENCE);
      await page.waitForSelector('.check[data-verdict="INCONCLUSIVE"] >> text=Sensors', PATIENCE);
    });
    await row(alerts, "SENSOR STALE", /draught (not usable|silent): Draught midship port/, OPEN).waitFor(PATIENCE);
    await meanwhile(alerts, "sensors", async (page) => {
      const line = (words) => page.locator("#view-sensors tr").filter({ hasText: words }).first();
      // Of an answer in pieces the line says for a moment that none came.
      await line(/draught \(modbus-rtu\)[\s\S]*heard: damaged answers from unit 3/).waitFor(PATIENCE);
      assert.match(await line("Draught midship port").innerText(), /\u2012\u2012[\s\S]*invalid/);
      await page.screenshot({ path: path.join(SHOTS, "walk-invalid-sensor.png") });
    });
  });

  it("the excess load raises CARGO MASS, acknowledged on the other screen this time", async () => {
    const alarm = (screen, states) => row(screen, "CARGO MASS", /weighed 10[12]\d t/, states);
    await alarm(loading, OPEN).waitFor(PATIENCE);
    await alarm(alerts, OPEN).waitFor(PATIENCE);
    assert.equal(await alarm(alerts, OPEN).getAttribute("data-priority"), "ALARM");
    await meanwhile(loading, "loading", async (page) => {
      await page.waitForSelector('.check[data-verdict="FAIL"] >> text=Cargo limit', PATIENCE);
      await page.waitForFunction(() => Number(document.querySelectorAll(".bar-over")[1].getAttribute("width")) > 0, null, PATIENCE);
      await page.screenshot({ path: path.join(SHOTS, "walk-cargo-mass.png") });
    });
    await alarm(loading, OPEN).getByRole("button").click();
    await loading.page.getByRole("button", { name: "C/O" }).click();
    await row(alerts, "CARGO MASS", /weighed 10[12]\d t[\s\S]*C\/O/, ["ACTIVE_ACKNOWLEDGED"]).waitFor(PATIENCE);
    await alarm(loading, OPEN).waitFor({ state: "detached", ...PATIENCE });
  });

  /** What a page needs before it is looked at. */
  async function fill({ page }, view) {
    if (view === "history") await page.waitForSelector(".chart[data-points]", PATIENCE);
    if (view !== "survey") return;
    await page.getByRole("button", { name: "Take from sensors" }).click();
    assert.equal(await page.getByLabel("draught midship port, m").inputValue(), "");
    await page.waitForSelector("text=1 of 6 draughts are missing");
    await page.getByLabel("draught midship port, m").fill("5.05");
    await page.getByLabel("place", { exact: true }).fill("Rajin");
    await page.getByRole("button", { name: "Run survey" }).click();
    await page.waitForSelector(".sheet-lines", PATIENCE);
  }

  for (const view of skip ? [] : views()) {
    it(`${view}: every palette by hand, and the night is dark`, async () => {
      const { page } = loading;
      await choose(loading, view);
      await fill(loading, view);
      for (const palette of PALETTES) {
        while ((await page.evaluate(() => document.documentElement.dataset.obcTheme)) !== palette) await page.locator("#palette").click();
        assert.deepEqual(await faintText(page), [], palette);
        assert.deepEqual(await alertColouredDigits(page), [], palette);
        const png = await page.screenshot({ path: path.join(SHOTS, `walk-${view}-${palette}.png`) });
        if (palette === "night") await darkness(blank, view, png);
      }
      if (view === "loading") assert.deepEqual(await overflowing(page), []);
    });
  }

  it("neither screen did what it must not", async () => {
    for (const screen of [loading, alerts]) {
      assert.equal(await screen.page.locator("#veil").isVisible(), false);
      assert.deepEqual(await screen.faults(), []);
    }
  });
});
