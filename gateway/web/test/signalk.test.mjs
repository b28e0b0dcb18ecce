// Signal K of a running demo, by the client and the schema that its project publishes:
// PLIMSOLL_BRIDGE and PLIMSOLL_SHORE name the addresses of both halves.
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";

const require = createRequire(import.meta.url);
const PATIENCE_MILLIS = 30_000;
/** Branches of ours, which the schema does not know. */
const OURS = /^\/vessels\/[^/]+\/(hull|loading|passengers|gateway)$/;
/** Leaves of ours in branches that it knows. */
const OUR_LEAVES =
  /^\/vessels\/[^/]+\/(navigation\/gnss\/(fixDimension|verticalDilution|satellitesInView)|environment\/(water\/density|depth\/charted)|tanks\/\w+\/\w+\/(sounding|ullage|current|mass))$/;

const halves = ["PLIMSOLL_BRIDGE", "PLIMSOLL_SHORE"];

function skipped(variable) {
  return process.env[variable] ? false : `${variable} is not set`;
}

async function json(address, path) {
  const answer = await fetch(new URL(path, address));
  assert.equal(answer.status, 200, path);
  return answer.json();
}

function within(what, promise) {
  let timer;
  const late = new Promise((resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`no ${what} within ${PATIENCE_MILLIS} ms`)), PATIENCE_MILLIS);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}

/** What stands at a JSON pointer. */
function at(root, pointer) {
  return pointer
    .split("/")
    .slice(1)
    .reduce((node, part) => node?.[part], root);
}

/**
 * What the schema says against a document, but for what the documentation announces: our own
 * branches, and null for what is not known, which the specification asks for and the schema of
 * 1.5.1 does not have.
 */
function objections(full) {
  const { validateFull } = require("@signalk/signalk-schema");
  return validateFull(full)
    .errors.filter((error) => !OURS.test(error.dataPath) && !OUR_LEAVES.test(error.dataPath))
    // The validator takes an anyOf for each of its parts (tv4 issue 128); vessels are here.
    .filter((error) => !(error.dataPath === "" && /property: (aircraft|aton|sar)$/.test(error.message)))
    .filter((error) => !(error.dataPath.endsWith("/value") && at(full, error.dataPath) === null))
    .map((error) => `${error.dataPath}: ${error.message}`);
}

for (const half of halves) {
  describe(`Signal K of ${half}`, () => {
    const options = { skip: skipped(half), timeout: 2 * PATIENCE_MILLIS };

    it("its full model is as the schema wants it", options, async () => {
      const address = process.env[half];
      const found = await json(address, "/signalk");
      const api = found.endpoints.v1["signalk-http"];
      assert.equal(api, new URL("/signalk/v1/api/", address).href);
      let full;
      for (let waited = 0; ; waited += 500) {
        full = await json(api, "");
        const vessel = full.vessels[full.self?.replace("vessels.", "")];
        if (typeof vessel?.navigation?.position?.value?.latitude === "number") break;
        assert.ok(waited < PATIENCE_MILLIS, "a position in time");
        await new Promise((resolve) => setTimeout(resolve, 500));
      }
      assert.deepEqual(objections(full), []);
      const vessel = full.vessels[full.self.replace("vessels.", "")];
      assert.match(vessel.name, / \[simulated\]$/);
      assert.equal(vessel.registrations.imo, "IMO 9876543");
      assert.match(vessel.navigation.position.$source, /^simulated\.gps\./);
      // Broken on purpose, it is refused: the filter above hides nothing else.
      full.vessels[full.self.replace("vessels.", "")].navigation.speedOverGround = { value: "fast" };
      assert.notDeepEqual(objections(full), []);
    });

    it("its stream speaks to the client of the Signal K project", options, async () => {
      const address = new URL(process.env[half]);
      const { Client } = require("@signalk/client");
      const client = new Client({
        hostname: address.hostname,
        port: Number(address.port),
        useTLS: false,
        reconnect: false,
        notifications: false,
        deltaStreamBehaviour: "self",
      });
      const { validateDelta } = require("@signalk/signalk-schema");
      const seen = new Map();
      const positions = new Promise((resolve) => {
        client.on("delta", (delta) => {
          if (!delta.updates) return;
          assert.deepEqual(validateDelta(delta).errors, []);
          for (const update of delta.updates) {
            for (const { path, value } of update.values) {
              if (path === "navigation.position" && value) seen.set(update.timestamp, value);
            }
          }
          if (seen.size >= 3) resolve();
        });
      });
      await within("connection", client.connect());
      try {
        await within("three positions", positions);
        for (const position of seen.values()) {
          assert.ok(position.latitude > 42 && position.latitude < 44, String(position.latitude));
          assert.ok(position.longitude > 130 && position.longitude < 133, String(position.longitude));
        }
        const self = await within("answer", (await client.API()).get("/vessels/self/name"));
        assert.match(self, /Rajin Star/);
      } finally {
        await client.disconnect();
      }
    });
  });
}
