// What the fleet page makes of histories and of the book, without a browser.
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compiled } from "./compiled.mjs";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

describe("what came late", async () => {
  const { lateSpans, longest } = await compiled("shore/late.ts");
  const at = (minutes, value) => [minutes * MINUTE, value];
  const link = (from, to) => Array.from({ length: 121 }, (_, minute) => at(minute, minute >= from && minute < to ? 0 : 1));
  const inMinutes = (spans) => spans.map(({ from, to }) => [from / MINUTE, to / MINUTE]);

  for (const [name, backlog, down, expected] of [
    ["nothing waits", [at(10, 5), at(20, 12)], [200, 201], []],
    ["a link that was down for an hour", [at(31, 60), at(60, 30 * 60), at(89, 59 * 60)], [30, 90], [[30, 89]]],
    ["while the backlog drains behind what is new", [at(89, 59 * 60), at(95, 20 * 60), at(100, 4)], [30, 90], [[30, 89]]],
    ["two outages", [at(20, 600), at(60, 600)], [10, 61], [[10, 20], [50, 60]]],
    ["what waited with the link up is no outage", [at(60, 600)], [200, 201], []],
    ["an outage of long ago does not make it one", [at(100, 600)], [5, 8], []],
    ["what nobody measured", [at(60, null)], [10, 61], []],
  ]) {
    it(name, () => assert.deepEqual(inMinutes(lateSpans(backlog, link(...down))), expected));
  }

  it("knows how late the first of it was", () => {
    assert.equal(longest(lateSpans([at(89, 59 * 60)], link(30, 90))), 59 * 60);
    assert.equal(longest([]), 0);
  });
});

describe("bytes by day", async () => {
  const { byDay } = await compiled("shore/days.ts");
  const now = Date.parse("2026-03-04T06:00:00Z");
  const time = (text) => Date.parse(`2026-03-${text}:00Z`);

  it("is the last count of each day, and says when a day is not whole", () => {
    const days = byDay([[time("01T23:59"), 900], [time("02T00:00"), 905], [time("02T00:01"), 3], [time("02T12:00"), 40], [time("04T05:00"), 7]], now, 4);
    assert.deepEqual(days.map(({ bytes, kind }) => [bytes, kind]), [[900, "whole"], [40, "at least"], [null, "whole"], [7, "so far"]]);
    assert.equal(new Date(days[0].begin).toISOString(), "2026-03-01T00:00:00.000Z");
  });

  it("a day without a word is not a day without bytes", () => {
    assert.deepEqual(byDay([], now, 2).map((day) => day.bytes), [null, null]);
    assert.equal(byDay([[time("04T01:00"), 0]], now, 1)[0].bytes, 0);
  });
});

describe("the track", async () => {
  const { fixes, legs } = await compiled("shore/track.ts");
  const points = (values) => values.map(([minute, value]) => [minute * MINUTE, value]);
  const BINS = 60;

  it("joins latitudes and longitudes that were thinned apart, and never half a position", () => {
    const found = fixes(points([[0.1, 42.0], [0.6, 42.2], [1.2, 42.3], [3.1, null]]), points([[0.4, 130], [2.5, 131], [3.2, 130]]), 0, HOUR, BINS);
    assert.equal(found.length, 1);
    assert.deepEqual([found[0].latitude.toFixed(3), found[0].longitude], ["42.100", 130]);
  });

  it("does not average over the date line", () => {
    assert.deepEqual(fixes(points([[0.1, 50]]), points([[0.1, 179.9], [0.2, -179.9]]), 0, HOUR, BINS), []);
  });

  it("begins a new line where its age changes, and after a silence", () => {
    const all = Array.from({ length: 60 }, (_, minute) => ({ at: (minute + 0.5) * MINUTE, latitude: 42, longitude: 130 }));
    const track = all.filter((_, minute) => minute < 20 || minute > 40);
    const found = legs(track, 0, HOUR, BINS, 90 * MINUTE);
    assert.deepEqual(found.map(({ age, fixes: of }) => [age, of.length]), [["recent", 20], ["fresh", 19]]);
    const joined = legs(all, 0, HOUR, BINS, 90 * MINUTE);
    assert.equal(joined[1].fixes[0].at, joined[0].fixes.at(-1).at, "the lines meet");
    assert.equal(legs(all, 0, HOUR, BINS, 10 * HOUR)[0].age, "old");
  });
});

describe("voyage statistics in words", async () => {
  const { meanText, massText, measuredText, sentence, withheldText } = await compiled("shore/voyagefigures.ts");
  const none = { voyages: 0, mean: null, least: null, most: null };

  it("says of how many voyages a mean is, and never 0 for nothing", () => {
    assert.equal(meanText({ voyages: 4, mean: 7.25, least: 7, most: 8 }, 6, 1), "7.3 (4 of 6)");
    assert.equal(meanText({ voyages: 6, mean: 540_400, least: 1, most: 2 }, 6, 0, 1000), "540");
    assert.equal(meanText(none, 6, 1), "\u2012\u2012");
    assert.equal(massText(null), "\u2012\u2012");
    assert.equal(massText(0), "0");
    assert.equal(measuredText({ measuredKilograms: 612_000, measuredU95Kilograms: 18_000 }), "612 \u00b118");
    const summary = { voyages: 2, hours: none, passengers: none, measuredKilograms: none };
    assert.equal(sentence({ all: summary, months: [summary] }), "2 voyages in 1 month; port to port not known; passengers a voyage not known; cargo measured not known.");
    assert.match(sentence({ all: { ...summary, voyages: 0 }, months: [] }), /^The book has no/);
    assert.match(withheldText({ withheld: ["PERSONS", "CARGO_UNITS"] }), /: persons, cargo units\.$/);
    assert.equal(withheldText({ withheld: [] }), "");
  });
});
