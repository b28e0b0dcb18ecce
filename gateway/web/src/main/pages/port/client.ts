import type { Entry, Page, Problem, What } from "./contract";

/** Asks and tells the port's API, with the key of this session. */

export type Reply<T> = { ok: true; value: T } | { ok: false; problem: Problem };

const BASE = "/api/v1/";
const KEY = "plimsoll.port.key";
/** Most answers that are kept for their entity tag; beyond it all are forgotten. */
const MOST_KEPT = 400;
const PAGE = 500;
/** Most pages of a list: more than the book has below one call or voyage. */
const MOST_PAGES = 10;
const AWAY: Problem = { title: "The shore does not answer", status: 0, detail: "Nothing was changed that it did not confirm; try again." };

export class PortClient {
  private readonly kept = new Map<string, { tag: string; value: unknown }>();

  hasKey(): boolean {
    return sessionStorage.getItem(KEY) !== null;
  }

  /** Kept for this tab until it is closed, and nowhere else; empty forgets it. */
  useKey(key: string): void {
    if (key === "") sessionStorage.removeItem(KEY);
    else sessionStorage.setItem(KEY, key);
    this.kept.clear();
  }

  /** What is there; what has not changed comes from memory. */
  async get<T>(path: string): Promise<Reply<T>> {
    const known = this.kept.get(path);
    const reply = await this.send(path, known ? { "If-None-Match": known.tag } : {});
    if (reply?.status === 304 && known) return { ok: true, value: known.value as T };
    const answer = await read<T>(reply);
    const tag = reply?.headers.get("ETag");
    if (answer.ok && tag) {
      if (this.kept.size >= MOST_KEPT) this.kept.clear();
      this.kept.set(path, { tag, value: answer.value });
    }
    return answer;
  }

  /**
   * All items of a list, in the order of receipt.
   * @param withheld is added what the ship keeps from this key
   */
  async list<E extends Entry<unknown>>(path: string, withheld?: Set<What>): Promise<Reply<E[]>> {
    const items: E[] = [];
    let cursor = "";
    for (let page = 0; page < MOST_PAGES; page++) {
      const sign = path.includes("?") ? "&" : "?";
      const reply = await this.get<Page<unknown>>(`${path}${sign}limit=${PAGE}${cursor}`);
      if (!reply.ok) return reply;
      items.push(...(reply.value.items as E[]));
      for (const what of reply.value.withheld ?? []) withheld?.add(what);
      if (reply.value.next === null) break;
      cursor = `&cursor=${encodeURIComponent(reply.value.next)}`;
    }
    return { ok: true, value: items };
  }

  /** Keeps a record under an id that the caller made; the same again changes nothing. */
  async put<R>(list: string, id: string, record: R): Promise<Reply<Entry<R>>> {
    const headers = { "Content-Type": "application/json", "X-Plimsoll": "1" };
    return read(await this.send(`${list}/${id}`, headers, "PUT", JSON.stringify(record)));
  }

  private async send(path: string, headers: Record<string, string>, method = "GET", body?: string): Promise<Response | null> {
    const key = sessionStorage.getItem(KEY);
    if (key !== null) headers["Authorization"] = `Bearer ${key}`;
    try {
      return await fetch(BASE + path, { method, headers, ...(body === undefined ? {} : { body }) });
    } catch {
      // The stream tells of a shore that is gone; the caller gets a problem to show.
      return null;
    }
  }
}

async function read<T>(reply: Response | null): Promise<Reply<T>> {
  if (!reply) return { ok: false, problem: AWAY };
  try {
    const value: unknown = await reply.json();
    return reply.ok ? { ok: true, value: value as T } : { ok: false, problem: value as Problem };
  } catch {
    // An answer without JSON is told by its number.
    return { ok: false, problem: { title: `The shore answers ${reply.status}`, status: reply.status } };
  }
}

/** A UUID, also where the page came over plain HTTP. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}
