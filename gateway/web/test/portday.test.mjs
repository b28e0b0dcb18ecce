// A port's day on a real shore: PLIMSOLL_PORT is its address, PLIMSOLL_PORT_KEY and PLIMSOLL_SHIP_KEY
// are keys of it, PLIMSOLL_SIGNING_KEY is the ship's private key (PKCS 8, base64). PortDayTest of the
// shore starts it, with a ferry that comes when she has a call and goes when her departure is recorded.
import assert from "node:assert/strict";
import { createPrivateKey, createPublicKey, randomUUID, sign } from "node:crypto";
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { after, before, describe, it } from "node:test";
import { launch, noBrowser, openPage } from "./browser.mjs";
import { compiled } from "./compiled.mjs";
import { SHOTS } from "./panel.mjs";

const { PLIMSOLL_PORT: ADDRESS, PLIMSOLL_PORT_KEY: PORT_KEY, PLIMSOLL_SHIP_KEY: SHIP_KEY, PLIMSOLL_SIGNING_KEY: SIGNING_KEY } = process.env;
const skip = noBrowser || (ADDRESS ? false : "PLIMSOLL_PORT is not set");
const PATIENCE = { timeout: 90_000 };
const MANIFEST = [
  "unitId,type,declaredKilograms,basis,weighedKilograms,instrument,weighedAt,lane",
  `A 123 BC,HGV,24000,BOOKING,31200,WB1,${minutes(-20)},1`,
  `B 456 DE,HGV,22000,BOOKING,22100,WB1,${minutes(-18)},1`,
  "K 555 MM,CAR,1500,DRIVER,,,,2",
  `TRL-77,TRAILER,,,18400,WB1,${minutes(-15)},2`,
].join("\n");

function minutes(from) {
  return new Date(Date.now() + from * 60_000).toISOString().slice(0, 19).replace("T", " ");
}

describe("a port's day", { skip }, () => {
  let browser;
  let office;
  let call;

  before(async () => {
    await mkdir(SHOTS, { recursive: true });
    browser = await launch();
    office = await screen(PORT_KEY);
  });
  after(() => browser?.close());

  async function screen(key) {
    const opened = await openPage(browser, new URL("/port", ADDRESS).href, { width: 1280, height: 800 });
    await opened.page.getByLabel("Key (optional)").fill(key, PATIENCE);
    await opened.page.getByRole("button", { name: "Use it" }).click();
    await opened.page.waitForSelector("#dialog", { state: "hidden", ...PATIENCE });
    return opened;
  }

  const said = async (page, selector) => (await page.locator(selector).first().innerText()).replace(/\s+/g, " ");
  const until = (page, selector, pattern) =>
    page.waitForFunction(([where, source]) => new RegExp(source).test([...document.querySelectorAll(where)].map((one) => one.innerText.replace(/\s+/g, " ")).join("\n")), [selector, pattern.source], PATIENCE);

  /** The first question of a page has no key yet. */
  const faults = async (opened) => (await opened.faults()).filter((one) => !/status of 401/.test(one));

  async function put(where, record, key = SHIP_KEY, id = randomUUID()) {
    const reply = await fetch(new URL(`/api/v1/${where}/${id}`, ADDRESS), { method: "PUT", headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json" }, body: JSON.stringify(record) });
    assert.equal(reply.status, 201, await reply.text());
    return id;
  }

  it("a call is created", async () => {
    const { page } = office;
    await page.getByRole("button", { name: "New call" }).click();
    const form = page.locator("#dialog");
    await form.getByLabel("Vessel").fill("imo9876543");
    await form.getByLabel("Port").fill("KPNAJ");
    await form.getByLabel("Berth").fill("Pier 1");
    await form.getByLabel("Voyage out").fill("12");
    await form.getByLabel("ETA, UTC").fill(minutes(5).slice(0, 16).replace(" ", "T"));
    await form.getByRole("button", { name: "Keep the call" }).click();
    await until(page, "#calls tr", /MV Rajin Star IMO 9876543.* expected estimated Pier 1 .*EST/);
    await page.waitForFunction(() => location.hash.length === 37, null, PATIENCE);
    call = decodeURIComponent(new URL(page.url()).hash.slice(1));
    await page.screenshot({ path: path.join(SHOTS, "day-1-expected.png"), fullPage: true });
  });

  it("the ferry arrives, and is seen to: ATA by itself", async () => {
    const { page } = office;
    await until(page, "#calls tr", /berthed estimated Pier 1 .*ACT seen/);
    await until(page, "#times tr", /arrival Rajin .* ACT seen/);
    await until(page, "#times tr", /arrival Pier 1 .* ACT seen/);
    await page.waitForSelector(".map-vessel.is-opened:not(.is-old)", PATIENCE);
  });

  it("the ship declares her manifest, and the discrepancy shows in the harbour office", async () => {
    const ship = await screen(SHIP_KEY);
    await ship.page.getByRole("button", { name: "MV Rajin Star" }).click(PATIENCE);
    await ship.page.getByRole("button", { name: "Declare the manifest" }).click(PATIENCE);
    await ship.page.getByLabel("Units, as CSV").fill(MANIFEST);
    await ship.page.getByRole("button", { name: "Declare", exact: true }).click();
    await until(ship.page, "#cargo", /Cargo declaration 1 submitted by ship/);
    assert.equal(await ship.page.getByRole("button", { name: /^Accept/ }).count(), 0);
    assert.deepEqual(await faults(ship), []);
    await ship.close();
    const { page } = office;
    await until(page, "#inspections tbody tr:first-child", /A 123 BC hgv discrepancy 24\.00 31\.20 \+7\.20 nobody/);
    assert.match(await said(page, "#cargo tbody tr"), /47\.5 \(3 of 4\) 71\.7 \(3 of 4\) \u2012\u2012 \u2012\u2012 not reconciled/);
    assert.match(await said(page, "#coverage"), /^0 %: 0 of 4 units looked at$/);
  });

  it("units are inspected to 100 %", async () => {
    const { page } = office;
    for (let seen = 1; seen <= 4; seen++) {
      await page.locator("#inspections tbody tr").first().getByRole("button", { name: "Record" }).click();
      const form = page.locator("#dialog form");
      await form.getByLabel("What was found").selectOption(seen === 1 ? "MASS_DIFFERS" : "AS_DECLARED");
      await form.getByLabel("Who looked").fill("Inspector Kim");
      await form.getByRole("button", { name: "Record" }).click();
      await until(page, "#coverage", new RegExp(`${seen} of 4`));
    }
    assert.match(await said(page, "#coverage"), /^100 %: 4 of 4 units looked at$/);
  });

  it("the departure record is signed by the ship and verified in the browser; a changed one is not", async () => {
    const { canonical } = await compiled("port/canonical.ts");
    const secret = createPrivateKey({ key: Buffer.from(SIGNING_KEY, "base64"), format: "der", type: "pkcs8" });
    const key = createPublicKey(secret).export({ format: "jwk" }).x;
    const signed = (record) => {
      const text = canonical({ portCall: call, record, vessel: "imo9876543" });
      return { ...record, signature: { algorithm: "Ed25519", key, value: sign(null, Buffer.from(text), secret).toString("base64url") } };
    };
    const survey = (instant, ago, kilograms, draught) => ({
      instant,
      at: new Date(Date.now() + ago * 60_000).toISOString(),
      quality: "GOOD",
      draughtsMetres: { forwardPort: draught - 0.1, midshipPort: draught, midshipStarboard: draught + 0.012, aftPort: draught + 0.171, u95: 0.006 },
      displacement: { kilograms, u95Kilograms: 2000 },
      deductiblesKilograms: 700_000,
      marks: [{ mark: "S", side: "PORT", limitMetres: 5.2, draughtMetres: draught, verdict: "PASS" }],
    });
    await put(`port-calls/${call}/draught-records`, signed(survey("BASELINE", -12, 5_900_000, 4.862)));
    const forged = signed(survey("ARRIVAL", -14, 5_910_000, 4.87));
    await put(`port-calls/${call}/draught-records`, { ...forged, quality: "MANUAL" });
    const departure = await put(`port-calls/${call}/draught-records`, signed(survey("DEPARTURE", -1, 5_973_400, 4.931)));
    assert.ok(departure);
    const { page } = office;
    await until(page, "#records tr", /departure .* signed by the ship/);
    await until(page, "#records tr", /baseline .* signed by the ship/);
    await until(page, "#records tr", /arrival .* signature does not fit/);
  });

  it("the surveys are reconciled with the manifest", async () => {
    const { page } = office;
    await page.getByRole("button", { name: "Reconcile now" }).click(PATIENCE);
    await until(page, "#cargo tbody tr", /73\.4 \u00b12\.8 .* (match|check)/);
  });

  it("the print is one tidy page", async () => {
    const { page } = office;
    await page.screenshot({ path: path.join(SHOTS, "day-2-departure.png"), fullPage: true });
    const paper = await page.pdf({ preferCSSPageSize: true, path: path.join(SHOTS, "day-print.pdf") });
    assert.equal(paper.toString("latin1").match(/\/Type\s*\/Page\b/g).length, 1, "pages of paper");
    await page.emulateMedia({ media: "print" });
    assert.match(await said(page, "#sheet"), /MV Rajin Star, IMO 9876543.*100 %: 4 of 4 units looked at, by Inspector Kim.*A 123 BC: mass differs/);
    assert.match(await said(page, "#sheet"), /departure .* signed by the ship/);
    await page.emulateMedia({ media: "screen" });
  });

  it("she departs, and is seen to", async () => {
    const { page } = office;
    await page.getByRole("button", { name: "left", exact: true }).click();
    await until(page, "#calls tr", /MV Rajin Star.* left .*ACT seen/);
    assert.deepEqual(await faults(office), []);
  });

  it("the fleet page has her track and her voyage, and says what is not known of it", async () => {
    const fleet = await openPage(browser, new URL("/", ADDRESS).href, { width: 1280, height: 800 });
    const { page } = fleet;
    await page.getByLabel("Key of the port").fill(PORT_KEY, PATIENCE);
    await page.getByRole("button", { name: "Use it" }).click();
    await until(page, "#voyages-sum", /^2 voyages in 1 month; port to port not known; passengers a voyage not known; cargo measured 73 t \(73 to 73, of 1\)\.$/);
    const rows = (await page.locator("#voyages table").last().locator("tbody tr").allInnerTexts()).map((row) => row.replace(/\s+/g, " "));
    assert.match(rows.at(-1), /\? \u2192 KPNAJ .* departure not seen; no call names the voyage/);
    assert.match(rows.at(0), /^12 KPNAJ \u2192 .* 73 \u00b13 arrival not seen; passengers not known; 3 of 4 units declared; 3 of 4 units weighed$/);
    await page.waitForSelector("#map path.track-fresh", { state: "attached", ...PATIENCE });
    await page.waitForSelector("#map .map-vessel.is-opened", { state: "attached", ...PATIENCE });
    assert.equal(await page.locator(".map-vessel.is-opened").count(), 1);
    assert.match(await said(page, "#late-said"), /^not known/);
    assert.deepEqual(await faults(fleet), []);
    await page.screenshot({ path: path.join(SHOTS, "day-3-fleet.png"), fullPage: true });
    await fleet.close();
  });
});
