import assert from "node:assert/strict";
import createClient from "openapi-fetch";
import type { components, paths } from "../../target/client/api";

// A port's day by the client that is generated from /openapi.yaml. That it compiles says that the document has
// these paths, fields and words; that it runs, that the shore takes and gives them.

type Schemas = components["schemas"];
type Answer<T> = { data?: T | undefined; error?: unknown; response: Response };

const VESSEL = "imo9876543";
const HOUR = 3_600_000;

function at(hours: number): string {
  return new Date(Math.floor(Date.now() / 1000) * 1000 + hours * HOUR).toISOString().replace(".000", "");
}

function kept<T>(answer: Answer<T>): T {
  assert.ok(answer.data !== undefined, `${answer.response.url}: ${answer.response.status} ${JSON.stringify(answer.error)}`);
  return answer.data;
}

function refused(answer: Answer<unknown> & { error?: Schemas["Problem"] | undefined }, status: number): Schemas["Problem"] {
  assert.equal(answer.response.status, status, JSON.stringify(answer.data));
  assert.ok(answer.error !== undefined);
  assert.equal(answer.error.status, status);
  return answer.error;
}

/** The steps in their order, each with its name. */
export function day(address: string): readonly (readonly [string, () => Promise<void>])[] {
  const port = createClient<paths>({ baseUrl: address, headers: { "X-Plimsoll": "1" } });
  const id = () => crypto.randomUUID();
  const [voyage, call, unit, baseline, departure, request] = [id(), id(), id(), id(), id(), id()];
  const parent = (of: string) => ({ params: { path: { parent: of } } });
  const below = (of: string, one: string) => ({ params: { path: { parent: of, id: one } } });

  const draught = (instant: Schemas["DraughtRecord"]["instant"], hours: number, kilograms: number): Schemas["DraughtRecord"] => ({
    instant,
    at: at(hours),
    quality: "GOOD",
    draughtsMetres: { forwardPort: 4.868, aftStarboard: 5.198, u95: 0.006 },
    deductiblesKilograms: 100_000,
    displacement: { kilograms, u95Kilograms: 13_000 },
  });

  return [
    ["who asks, and is the book open", async () => {
      assert.equal(kept(await port.GET("/api/v1/health")).status, "UP");
      assert.ok(kept(await port.GET("/api/v1/whoami")).name.length > 0);
      assert.ok(kept(await port.GET("/api/v1/vessels")).vessels.length >= 0);
    }],
    ["a voyage and a call are announced, once", async () => {
      const path = { params: { path: { id: voyage } } };
      const first = await port.PUT("/api/v1/voyages/{id}", { ...path, body: { vessel: VESSEL, number: "12" } });
      assert.equal(kept(first).record.number, "12");
      assert.equal(first.response.status, 201);
      const again = await port.PUT("/api/v1/voyages/{id}", { ...path, body: { vessel: VESSEL, number: "12" } });
      assert.equal(again.response.status, 200);
      refused(await port.PUT("/api/v1/voyages/{id}", { ...path, body: { vessel: VESSEL, number: "13" } }), 409);
      const entry = kept(
        await port.PUT("/api/v1/port-calls/{id}", {
          params: { path: { id: call } },
          body: { vessel: VESSEL, unlocode: "KPNAJ", status: "REQUESTED", voyageOut: voyage },
        }),
      );
      assert.equal(entry.record.unlocode, "KPNAJ");
    }],
    ["times are estimated, requested, planned and actual", async () => {
      for (const classifier of ["EST", "REQ", "PLN", "ACT"] as const) {
        kept(
          await port.PUT("/api/v1/port-calls/{parent}/timestamps/{id}", {
            ...below(call, id()),
            body: { event: "ARRIVAL", location: "PORT", classifier, time: at(-1), source: "VESSEL" },
          }),
        );
      }
      const list = kept(await port.GET("/api/v1/port-calls/{parent}/timestamps", parent(call)));
      assert.deepEqual(list.items.map((entry) => entry.record.classifier).sort(), ["ACT", "EST", "PLN", "REQ"]);
    }],
    ["cargo is declared and weighed", async () => {
      kept(
        await port.PUT("/api/v1/voyages/{parent}/cargo-units/{id}", {
          ...below(voyage, unit),
          body: {
            unitId: "A 123 BC",
            type: "HGV",
            declared: { kilograms: 24_000, basis: "BOOKING" },
            weighed: { kilograms: 31_200, instrument: "WB1", at: at(-1) },
          },
        }),
      );
      kept(
        await port.PUT("/api/v1/voyages/{parent}/declarations/{id}", {
          ...below(voyage, id()),
          body: { kind: "PERSONS", version: 1, state: "SUBMITTED", passengers: 171, crew: 28 },
        }),
      );
      const list = kept(await port.GET("/api/v1/voyages/{parent}/inspection-list", parent(voyage)));
      assert.equal(list.items[0]?.unitId, "A 123 BC");
    }],
    ["the unit is looked at", async () => {
      kept(
        await port.PUT("/api/v1/voyages/{parent}/inspections/{id}", {
          ...below(voyage, id()),
          body: { unit, finding: "MASS_DIFFERS", by: "Inspector Kim", at: at(0) },
        }),
      );
      assert.equal(kept(await port.GET("/api/v1/voyages/{parent}/inspection-list", parent(voyage))).coveragePercent, 100);
    }],
    ["draughts are recorded and reconciled", async () => {
      for (const [one, record] of [[baseline, draught("BASELINE", -2, 5_000_000)], [departure, draught("DEPARTURE", -1, 5_031_000)]] as const) {
        kept(await port.PUT("/api/v1/port-calls/{parent}/draught-records/{id}", { ...below(call, one), body: record }));
      }
      const reconciliation = kept(
        await port.PUT("/api/v1/voyages/{parent}/reconciliations/{id}", {
          ...below(voyage, id()),
          body: { baseline, departure, limitKilograms: 1_000_000 },
        }),
      );
      assert.equal(reconciliation.record.limitKilograms, 1_000_000);
    }],
    ["under-keel clearance is asked for and planned", async () => {
      kept(
        await port.PUT("/api/v1/voyages/{parent}/ukc-requests/{id}", {
          ...below(voyage, request),
          body: {
            at: at(0),
            deepestDraughtMetres: 5.204,
            u95Metres: 0.006,
            quality: "GOOD",
            purpose: "ACTUAL_PLAN",
            calculationRequested: "TIME_WINDOW",
            range: { from: at(1), to: at(6) },
          },
        }),
      );
      kept(
        await port.PUT("/api/v1/voyages/{parent}/ukc-plans/{id}", {
          ...below(voyage, id()),
          body: { request, generated: at(0), windows: [{ from: at(2), to: at(4) }] },
        }),
      );
      assert.equal(kept(await port.GET("/api/v1/voyages/{parent}/ukc-plans", parent(voyage))).items.length, 1);
    }],
    ["what is wrong is said with its field", async () => {
      const wrong = await port.PUT("/api/v1/port-calls/{parent}/timestamps/{id}", {
        ...below(call, id()),
        body: { event: "ARRIVAL", location: "PORT", classifier: "ACT", time: "yesterday", source: "VESSEL" },
      });
      assert.match(JSON.stringify(refused(wrong, 400)), /time/);
      refused(await port.GET("/api/v1/port-calls/{id}", { params: { path: { id: id() } } }), 404);
      const hook = { url: "http://127.0.0.1:9/", kinds: ["port-calls"], secret: "0123456789abcdef0123456789abcdef" };
      assert.ok((await port.POST("/api/v1/subscriptions", { body: hook as never })).response.status >= 400);
    }],
    ["the day is in the lists and in the exports", async () => {
      const calls = kept(await port.GET("/api/v1/port-calls", { params: { query: { vessel: VESSEL } } }));
      assert.deepEqual(calls.items.map((entry) => entry.id), [call]);
      assert.equal(calls.next, null);
      const clearance = await port.GET("/api/v1/port-calls/{parent}/iso28005", { ...parent(call), parseAs: "text" });
      assert.match(String(kept(clearance)), /^<\?xml/);
      assert.ok(kept(await port.GET("/api/v1/voyage-statistics", { params: { query: { vessel: VESSEL } } })).months.length >= 0);
      assert.ok(kept(await port.GET("/api/v1/crossings")).items.length >= 0);
    }],
  ];
}
