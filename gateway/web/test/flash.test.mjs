import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { launch, noBrowser, openPage } from "./browser.mjs";
import { Feed } from "./fake/feed.mjs";

/** What flashes is what nobody has acknowledged, once a second, lit for most of it (MSC.191(79) 5.5.4). */
describe("flashing", { skip: noBrowser }, () => {
  let browser;
  let feed;
  let opened;

  before(async () => {
    browser = await launch();
    feed = await Feed.start("bridge", 200);
    feed.state = "overload";
    opened = await openPage(browser, feed.url);
    await opened.page.waitForSelector(".alert");
  });
  after(async () => {
    feed?.close();
    await browser?.close();
  });

  /** The times of the next changes, each with what it was changed to. */
  function changes(page, many) {
    return page.evaluate(
      (wanted) =>
        new Promise((done) => {
          const seen = [];
          const watch = new MutationObserver(() => {
            seen.push({ at: performance.now(), phase: document.body.dataset.flash });
            if (seen.length === wanted) done((watch.disconnect(), seen));
          });
          watch.observe(document.body, { attributeFilter: ["data-flash"] });
        }),
      many,
    );
  }

  /** What is dark now that was lit; taken in one go, so that the timer cannot come between. */
  function inPhase(page, phase) {
    return page.evaluate((wanted) => {
      document.body.dataset.flash = wanted;
      return [...document.querySelectorAll("*")]
        .filter((element) => getComputedStyle(element).animationName !== "none" || getComputedStyle(element).opacity === "0.12")
        .map((element) => `${element.className} ${element.closest(".alert")?.dataset.state}`);
    }, phase);
  }

  it("goes on and off once a second, and is lit for the longer part", async () => {
    const seen = await changes(opened.page, 7);
    const spans = seen.slice(1).map((one, i) => ({ phase: seen[i].phase, millis: one.at - seen[i].at }));
    const least = (phase) => Math.min(...spans.filter((one) => one.phase === phase).map((one) => one.millis));
    assert.deepEqual(new Set(spans.map((one) => one.phase)), new Set(["lit", "dark"]));
    assert.ok(least("lit") >= 595 && least("lit") < 900, JSON.stringify(spans));
    assert.ok(least("dark") >= 395 && least("dark") < 600, JSON.stringify(spans));
  });

  it("is of what is not acknowledged, and of nothing else", async () => {
    assert.deepEqual(await inPhase(opened.page, "dark"), ["alert-icon ACTIVE_UNACKNOWLEDGED", "alert-icon ACTIVE_UNACKNOWLEDGED"]);
    assert.deepEqual(await inPhase(opened.page, "lit"), []);
  });

  it("is slower for who asks for less motion", async () => {
    await opened.page.emulateMedia({ reducedMotion: "reduce" });
    await changes(opened.page, 1);
    const [first, second] = await changes(opened.page, 2);
    assert.ok(second.at - first.at >= 790, `${second.at - first.at} ms`);
    await opened.page.emulateMedia({ reducedMotion: null });
  });

  it("ends when everything is acknowledged", async () => {
    for (const id of [10501, 10511]) feed.acknowledged.set(id, "2/O");
    await opened.page.waitForFunction(() => !document.body.hasAttribute("data-flash"));
    assert.deepEqual(await opened.faults(), []);
  });
});
