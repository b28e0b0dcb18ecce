import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { compiled } from "./compiled.mjs";

const format = await compiled("shared/format.ts");

const TABLE = [
  ["number", [1043, 0], "1\u2009043"],
  ["number", [-0.004, 2], "0.00"],
  ["number", [-0.12, 2], "\u22120.12"],
  ["number", [1234567.891, 1], "1\u2009234\u2009567.9"],
  ["duration", [0.42], "0.4 s"],
  ["duration", [-1], "0.0 s"],
  ["duration", [42.4], "42 s"],
  ["duration", [99.6], "2 min"],
  ["duration", [560], "9 min"],
  ["duration", [3600], "1 h"],
  ["duration", [11_400], "3 h 10 min"],
  ["duration", [200_000], "2 d 7 h"],
  ["bytes", [412], "412 B"],
  ["bytes", [12_345], "12.3 kB"],
  ["bytes", [412_030], "412 kB"],
  ["bytes", [4_000_000], "4.0 MB"],
  ["stopwatch", [12.9], "00:12"],
  ["stopwatch", [754], "12:34"],
  ["clockTime", ["2026-11-21T15:50:12.345Z"], "15:50:12"],
  ["clockTime", ["not a time"], "\u2012\u2012"],
  ["dateOnly", ["2026-11-21T23:59:59Z"], "2026-11-21"],
  ["latitude", [42.302], "42\u00b0 18.120\u2032 N"],
  ["latitude", [-0.5], "00\u00b0 30.000\u2032 S"],
  ["latitude", [59.9999999], "60\u00b0 00.000\u2032 N"],
  ["longitude", [130.415], "130\u00b0 24.900\u2032 E"],
  ["longitude", [-9.99], "009\u00b0 59.400\u2032 W"],
  ["bearing", [0], "000"],
  ["bearing", [6.2831], "000"],
  ["bearing", [1.3613568], "078"],
  ["count", [1, "hole"], "1 hole"],
  ["count", [2000, "reading"], "2\u2009000 readings"],
];

describe("format", () => {
  for (const [name, parameters, expected] of TABLE) {
    it(`${name}(${parameters.join(", ")}) is ${expected}`, () => assert.equal(format[name](...parameters), expected));
  }

  it("shows mass in tonnes, speed in knots, angles in degrees", () => {
    const shown = (pathOf, unit, si) => {
      const display = format.displayOf(pathOf, unit);
      return `${format.number(display.convert(si), display.decimals)} ${display.unit}`;
    };
    assert.equal(shown("loading.cargo.weighed", "kg", 861_400), "861 t");
    assert.equal(shown("loading.weighbridge.mass", "kg", 18_240), "18\u2009240 kg");
    assert.equal(shown("navigation.speedOverGround", "m/s", 6.379), "12.4 kn");
    assert.equal(shown("hull.list", "rad", -0.00698), "\u22120.4 \u00b0");
    assert.equal(shown("environment.water.temperature", "K", 283.15), "10.0 \u00b0C");
    assert.equal(shown("future.quantity", "lx", 3), "3.00 lx");
  });
});
