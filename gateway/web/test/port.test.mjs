import assert from "node:assert/strict";
import { mkdir, readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { launch, noBrowser, openPage, veiled } from "./browser.mjs";
import { Feed } from "./fake/feed.mjs";
import { harbour } from "./fake/port.mjs";
import { PALETTES, SHOTS } from "./panel.mjs";
import { faintText, smallText } from "./rules.mjs";

const DESK = { width: 1280, height: 800 };
const PHONE = { width: 390, height: 844 };
const FIRST_LOAD_BYTES = 300 * 1024;

describe("port page", { skip: noBrowser }, () => {
  let browser;

  before(async () => {
    browser = await launch();
    await mkdir(SHOTS, { recursive: true });
  });
  after(() => browser?.close());

  /** @param expected a fault of the browser's own that the test causes */
  async function onPage(test, { size = DESK, palette, opened = true, locked = false, expected = /^never$/ } = {}) {
    const feed = await Feed.start("port", 300);
    const day = harbour();
    feed.port = day.port;
    feed.port.locked = locked;
    const screen = await openPage(browser, opened ? `${feed.url}#${day.call}` : feed.url, { ...size, palette });
    try {
      if (!locked) await screen.page.waitForSelector(opened ? "#opened:not([hidden]) .verdict" : "#calls tr");
      await test(screen.page, day, feed);
      assert.deepEqual((await screen.faults()).filter((fault) => !expected.test(fault)), []);
    } finally {
      await screen.close();
      feed.close();
    }
  }

  const text = async (page, selector) => (await page.locator(selector).first().innerText()).replaceAll("\u00a0", " ");
  const row = async (page, table, words) => (await page.locator(`${table} tr`, { hasText: words }).first().innerText()).replaceAll("\u00a0", " ");
  const fill = (page, label, value) => page.getByLabel(label).fill(value);

  it("lists who is present and who is expected, with the kind of each time and the age of her data", async () => {
    await onPage(async (page) => {
      assert.match(await text(page, "#calls-said"), /^2 vessels present, 1 expected$/);
      assert.match(await row(page, "#calls", "MV Rajin Star"), /berthed operational\s+Pier 1\s+\d\d-\d\d \d\d:\d\d ACT\s*seen\s+\d\d-\d\d \d\d:\d\d PLN\s*berth, port authority\s+1\.2 s ago/);
      assert.match(await row(page, "#calls", "Harald Viking"), /expected accepted[\s\S]*EST/);
      assert.match(await row(page, "#calls", "MMSI 273000111"), /SIMULATION\s+in port initiated\s+\u2012\u2012[\s\S]*seen, simulated|seen, simulation/);
      assert.match(await row(page, "#calls", "MMSI 273000111"), /9 min ago/);
      await page.getByRole("button", { name: "expected" }).click();
      assert.equal(await page.locator("#calls tr").count(), 1);
      await page.getByRole("button", { name: "left", exact: true }).click();
      assert.match(await text(page, "#calls-none"), /No call is left/);
    });
  });

  it("shows the berth plan, solid since she is there and hollow before", async () => {
    await onPage(async (page) => {
      const bands = page.locator(".berth-band");
      assert.equal(await bands.count(), 2);
      assert.equal(await bands.nth(0).getAttribute("data-kind"), "ACT");
      assert.equal(await bands.nth(1).getAttribute("data-kind"), "EST");
      const [here, next] = await bands.evaluateAll((all) => all.map((one) => one.getBoundingClientRect().toJSON()));
      const now = await page.locator(".berth-now").evaluate((one) => one.getBoundingClientRect().left);
      assert.ok(here.left < now && now < here.right && here.right < next.left, JSON.stringify([here, now, next]));
    });
  });

  it("draws the port's own map and where the vessels are; the silent one is hollow", async () => {
    await onPage(async (page) => {
      await page.waitForSelector(".map-vessel.is-old");
      assert.equal(await page.locator(".map-vessel").count(), 3);
      assert.equal(await page.locator(".map-vessel.is-old").count(), 1);
      assert.ok((await page.locator(".map-port").count()) >= 1);
      assert.match(await text(page, "#map"), /Pier 1, 6\.5 m/);
      assert.match(await text(page, ".map-foot"), /^0?\.?\d+ nm\s+NOT FOR NAVIGATION$/);
      const inside = await page.evaluate(() => {
        const pier = document.querySelector(".map-berth").getBoundingClientRect();
        const ship = document.querySelector(".map-vessel.is-opened").getBoundingClientRect();
        return ship.left > pier.left && ship.right < pier.right && ship.top > pier.top && ship.bottom < pier.bottom;
      });
      assert.equal(inside, true, "the berthed ferry lies in her berth");
      assert.equal(await page.locator("#map-coast").isVisible(), false);
      for (let i = 0; i < 20; i++) await page.locator("#map-out").click();
      await page.waitForSelector("#map-coast:not([hidden])");
      await page.waitForSelector("#map canvas");
      await page.locator("#map-home").click();
      await page.waitForSelector("#map-coast", { state: "hidden" });
    });
  });

  it("holds declared, weighed and measured against each other, and never passes what is not known", async () => {
    await onPage(async (page) => {
      assert.match(await row(page, "#cargo", "cargo, t"), /199\.5 \u00b13\.3 \(10 of 12\)\s+223\.8 \u00b10\.1 \(10 of 12\)\s+255\.0 \u00b118\.4\s+\+41\.7 \u00b118\.4\s+discrepancy[\s\S]*1\u2009000\.0\s+within the limit/);
      assert.match(await row(page, "#cargo", "passengers"), /141\s+143 counted now\s+\+2\s+mismatch/);
      assert.match(await text(page, "#cargo"), /Cargo declaration 1 submitted by harbour-office/);
      await page.getByRole("button", { name: "voyage 11 (in)" }).click();
      await page.waitForSelector('#cargo [data-verdict="INCONCLUSIVE"] >> text=not reconciled');
      assert.match(await row(page, "#cargo", "cargo, t"), /\u2012\u2012\s+\u2012\u2012\s+\u2012\u2012\s+\u2012\u2012\s+not reconciled/);
      assert.equal(await page.locator('#cargo [data-verdict="PASS"]').count(), 0);
      assert.match(await text(page, "#coverage"), /^\u2012\u2012 %$/);
      assert.match(await text(page, "#inspections"), /nothing can be called inspected/);
    });
  });

  it("holds the draught against marks, depth and AIS, with the sentence that corrects it", async () => {
    await onPage(async (page) => {
      assert.match(await row(page, "#draught", "mark S, port"), /5\.031\s+5\.200\s+pass/);
      assert.match(await row(page, "#draught", "mark S, starboard"), /\u2012\u2012\s+5\.200\s+inconclusive/);
      assert.match(await row(page, "#draught", "deepest, recorded"), /5\.202 aft port/);
      assert.match(await row(page, "#draught", "below the keel, Pier 1"), /1\.1\d\s+least 0\.50\s+enough/);
      assert.match(await row(page, "#draught", "below the keel, Approach"), /squat not known/);
      assert.match(await text(page, "#vsd"), /^\$IIVSD,,5\.4,,,,,,,\*42$/);
      await fill(page, "Draught by AIS, m", "4,1");
      assert.match(await text(page, "#ais-said"), /AIS is wrong by \u22121\.\d\d m; it ought to say 5\.4 m/);
      await fill(page, "Draught by AIS, m", "0");
      assert.match(await text(page, "#ais-said"), /does not know her draught/);
      await fill(page, "Draught by AIS, m", "5.4");
      assert.match(await text(page, "#ais-said"), /AIS is right/);
    });
  });

  it("lists what to look at first, records who looked, and reaches 100 %", async () => {
    await onPage(async (page, { port, voyage }) => {
      const units = await page.locator("#inspections tbody tr strong").allInnerTexts();
      assert.deepEqual(units.slice(0, 3), ["LIVE-1", "TRL-77", "K 555 MM"]);
      assert.equal(units.at(-1), "A 123 BC", "who was looked at comes last");
      assert.match(await text(page, "#coverage"), /^8\.3 %: 1 of 12 units looked at$/);
      assert.match(await row(page, "#inspections", "A 123 BC"), /discrepancy\s+24\.00\s+31\.20\s+\+7\.20\s+mass differs, Inspector Kim/);
      for (let left = 11; left > 0; left--) {
        await page.locator("#inspections tbody tr").first().getByRole("button", { name: "Record" }).click();
        const form = page.locator("#dialog form");
        if (left === 11) {
          await form.getByRole("button", { name: "Record" }).click();
          await page.waitForSelector("#dialog .is-fault >> text=is missing");
          await form.getByLabel("Who looked").fill("Inspector Lee");
        }
        assert.equal(await form.getByLabel("Who looked").inputValue(), "Inspector Lee", "asked once");
        await form.getByLabel("What was found").selectOption(left === 11 ? "NOT_SECURED" : "AS_DECLARED");
        await form.getByRole("button", { name: "Record" }).click();
        await page.waitForFunction((count) => document.querySelector("#coverage").textContent.includes(`${count} of 12`), 13 - left);
      }
      assert.match(await text(page, "#coverage"), /^100 %: 12 of 12 units looked at$/);
      assert.equal(port.puts.length, 11);
      assert.deepEqual(Object.keys(port.puts[0].record).sort(), ["at", "by", "finding", "unit"]);
      assert.equal(port.puts[0].parent, voyage);
    });
  });

  it("makes a call with its estimated time and its voyage, and shows what the port refuses", async () => {
    await onPage(
      async (page, { port }) => {
        await page.getByRole("button", { name: "New call" }).click();
        await page.locator("#dialog").getByLabel("Vessel").fill("imo123");
        await page.getByRole("button", { name: "Keep the call" }).click();
        await page.waitForSelector("#dialog .is-fault >> text=imo and 7 digits with a right check digit");
        assert.equal(await page.locator("#dialog").getByLabel("Vessel").getAttribute("aria-invalid"), "true");
        await page.locator("#dialog").getByLabel("Vessel").fill("imo9321483");
        await page.locator("#dialog").getByLabel("Berth").fill("Pier 1");
        await fill(page, "Voyage out", "77");
        await fill(page, "ETA, UTC", "2026-11-23T06:30");
        await page.getByRole("button", { name: "Keep the call" }).click();
        await page.waitForFunction(() => document.querySelector("#call-name").textContent === "Aurora");
        const kinds = port.puts.filter((one) => one.kind !== "port-calls").map(({ kind, record }) => [kind, record]);
        assert.deepEqual(kinds, [
          ["timestamps", { event: "ARRIVAL", location: "PORT", classifier: "EST", time: "2026-11-23T06:30:00Z", source: "PORT_AUTHORITY" }],
          ["voyages", { vessel: "imo9321483", number: "77", from: "KPNAJ" }],
        ]);
        assert.match(await row(page, "#calls", "Aurora"), /expected estimated\s+Pier 1\s+11-23 06:30 EST\s*port authority[\s\S]*never heard/);
        await page.getByRole("button", { name: "Change", exact: true }).click();
        await page.getByLabel("Status").selectOption("ACCEPTED");
        await page.getByRole("button", { name: "Keep the change" }).click();
        await page.waitForFunction(() => /accepted/.test([...document.querySelectorAll("#calls tr")].find((one) => /Aurora/.test(one.innerText))?.innerText));
        assert.ok(port.puts.at(-1).record.supersedes);
        await page.getByRole("button", { name: "Add a time" }).click();
        await page.getByLabel("Event").selectOption("DEPARTURE");
        await page.getByLabel("Where", { exact: true }).selectOption("BERTH");
        await page.getByLabel("Kind").selectOption("REQ");
        await fill(page, "Time, UTC", "2026-11-23T10:00");
        await page.getByLabel("Who says so").selectOption("AGENT");
        await page.getByRole("button", { name: "Keep the time" }).click();
        await page.waitForSelector("#times >> text=REQ");
      },
      { expected: /status of 400/ },
    );
  });

  it("declares a pasted manifest: corrections, faults by unit, and no zero for what is empty", async () => {
    await onPage(
      async (page, { port, voyage }) => {
        await page.getByRole("button", { name: "Declare the manifest" }).click();
        await page.getByLabel("Units, as CSV").fill("unitId,type,declaredKilograms,basis,weighedKilograms\nNEW 1,CAR,1400,DRIVER,\nNEW 2,CARRIAGE,1400,DRIVER,\nLIVE-1,LIVESTOCK,9000,DRIVER,");
        await page.getByRole("button", { name: "Declare", exact: true }).click();
        await page.waitForSelector("#dialog .problem >> text=NEW 2 type");
        assert.match(await text(page, "#dialog .problem"), /2 of 3 units kept; the port refuses[\s\S]*NEW 2 type "CARRIAGE" is not allowed; allowed: one of/);
        assert.equal(port.puts.some((one) => one.kind === "declarations"), false, "half a manifest is not declared");
        await page.getByLabel("Units, as CSV").fill("unitId,type,declaredKilograms,basis,weighedKilograms\nNEW 1,CAR,1400,DRIVER,\nNEW 2,CAR,,,\nLIVE-1,LIVESTOCK,9000,DRIVER,");
        await page.getByRole("button", { name: "Declare", exact: true }).click();
        await page.waitForFunction(() => /declaration 2 submitted/.test(document.querySelector("#cargo").innerText));
        const units = port.puts.filter((one) => one.kind === "cargo-units").map((one) => one.record);
        assert.deepEqual(units.find((one) => one.unitId === "NEW 2" && one.type === "CAR"), { unitId: "NEW 2", type: "CAR" });
        assert.ok(units.find((one) => one.unitId === "LIVE-1").supersedes);
        const declared = port.puts.find((one) => one.kind === "declarations");
        assert.equal(declared.parent, voyage);
        assert.deepEqual([declared.record.units, declared.record.version, declared.record.declaredKilograms], [14, 2, undefined], "a part is not told as the whole");
        await page.waitForSelector("#inspections >> text=NEW 1");
      },
      { expected: /status of 400/ },
    );
  });

  it("asks for a key once, keeps it in the tab alone, and offers what it may do", async () => {
    await onPage(
      async (page) => {
        await page.waitForSelector("#dialog[open]");
        assert.equal(await page.locator("#calls tr").count(), 0);
        await page.getByLabel("Key (optional)").fill("nonsense");
        await page.getByRole("button", { name: "Use it" }).click();
        await page.waitForSelector("#dialog .problem >> text=Who are you?");
        await page.getByLabel("Key (optional)").fill("key-of-the-harbour-office");
        await page.getByRole("button", { name: "Use it" }).click();
        await page.waitForSelector("#opened:not([hidden])");
        assert.match(await text(page, "#key"), /^harbour-office: port authority$/);
        assert.equal(await page.getByRole("button", { name: "Declare the manifest" }).count(), 0, "the ship declares");
        assert.equal(await page.getByRole("button", { name: "Accept cargo" }).count(), 1);
        assert.equal(await page.evaluate(() => JSON.stringify(localStorage).includes("harbour-office")), false);
        await page.reload();
        await page.waitForSelector("#opened:not([hidden])");
        assert.equal(await page.locator("#dialog").isVisible(), false);
        await page.locator("#key").click();
        await page.getByLabel("Key (optional)").fill("key-of-a-reader");
        await page.getByRole("button", { name: "Use it" }).click();
        await page.waitForSelector("#key >> text=display: reader");
        await page.waitForSelector("#call-actions >> text=Change", { state: "detached" });
        assert.equal(await page.locator("#new-call").isVisible(), false);
        assert.equal(await page.getByRole("button", { name: "Record", exact: true }).count(), 0);
      },
      { locked: true, expected: /status of 401/ },
    );
  });

  it("prints the call on one tidy page, and gives its units as CSV", async () => {
    await onPage(async (page) => {
      const paper = await page.pdf({ preferCSSPageSize: true, path: path.join(SHOTS, "port-print.pdf") });
      assert.equal(paper.toString("latin1").match(/\/Type\s*\/Page\b/g).length, 1, "pages of paper");
      await page.emulateMedia({ media: "print" });
      assert.equal(await page.locator("#sheet").isVisible(), true);
      assert.equal(await page.locator(".harbour").isVisible(), false);
      assert.match(await text(page, "#sheet"), /Port call KPNAJ202600042[\s\S]*MV Rajin Star, IMO 9876543[\s\S]*DISCREPANCY 41\.7 t more[\s\S]*baseline[\s\S]*departure[\s\S]*8\.3 %[\s\S]*A 123 BC: mass differs, Inspector Kim[\s\S]*master, date/);
      await page.emulateMedia({ media: "screen" });
      const [download] = await Promise.all([page.waitForEvent("download"), page.getByRole("button", { name: "Units as CSV" }).click()]);
      assert.equal(download.suggestedFilename(), "units-12.csv");
      const lines = (await readFile(await download.path(), "utf8")).trim().split("\r\n");
      assert.equal(lines.length, 13);
      assert.match(lines[0], /^unitId,type,declaredKilograms,basis,weighedKilograms,/);
      assert.match(lines.find((line) => line.startsWith("K 555 MM")), /^K 555 MM,CAR,1500,BOOKING,,,,,,UNWEIGHED,,,,,,$/);
    });
  });

  it("lets the ship withhold, and says what is withheld", async () => {
    await onPage(async (page, { port }) => {
      assert.equal(await page.locator("#call-withheld").isVisible(), false);
      await page.getByRole("button", { name: "Withhold" }).click();
      await page.getByLabel("persons").selectOption({ label: "withheld" });
      await page.getByLabel("Reason").fill("the passenger list is with the agent");
      await page.screenshot({ path: path.join(SHOTS, "port-withhold.png") });
      await page.getByRole("button", { name: "Keep the decision" }).click();
      await page.waitForSelector("#call-withheld >> text=The ship withholds from the port: persons");
      assert.deepEqual(port.puts.at(-1).record, { withheld: ["PERSONS"], remark: "the passenger list is with the agent" });
      await page.getByRole("button", { name: "Withhold" }).click();
      assert.equal(await page.getByLabel("persons").inputValue(), "withheld");
      await page.getByLabel("persons").selectOption({ label: "given" });
      await page.getByRole("button", { name: "Keep the decision" }).click();
      await page.waitForSelector("#call-withheld", { state: "hidden" });
      assert.deepEqual(port.puts.at(-1).record.withheld, []);
      assert.ok(port.puts.at(-1).record.supersedes);
    });
  });

  it("covers itself after three seconds without a message", async () => {
    await onPage(async (page, _, feed) => {
      feed.state = "silent";
      await veiled(page);
    });
  });

  it("keeps a name of the ship's choosing inert", async () => {
    await onPage(async (page, { port, voyage }) => {
      port.keep("cargo-units", { unitId: "<img src=x onerror=alert(1)>", type: "CAR" }, voyage);
      await page.waitForSelector("#inspections >> text=<img src=x");
      assert.equal(await page.locator("#inspections img").count(), 0);
    });
  });

  for (const [name, size] of [["desk", DESK], ["phone", PHONE]]) {
    it(`${name}: every palette, without a scroll to the side, legible, and axe finds nothing serious`, async () => {
      const axe = await readFile(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
      for (const palette of name === "phone" ? ["day", "night"] : PALETTES) {
        await onPage(
          async (page) => {
            await page.waitForSelector(".map-vessel.is-old");
            assert.ok((await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)) <= 0, "scrolls to the side");
            assert.deepEqual(await faintText(page), [], palette);
            assert.deepEqual(await smallText(page, 12), []);
            await page.screenshot({ path: path.join(SHOTS, `port-${name}-${palette}.png`), fullPage: true });
            if (name === "phone" && palette !== "day") return;
            await page.evaluate(axe);
            const { violations } = await page.evaluate(() => window.axe.run(document, { rules: { "color-contrast": { enabled: false } } }));
            const serious = violations.filter((one) => ["serious", "critical"].includes(one.impact)).map((one) => `${one.id}: ${one.nodes.map((node) => node.target).join(" ")}`);
            assert.deepEqual(serious, []);
          },
          { size, palette },
        );
      }
    });
  }

  it("is small to load", async () => {
    const feed = await Feed.start("port", 300);
    feed.port = harbour().port;
    const context = await browser.newContext({ viewport: DESK });
    const page = await context.newPage();
    let bytes = 0;
    const { gzipSync } = await import("node:zlib");
    page.on("response", async (response) => {
      if (response.url().includes("/stream")) return;
      const body = await response.body().catch(() => Buffer.alloc(0));
      bytes += /woff2$/.test(response.url()) ? body.length : gzipSync(body).length;
    });
    await page.goto(feed.url);
    await page.waitForSelector("#calls tr");
    await page.waitForTimeout(1000);
    await context.close();
    feed.close();
    console.log(`first load with data: ${Math.ceil(bytes / 1024)} KiB`);
    assert.ok(bytes > 50_000 && bytes < FIRST_LOAD_BYTES, `${bytes} bytes`);
  });
});
