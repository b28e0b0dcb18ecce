import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { noBrowser } from "./browser.mjs";
import { CASES, cost, line } from "./cost.mjs";

/** The short form of `npm run cost`, whose processor time a machine that runs tests says nothing about. */
const SECONDS = 8;
const MOST_GROWTH_BYTES = 1e6;

describe("what the panel costs the browser", { skip: noBrowser }, () => {
  it("no memory that grows", async () => {
    const found = await cost(CASES.find(({ name }) => name === "4 messages a second"), SECONDS);
    console.log(line(found));
    assert.ok(found.cpu > 0, line(found));
    assert.ok(found.heapAfter - found.heapBefore < MOST_GROWTH_BYTES, line(found));
  });
});
