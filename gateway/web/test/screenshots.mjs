// Pictures of every page, state and palette for the eye: node test/screenshots.mjs [page] [state].
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { launch, openPage } from "./browser.mjs";
import { Feed } from "./fake/feed.mjs";
import { harbour } from "./fake/port.mjs";

const out = path.join(path.dirname(fileURLToPath(import.meta.url)), "../target/screenshots");
const [onlyPage, onlyState, onlyPalette] = process.argv.slice(2);
const PALETTES = ["day", "dusk", "night", "bright"];
const SIZES = { bridge: [1280, 800], shore: [1600, 1000], port: [1280, 800] };

await mkdir(out, { recursive: true });
const browser = await launch();
for (const page of ["bridge", "shore"].filter((one) => !onlyPage || one === onlyPage)) {
  const feed = await Feed.start(page);
  for (const state of ["normal", "whole", "overload", "trouble"].filter((one) => !onlyState || one === onlyState)) {
    feed.state = state;
    for (const palette of PALETTES.filter((one) => !onlyPalette || one === onlyPalette)) {
      const [width, height] = SIZES[page];
      const opened = await openPage(browser, feed.url, { palette, width, height });
      await opened.page.waitForSelector(page === "bridge" ? ".check" : ".uplot canvas");
      await opened.page.waitForTimeout(2300);
      await opened.page.screenshot({ path: path.join(out, `${page}-${state}-${palette}.png`) });
      for (const fault of await opened.faults()) console.log(page, state, palette, fault);
      await opened.close();
    }
  }
  feed.close();
}
// Pages that have a place of their own in the address.
if (!onlyPage || onlyPage === "alerts") {
  const feed = await Feed.start("bridge");
  for (const state of ["flood", "trouble"].filter((one) => !onlyState || one === onlyState)) {
    feed.state = state;
    for (const palette of PALETTES.filter((one) => !onlyPalette || one === onlyPalette)) {
      const opened = await openPage(browser, `${feed.url}#alerts`, { palette });
      await opened.page.waitForSelector("#alerts-page-now .alert");
      await opened.page.screenshot({ path: path.join(out, `alerts-${state}-${palette}.png`) });
      await opened.page.click("#alerts-history");
      await opened.page.waitForSelector("#alerts-page-past .alert");
      await opened.page.screenshot({ path: path.join(out, `alerts-history-${state}-${palette}.png`) });
      for (const fault of await opened.faults()) console.log("alerts", state, palette, fault);
      await opened.close();
    }
  }
  feed.close();
}
if (!onlyPage || onlyPage === "port") {
  const feed = await Feed.start("port");
  const { port, call } = harbour();
  feed.port = port;
  for (const palette of PALETTES.filter((one) => !onlyPalette || one === onlyPalette)) {
    const [width, height] = SIZES.port;
    const opened = await openPage(browser, `${feed.url}#${call}`, { palette, width, height });
    await opened.page.waitForSelector(".map-vessel.is-old");
    await opened.page.waitForSelector("#opened:not([hidden]) .verdict");
    await opened.page.screenshot({ path: path.join(out, `port-desk-${palette}.png`), fullPage: true });
    for (const fault of await opened.faults()) console.log("port", palette, fault);
    await opened.close();
  }
  feed.close();
}
await browser.close();
