import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compiled } from "./compiled.mjs";

const { sunElevation, lightOf } = await compiled("bridge/sun.ts");

/**
 * Heights that follow from the definitions: at noon 90 less the distance of latitude and
 * declination; at midnight the same below; at the poles the declination itself. Times of the
 * equinoxes and solstices of 2026 as almanacs have them.
 */
const EQUINOX = Date.UTC(2026, 2, 20, 14, 46);
const SUMMER = Date.UTC(2026, 5, 21, 8, 24);
const WINTER = Date.UTC(2026, 11, 21, 20, 50);
const OBLIQUITY = 23.436;
const TOLERANCE = 0.06;

/** The greatest and the least height of a day around this time. */
function extremes(millis, latitude, longitude) {
  const heights = [];
  for (let minute = -720; minute < 720; minute++) heights.push(sunElevation(millis + minute * 60_000, latitude, longitude));
  return [Math.max(...heights), Math.min(...heights)];
}

const near = (found, wanted, tolerance = TOLERANCE) => assert.ok(Math.abs(found - wanted) <= tolerance, `${found} is not ${wanted}`);

describe("the sun", () => {
  it("stands as the definitions say", () => {
    near(sunElevation(EQUINOX, 90, 0), 0);
    near(sunElevation(SUMMER, 90, 0), OBLIQUITY);
    near(sunElevation(WINTER, -90, 0), OBLIQUITY);
    near(extremes(SUMMER, 42.24, 130.3)[0], 90 - 42.24 + OBLIQUITY);
    near(extremes(SUMMER, 42.24, 130.3)[1], -90 + 42.24 + OBLIQUITY);
    near(extremes(WINTER, 42.24, 130.3)[0], 90 - 42.24 - OBLIQUITY);
    near(extremes(EQUINOX, 0, 0)[0], 90, 0.3);
  });

  it("culminates at the true noon of the place: Greenwich on 3 November 2026 at 11:43:34", () => {
    let best = 0;
    let highest = -90;
    for (let second = 0; second < 86_400; second += 5) {
      const height = sunElevation(Date.UTC(2026, 10, 3) + second * 1000, 51.4779, 0);
      if (height > highest) [best, highest] = [second, height];
    }
    near(best, 11 * 3600 + 43 * 60 + 34, 30);
  });

  it("gives the palette, and does not flicker at a border", () => {
    assert.deepEqual([12, -0.5, -1, -5, -7, -40].map((height) => lightOf(height, null)), ["day", "day", "dusk", "dusk", "night", "night"]);
    assert.equal(lightOf(-1.1, "day"), "day");
    assert.equal(lightOf(-1.3, "day"), "dusk");
    assert.equal(lightOf(-0.6, "dusk"), "dusk");
    assert.equal(lightOf(-0.3, "dusk"), "day");
    assert.equal(lightOf(-6.3, "dusk"), "dusk");
    assert.equal(lightOf(-6.5, "dusk"), "night");
    assert.equal(lightOf(-5.7, "night"), "night");
    assert.equal(lightOf(-5.5, "night"), "dusk");
  });
});
