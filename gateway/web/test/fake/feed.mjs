// A ship and a shore that are not there: serves the built pages as the gateway does, with states
// from a script.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { STATES } from "./states.mjs";
import { surveySheet } from "./survey.mjs";
import { completeness, detail, fleet, histories, history, voyageStatistics } from "./shore.mjs";

const here = path.dirname(fileURLToPath(import.meta.url));
export const BUILT = path.join(here, "../../target/classes/org/plimsoll/web");
const HEADERS = path.join(here, "../../src/main/java/org/plimsoll/web/SafeHeaders.java");
const TYPES = { html: "text/html; charset=utf-8", js: "text/javascript; charset=utf-8", css: "text/css; charset=utf-8", svg: "image/svg+xml", woff2: "font/woff2", txt: "text/plain", json: "application/json" };

/** Where vessels of a port are. */
const PLACES = { imo9876543: [42.24, 130.3], imo9074729: [42.2428, 130.3044], mmsi273000111: [42.2388, 130.3015] };

export class Feed {
  /** Which of the states is told; "silent" tells nothing. */
  state = "normal";
  /** Messages so far. */
  n = 0;
  /** What was posted. */
  posts = [];
  acknowledged = new Map();
  /** Whether the ship's store cannot be read. */
  refuseHistory = false;
  /** The parameters of each question for a history aboard. */
  histories = [];
  refuse = null;
  /** Whether everything was silenced. */
  silenced = false;
  /** The port's book, when there is one. */
  port = null;
  /** The key that voyage statistics ask for; empty for none. */
  bookKey = "";
  #clients = new Set();
  #server;
  #timer;

  /** @param page "bridge", "shore" or "port"; @param period milliseconds between messages */
  static async start(page, period = 250) {
    const feed = new Feed();
    const policy = await contentSecurityPolicy();
    const html = await readFile(path.join(BUILT, `${page}.html`));
    feed.#server = createServer((request, response) => {
      response.setHeader("Content-Security-Policy", policy);
      response.setHeader("X-Content-Type-Options", "nosniff");
      feed.#answer(new URL(request.url, "http://feed"), request, response, html).catch((error) => {
        response.statusCode = 500;
        response.end(String(error));
      });
    });
    await new Promise((resolve) => feed.#server.listen(0, "127.0.0.1", resolve));
    feed.url = `http://127.0.0.1:${feed.#server.address().port}/`;
    feed.#timer = setInterval(() => feed.tell(), period);
    return feed;
  }

  close() {
    clearInterval(this.#timer);
    for (const client of this.#clients) client.end();
    this.#server.close();
    this.#server.closeAllConnections?.();
  }

  /** Cuts every stream, as a restart of the gateway does. */
  cut() {
    for (const client of this.#clients) client.destroy();
  }

  tell() {
    if (this.state === "silent") return;
    this.n++;
    for (const client of this.#clients) this.#send(client);
  }

  current() {
    const state = STATES[this.state](this.n);
    state.alerts = state.alerts
      .map((alert) => {
        const by = this.acknowledged.get(alert.id);
        if (!by && this.silenced && alert.state === "ACTIVE_UNACKNOWLEDGED") return { ...alert, state: "ACTIVE_SILENCED", revision: 2 };
        if (!by) return alert;
        const next = alert.state === "ACTIVE_UNACKNOWLEDGED" ? "ACTIVE_ACKNOWLEDGED" : "NORMAL";
        return { ...alert, state: next, acknowledgedBy: by };
      })
      .filter((alert) => alert.state !== "NORMAL");
    return state;
  }

  #send(client) {
    const [event, data] = client.shore ? ["vessels", fleet(this.n, this.state)] : ["state", this.current()];
    client.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  async #answer(url, request, response, html) {
    const json = (body, status = 200, type = "application/json") => {
      response.writeHead(status, { "Content-Type": type });
      response.end(JSON.stringify(body));
    };
    const booked = this.port?.answer(request.method, url, request.headers.authorization, await text(request));
    if (booked) {
      json(booked[1], booked[0], booked[0] < 400 ? "application/json" : "application/problem+json");
    } else if (url.pathname === "/") {
      response.writeHead(200, { "Content-Type": TYPES.html });
      response.end(html);
    } else if (url.pathname.startsWith("/assets/")) {
      const name = path.basename(url.pathname);
      response.writeHead(200, { "Content-Type": TYPES[name.split(".").at(-1)] });
      response.end(await readFile(path.join(BUILT, name)));
    } else if (url.pathname === "/api/v1/stream") {
      response.writeHead(200, { "Content-Type": "text/event-stream" });
      response.shore = !html.includes("Plimsoll bridge");
      this.#clients.add(response);
      response.on("close", () => this.#clients.delete(response));
      if (this.state !== "silent") this.#send(response);
    } else if (url.pathname === "/api/v1/alerts") {
      json({ active: this.current().alerts, history: STATES[this.state === "flood" ? "flood" : "overload"](0).alerts });
    } else if (/^\/api\/v1\/alerts\/\d+\/acknowledge$/.test(url.pathname)) {
      await this.#acknowledge(Number(url.pathname.split("/")[4]), request, json);
    } else if (url.pathname === "/api/v1/silence") {
      this.silenced = request.method === "POST" && request.headers["x-plimsoll"] === "1";
      json({ silenced: this.current().alerts.filter((one) => one.state === "ACTIVE_SILENCED").length });
      this.tell();
    } else if (url.pathname === "/api/v1/records") {
      await this.#records(request, json);
    } else if (url.pathname === "/api/v1/surveys") {
      await this.#survey(request, json);
    } else if (url.pathname === "/api/v1/voyage-statistics") {
      const mayRead = this.bookKey === "" || request.headers.authorization === `Bearer ${this.bookKey}`;
      if (mayRead) json(voyageStatistics(url.searchParams));
      else json({ title: "Who are you?", status: 401 }, 401, "application/problem+json");
    } else if (url.pathname === "/api/v1/vessels") {
      json(fleet(this.n, this.state));
    } else if (url.pathname.endsWith("/completeness")) {
      json(completeness(this.state));
    } else if (url.pathname === "/api/v1/history") {
      this.histories.push(url.searchParams);
      if (this.refuseHistory) json({ title: "The store cannot be read", status: 503 }, 503, "application/problem+json");
      else json(histories(url.searchParams));
    } else if (url.pathname.endsWith("/history")) {
      json(history(url.searchParams));
    } else if (url.pathname.startsWith("/api/v1/vessels/")) {
      json(this.#placed(detail(url.pathname.split("/")[4], this.n, this.state)));
    } else {
      json({ title: "Not Found", status: 404 }, 404, "application/problem+json");
    }
  }

  /** In the port's waters, when there is a port. */
  #placed(vessel) {
    const [latitude, longitude] = PLACES[vessel.id] ?? [];
    if (!this.port || latitude === undefined) return vessel;
    const values = { "navigation.position.latitude": latitude, "navigation.position.longitude": longitude };
    return { ...vessel, channels: vessel.channels.map((one) => (one.path in values ? { ...one, value: values[one.path] } : one)) };
  }

  records = [];

  async #records(request, json) {
    if (request.method !== "POST") {
      json({ records: this.records });
      return;
    }
    let body = "";
    for await (const piece of request) body += piece;
    const record = { number: this.records.length + 1, at: "2026-11-21T06:30:00Z", sha256: "5f0c".repeat(16), ...JSON.parse(body) };
    this.records.unshift(record);
    json(record, 201);
  }

  /** What was asked of the survey. */
  surveys = [];

  async #survey(request, json) {
    let body = "";
    for await (const piece of request) body += piece;
    this.surveys.push(JSON.parse(body));
    json(surveySheet(JSON.parse(body)));
  }

  async #acknowledge(id, request, json) {
    let body = "";
    for await (const piece of request) body += piece;
    this.posts.push({ id, body: JSON.parse(body), header: request.headers["x-plimsoll"] });
    if (this.refuse) {
      json({ title: "Conflict", status: 409, detail: this.refuse }, 409, "application/problem+json");
      return;
    }
    const alert = this.current().alerts.find((one) => one.id === id);
    this.acknowledged.set(id, JSON.parse(body).by);
    json({ ...alert, state: "ACTIVE_ACKNOWLEDGED", acknowledgedBy: JSON.parse(body).by });
  }
}

async function text(request) {
  if (request.method !== "PUT") return "";
  let body = "";
  for await (const piece of request) body += piece;
  return body;
}

/** The policy that the gateway itself sends, read from its source, so that the two cannot differ. */
async function contentSecurityPolicy() {
  const java = await readFile(HEADERS, "utf8");
  const block = /CONTENT_SECURITY_POLICY =([\s\S]*?);\n/.exec(java)[1];
  return [...block.matchAll(/"([^"]*)"/g)].map(([, part]) => part).join("");
}
