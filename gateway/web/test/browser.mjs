// Debian's Chromium, headless; CHROMIUM names another.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const ARGUMENTS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export const CHROMIUM = process.env.CHROMIUM ?? "/usr/bin/chromium";

/** Why the browser tests cannot run, or false. */
export const noBrowser = existsSync(CHROMIUM) ? false : `no browser at ${CHROMIUM}: apt-get install chromium, or set CHROMIUM`;

/** @param more further arguments, such as those of a kiosk */
export function launch(more = []) {
  return chromium.launch({ executablePath: CHROMIUM, headless: true, args: [...ARGUMENTS, ...more] });
}

/**
 * Waits until the page covers itself, which it does after three seconds by its own watch, and never
 * before; how soon it is seen to is a matter of the machine.
 */
export async function veiled(page) {
  await page.waitForSelector("#veil:not([hidden])");
  assert.match(await page.locator("#veil").innerText(), /DISPLAY NOT UPDATED\s+00:0[3-9]/);
}

/** A page that notes what it must not do: errors, violations of the policy, requests to elsewhere. */
export async function openPage(browser, url, { width = 1280, height = 800, palette } = {}) {
  const context = await browser.newContext({ viewport: { width, height } });
  const page = await context.newPage();
  const faults = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) faults.push(`console: ${message.text()}`);
  });
  page.on("pageerror", (error) => faults.push(`error: ${error.message}`));
  page.on("request", (request) => {
    if (new URL(request.url()).origin !== new URL(url).origin && !request.url().startsWith("data:")) faults.push(`request: ${request.url()}`);
  });
  await page.addInitScript((name) => {
    window.violations = [];
    document.addEventListener("securitypolicyviolation", (event) => {
      window.violations.push(`${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`);
    });
    if (name) localStorage.setItem("plimsoll.palette", name);
  }, palette ?? null);
  await page.goto(url);
  return {
    page,
    async faults() {
      return [...faults, ...(await page.evaluate(() => window.violations)).map((one) => `policy: ${one}`)];
    },
    close: () => context.close(),
  };
}
