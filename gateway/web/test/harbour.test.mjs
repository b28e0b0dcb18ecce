// What the port page makes of records, without a browser.
import assert from "node:assert/strict";
import { generateKeyPairSync, sign } from "node:crypto";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import { compiled } from "./compiled.mjs";

const fake = (name) => readFile(new URL(`fake/${name}`, import.meta.url), "utf8");
let received = 0;
const stamp = (event, location, classifier, time, more = {}) => ({
  received: `2026-01-15T10:00:${String(received++ % 60).padStart(2, "0")}Z`,
  author: "office",
  record: { event, location, classifier, time: `2026-01-15T${time}:00Z`, source: "VESSEL", ...more },
});
const call = (more = {}) => ({ vessel: "imo9876543", unlocode: "RUVVO", status: "ACCEPTED", ...more });

describe("where a call stands", async () => {
  const { standing } = await compiled("port/standing.ts");

  it("is expected while nobody has seen her", () => {
    const { phase, arrival, departure, band } = standing(call(), [stamp("ARRIVAL", "PORT", "EST", "14:00"), stamp("ARRIVAL", "PORT", "PLN", "14:30")]);
    assert.equal(phase, "EXPECTED");
    assert.deepEqual([arrival.kind, arrival.time], ["PLN", "2026-01-15T14:30:00Z"], "what was said last");
    assert.equal(departure, null);
    assert.equal(band.to, null, "open while nobody said when she leaves");
  });

  it("takes what has happened before what is said of it afterwards", () => {
    const { phase, arrival } = standing(call(), [stamp("ARRIVAL", "PORT", "ACT", "11:40", { source: "PLIMSOLL", origin: "SIMULATED" }), stamp("ARRIVAL", "PORT", "EST", "15:00")]);
    assert.equal(phase, "IN_PORT");
    assert.deepEqual([arrival.kind, arrival.time, arrival.origin], ["ACT", "2026-01-15T11:40:00Z", "SIMULATED"]);
  });

  it("knows the berth from what was seen, and that she has left it", () => {
    const came = [stamp("ARRIVAL", "PORT", "ACT", "11:00"), stamp("ARRIVAL", "BERTH", "ACT", "11:10", { locationName: "Pier 1" })];
    const there = standing(call({ berth: "Pier 9" }), came);
    assert.deepEqual([there.phase, there.berth], ["BERTHED", "Pier 1"]);
    const off = standing(call({ berth: "Pier 9" }), [...came, stamp("DEPARTURE", "BERTH", "ACT", "11:50")]);
    assert.deepEqual([off.phase, off.berth, off.band.to.time], ["IN_PORT", "Pier 9", "2026-01-15T11:50:00Z"]);
    assert.equal(standing(call(), [...came, stamp("DEPARTURE", "PORT", "ACT", "11:55")]).phase, "LEFT");
  });

  it("is over when it was cancelled, and left when it is completed", () => {
    assert.equal(standing(call({ status: "CANCELLED" }), []).phase, "OVER");
    assert.equal(standing(call({ status: "COMPLETED" }), []).phase, "LEFT");
  });
});

describe("what the ship withholds", async () => {
  const { withheldText } = await compiled("port/withheld.ts");
  const { countJudgement } = await compiled("port/verdicts.ts");
  const opened = (hidden, withheld) => ({ hidden: new Set(hidden), withholdings: withheld.map((one) => ({ record: { withheld: one } })), inspections: { units: 0, inspected: 0, coveragePercent: null, items: [] }, reconciliations: [], units: [], vessel: null });

  it("is named to whom it is kept from, and to whom it is not", () => {
    assert.equal(withheldText(opened([], [])), "");
    assert.equal(withheldText(opened([], [[]])), "");
    assert.equal(withheldText(opened([], [["CARGO_UNITS", "PERSONS"]])), "The ship withholds from the port: cargo units, persons");
    assert.match(withheldText(opened(["CARGO_UNITS", "DRAUGHT_RECORDS"], [["CARGO_UNITS", "DRAUGHT_RECORDS"]])), /^The ship withholds cargo units, draught records: left out/);
    assert.match(withheldText(opened(["CARGO_UNITS"], [])), /^The ship withholds cargo units: left out/, "by another call of the voyage");
  });

  it("is neither none nor a pass", () => {
    assert.deepEqual(countJudgement(null, 171, true), { verdict: "INCONCLUSIVE", word: "not known", text: "the ship withholds it" });
  });
});

describe("water below the keel", async () => {
  const { ukcWords } = await compiled("port/ukc.ts");
  const asked = (id, metres) => ({ id, author: "ship", record: { at: "2026-01-15T06:42:10Z", deepestDraughtMetres: metres, u95Metres: 0.006, quality: "GOOD", purpose: "ACTUAL_PLAN", calculationRequested: "TIME_WINDOW" } });
  const plan = (request, more) => ({ author: "office", record: { request, generated: "2026-01-15T06:50:00Z", windows: [], ...more } });

  it("is asked for and answered, the last question by its own plan", () => {
    assert.deepEqual(ukcWords([], []), []);
    const [question, waiting] = ukcWords([asked("1", 5.1), asked("2", 5.204)], [plan("1", {})]);
    assert.match(question, /time window with 5\.204 \u00b10\.006 m, good, measured 01-15 06:42, by ship/);
    assert.equal(waiting, "The port has not answered yet.");
    const windows = [{ from: "2026-01-15T07:10:00Z", to: "2026-01-15T09:50:00Z" }];
    const points = [{ name: "Bar", passing: "2026-01-15T07:30:00Z", aboveLimitMetres: -0.12 }, { name: "Mole", passing: "2026-01-15T07:50:00Z", aboveLimitMetres: 0.4 }];
    assert.match(ukcWords([asked("2", 5.204)], [plan("2", { windows, controlPoints: points })])[1], /she may pass 01-15 07:10 to 01-15 09:50; least at Bar, .0\.12 m \(below the limit\) at 01-15 07:30/);
    assert.match(ukcWords([asked("2", 5.204)], [plan("2", {})])[1], /no window: she may not pass/);
  });
});

describe("verdicts", async () => {
  const { cargoJudgement, limitJudgement, countJudgement, mostJudgement } = await compiled("port/verdicts.ts");

  it("what is not verified is never a pass", () => {
    for (const [verdict, expected] of [["MATCH", "PASS"], ["CHECK", "INCONCLUSIVE"], ["DISCREPANCY", "FAIL"], ["UNVERIFIED", "INCONCLUSIVE"], ["SOMETHING_NEW", "INCONCLUSIVE"]]) {
      assert.equal(cargoJudgement({ verdict, text: "" }).verdict, expected, verdict);
    }
    assert.equal(cargoJudgement(null).verdict, "INCONCLUSIVE");
    for (const [overLimit, expected] of [["WITHIN", "PASS"], ["OVER_LIMIT_POSSIBLE", "INCONCLUSIVE"], ["OVER_LIMIT_CERTAIN", "FAIL"], ["UNKNOWN", "INCONCLUSIVE"], ["NEW", "INCONCLUSIVE"]]) {
      assert.equal(limitJudgement({ overLimit }).verdict, expected, overLimit);
    }
    assert.equal(limitJudgement(null).verdict, "INCONCLUSIVE");
    assert.equal(countJudgement(null, 0).verdict, "INCONCLUSIVE");
    assert.equal(countJudgement(141, null).verdict, "INCONCLUSIVE");
    assert.equal(countJudgement(0, 0).verdict, "PASS");
    assert.equal(countJudgement(141, 143).verdict, "FAIL");
    assert.equal(mostJudgement(5.2, 5.2, "over").verdict, "PASS", "a limit is not exceeded by being reached");
    assert.equal(mostJudgement(5.201, 5.2, "over").verdict, "FAIL");
    assert.equal(mostJudgement(null, 5.2, "over").verdict, "INCONCLUSIVE");
    assert.equal(mostJudgement(5.0, null, "over").verdict, "INCONCLUSIVE");
  });
});

describe("water below the keel", async () => {
  const { clearance } = await compiled("port/depth.ts");
  const channel = { name: "Approach", kind: "channel", depthMetres: 7.5, leastMetres: 0.75 };
  const berth = { name: "Pier 1", kind: "berth", depthMetres: 6.5, leastMetres: 0.5 };

  for (const [name, place, water, metres, verdict] of [
    ["enough at a berth, where there is no squat", berth, [5.36, null, null], 1.14, "PASS"],
    ["tide counts when it is known", berth, [6.2, 0.4, null], 0.7, "PASS"],
    ["too little", berth, [6.2, null, null], 0.3, "FAIL"],
    ["under way without her squat it is never enough", channel, [5.36, null, null], 2.14, "INCONCLUSIVE"],
    ["with it, it may be", channel, [5.36, null, 0.4], 1.74, "PASS"],
    ["too little already without squat", channel, [7.0, null, null], 0.5, "FAIL"],
    ["no draught", channel, [null, 0.4, 0.1], null, "INCONCLUSIVE"],
    ["no minimum", { ...channel, leastMetres: null }, [5.36, null, 0.4], 1.74, "INCONCLUSIVE"],
    ["aground without a minimum", { ...channel, leastMetres: null }, [7.6, null, 0.4], -0.5, "FAIL"],
  ]) {
    it(name, () => {
      const [draughtMetres, tideMetres, squatMetres] = water;
      const left = clearance(place, { draughtMetres, tideMetres, squatMetres });
      if (metres === null) assert.equal(left.metres, null);
      else assert.ok(Math.abs(left.metres - metres) < 1e-9, String(left.metres));
      assert.equal(left.judgement.verdict, verdict);
    });
  }
});

describe("the sentence for the AIS transponder", async () => {
  const { vsd, aisDraught } = await compiled("port/vsd.ts");

  it("fills in the draught alone, never less than measured, with a right checksum", () => {
    assert.equal(vsd(5.31), "$IIVSD,,5.4,,,,,,,*42");
    assert.equal(vsd(5.4), "$IIVSD,,5.4,,,,,,,*42");
    assert.equal(vsd(12.01), "$IIVSD,,12.1,,,,,,,*71");
    assert.equal(vsd(5.31).split(",").length - 1, 9, "nine fields, as IEC 61162-1 has it");
  });

  it("knows the ends of the field", () => {
    assert.equal(aisDraught(0.01), 0.1);
    assert.equal(aisDraught(0), null, "0 would say that nobody knows");
    assert.equal(vsd(0), null);
    assert.equal(aisDraught(25.44), 25.5);
    assert.equal(aisDraught(27), 25.5, "that, or more");
  });
});

describe("a pasted manifest", async () => {
  const { readManifest } = await compiled("port/manifest.ts");
  const { csv } = await compiled("shared/csv.ts");

  it("is read from CSV; an empty field is absent, never zero", () => {
    const { units, faults } = readManifest('\uFEFFunitId;type;declaredKilograms;basis;weighedKilograms;instrument;weighedAt;description\r\nA 1;hgv;24000;booking;;;;"steel; ""coils"""\r\nB 2;CAR;;;1500,5;WB1;2026-01-15 11:00;\r\n\r\n');
    assert.deepEqual(faults, []);
    assert.deepEqual(units, [
      { unitId: "A 1", type: "HGV", declared: { kilograms: 24000, basis: "BOOKING" }, description: 'steel; "coils"' },
      { unitId: "B 2", type: "CAR", weighed: { kilograms: 1500.5, instrument: "WB1", at: "2026-01-15T11:00:00Z" } },
    ]);
  });

  it("is read from JSON as the port has it", () => {
    const units = [{ unitId: "A 1", type: "HGV", declared: { kilograms: 1, basis: "VGM1" } }];
    assert.deepEqual(readManifest(JSON.stringify(units)).units, units);
    assert.deepEqual(readManifest(JSON.stringify({ units })).units, units);
  });

  for (const [name, text, field] of [
    ["nothing", "  ", "manifest"],
    ["broken JSON", "[{", "manifest"],
    ["JSON without units", "{}", "manifest"],
    ["a list of something else", "[1]", "[0]"],
    ["a column that nobody knows", "unitId,colour\nA,red", "line 1"],
    ["no unitId", "type\nCAR", "line 1"],
    ["a line too long", "unitId,type\nA,CAR,x", "line 2"],
    ["a unit twice", "unitId,type\nA,CAR\nA,CAR", "A"],
  ]) {
    it(`refuses ${name}`, () => {
      const { faults } = readManifest(text);
      assert.equal(faults[0]?.field, field);
      assert.notEqual(faults[0].allowed, "");
    });
  }

  it("leaves what is no number for the port to refuse", () => {
    assert.equal(readManifest("unitId,type,declaredKilograms\nA,CAR,much").units[0].declared.kilograms, "much");
  });

  it("writes CSV that no spreadsheet takes for a formula", () => {
    const cells = ["=1+1", 'a "b", c', -5, null, undefined, "@x"];
    assert.equal(csv(["id", "text"], [cells, [0]]), `id,text\r\n'=1+1,"a ""b"", c",-5,,,'@x\r\n0\r\n`);
  });
});

describe("the coastline", async () => {
  const { land } = await compiled("shared/coast.ts");

  it("is the land of the atlas, with islands and lakes closed", () => {
    const polygons = land(createRequire(import.meta.url)("world-atlas/land-110m.json"));
    assert.ok(polygons.length > 100, `${polygons.length} polygons`);
    for (const ring of polygons.flat()) {
      assert.deepEqual(ring[0], ring.at(-1));
      assert.ok(ring.every(([latitude, longitude]) => Math.abs(latitude) <= 90.001 && Math.abs(longitude) <= 180.001));
    }
    const inside = (latitude, longitude) => polygons.some(([outer]) => crossings(outer, latitude, longitude) % 2 === 1);
    assert.equal(inside(55, 40), true, "Moscow's longitude, dry");
    assert.equal(inside(0, -30), false, "the Atlantic");
    assert.equal(inside(-25, 135), true, "Australia");
  });
});

function crossings(ring, latitude, longitude) {
  let count = 0;
  for (let i = 1; i < ring.length; i++) {
    const [[aLat, aLon], [bLat, bLon]] = [ring[i - 1], ring[i]];
    if (aLat > latitude !== bLat > latitude && longitude < ((bLon - aLon) * (latitude - aLat)) / (bLat - aLat) + aLon) count++;
  }
  return count;
}

describe("the ship's signature", async () => {
  const { checkSignature, signedText } = await compiled("port/signature.ts");
  const { canonical } = await compiled("port/canonical.ts");
  const { privateKey, publicKey } = generateKeyPairSync("ed25519");
  const key = publicKey.export({ format: "jwk" }).x;
  const record = { instant: "DEPARTURE", at: "2026-01-15T11:30:00Z", quality: "GOOD", draughtsMetres: { midshipPort: 5.031, aftPort: 5.2 }, remark: "\u00e9t\u00e9" };
  const entry = (more = {}) => ({ id: "r", vessel: "imo9876543", first: "r", received: "", author: "ship", record: { ...record, ...more } });
  const text = signedText(entry(), "c1");
  const signature = { algorithm: "Ed25519", key, value: sign(null, Buffer.from(text), privateKey).toString("base64url") };
  const ours = new Map([["imo9876543", key]]);
  const verdict = async (one, call = "c1", known = ours) => {
    const { verdict: found, word } = await checkSignature(one, call, known);
    return [found, word];
  };

  it("is over the record, its vessel and its call, in canonical form", () => {
    assert.equal(text, '{"portCall":"c1","record":{"at":"2026-01-15T11:30:00Z","draughtsMetres":{"aftPort":5.2,"midshipPort":5.031},"instant":"DEPARTURE","quality":"GOOD","remark":"\u00e9t\u00e9"},"vessel":"imo9876543"}');
  });

  it("passes when all of it is hers, in whatever order the fields come", async () => {
    const turned = JSON.parse(JSON.stringify({ ...entry({ signature }), record: Object.fromEntries(Object.entries({ ...record, signature }).reverse()) }));
    assert.deepEqual(await verdict(turned), ["PASS", "signed by the ship"]);
  });

  it("fails when anything of it is another's", async () => {
    assert.deepEqual(await verdict(entry({ signature, quality: "MANUAL" })), ["FAIL", "signature does not fit"]);
    assert.deepEqual(await verdict(entry({ signature, draughtsMetres: { midshipPort: 5.032, aftPort: 5.2 } })), ["FAIL", "signature does not fit"]);
    assert.deepEqual(await verdict(entry({ signature, draughtsMetres: { midshipPort: 5.031, aftPort: 5.2, aftStarboard: 0 } })), ["FAIL", "signature does not fit"]);
    assert.deepEqual(await verdict(entry({ signature }), "c2"), ["FAIL", "signature does not fit"], "another call");
    assert.deepEqual(await verdict({ ...entry({ signature }), vessel: "imo9074729" }), ["FAIL", "signature does not fit"]);
    assert.deepEqual(await verdict(entry({ signature: { ...signature, value: "A".repeat(86) } })), ["FAIL", "signature does not fit"]);
    assert.deepEqual(await verdict(entry({ signature: { ...signature, key: "short" } })), ["FAIL", "signature does not fit"]);
    assert.deepEqual(await verdict(entry({ signature }), "c1", new Map([["imo9876543", "another"]])), ["FAIL", "signed by another"]);
  });

  // The gateway aboard is tested to make this very file, and to write these very numbers.
  it("passes as the gateway aboard makes it", async () => {
    const given = await fake("signed-aboard.json");
    const aboard = { ...entry(), record: JSON.parse(given) };
    assert.equal(canonical(aboard.record), given.trim());
    const hers = new Map([["imo9876543", "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"]]);
    assert.deepEqual(await verdict(aboard, "0000000a-0000-4000-8000-000000000001", hers), ["PASS", "signed by the ship"]);
    aboard.record.displacement.kilograms += 1;
    assert.deepEqual(await verdict(aboard, "0000000a-0000-4000-8000-000000000001", hers), ["FAIL", "signature does not fit"]);
  });

  it("is never a pass without a signature or a key that the port knows", async () => {
    assert.deepEqual(await verdict(entry()), ["INCONCLUSIVE", "not signed"]);
    assert.deepEqual(await verdict(entry({ signature }), "c1", new Map()), ["INCONCLUSIVE", "signed"]);
  });
});

describe("canonical JSON", async () => {
  const { canonical } = await compiled("port/canonical.ts");

  it("is the example of RFC 8785", () => {
    const input = JSON.parse('{"numbers":[333333333.33333329,1E30,4.50,2e-3,0.000000000000000000000000001],"string":"\\u20ac$\\u000F\\u000aA\'\\u0042\\u0022\\u005c\\\\\\"\\/","literals":[null,true,false]}');
    assert.equal(canonical(input), '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"\u20ac$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}');
  });

  it("writes numbers as the gateway aboard does", async () => {
    const numbers = await fake("numbers.json");
    assert.equal(canonical(JSON.parse(numbers)), numbers.replaceAll(/\s/g, ""));
  });

  it("sorts names by UTF-16 units, at every depth", () => {
    assert.equal(canonical({ b: 1, a: { "\u20ac": 1, "\r": 2, "1": 3, "\ud83d\ude00": 4, "\ufb33": 5 } }), '{"a":{"\\r":2,"1":3,"\u20ac":1,"\ud83d\ude00":4,"\ufb33":5},"b":1}');
  });
});
