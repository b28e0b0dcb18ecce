import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { noBrowser } from "./browser.mjs";
import { CASES, cost, line } from "./cost.mjs";

/** The short form of `npm run cost`: a machine that runs tests is busy, so twice the limit is allowed. */
const SECONDS = 8;
const MOST_CPU = 0.12;
const MOST_GROWTH_BYTES = 1e6;

describe("what the panel costs the browser", { skip: noBrowser }, () => {
  it("little, and its memory does not grow", async () => {
    const found = await cost(CASES.find(({ name }) => name === "4 messages a second"), SECONDS);
    console.log(line(found));
    assert.ok(found.cpu > 0 && found.cpu < MOST_CPU, line(found));
    assert.ok(found.heapAfter - found.heapBefore < MOST_GROWTH_BYTES, line(found));
  });
});
