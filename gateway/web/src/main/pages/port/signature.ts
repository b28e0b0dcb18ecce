import { canonical } from "./canonical";
import type { DraughtRecord, Entry } from "./contract";
import type { Judgement } from "./verdicts";

/** Whether a draught record is what the ship has signed, checked in this browser. */

/** Public keys of ships, as the port has them, by vessel; Ed25519, base64url. */
export type ShipKeys = ReadonlyMap<string, string>;

/**
 * What is signed: the record without its signature, with the vessel and the call that it is of, so
 * that it is no record of another.
 *
 * @param portCall the first of the corrections of the call
 */
export function signedText(entry: Entry<DraughtRecord>, portCall: string): string {
  const { signature: _, ...record } = entry.record;
  return canonical({ portCall, record, vessel: entry.vessel });
}

export async function checkSignature(entry: Entry<DraughtRecord>, portCall: string, known: ShipKeys): Promise<Judgement> {
  const signature = entry.record.signature;
  if (!signature) return { verdict: "INCONCLUSIVE", word: "not signed", text: "" };
  if (!globalThis.crypto?.subtle) return { verdict: "INCONCLUSIVE", word: "not checked", text: "a browser checks signatures over HTTPS or on this machine alone" };
  const fits = await verified(signature, signedText(entry, portCall));
  if (fits === null) return { verdict: "INCONCLUSIVE", word: "not checked", text: "this browser does not know Ed25519" };
  if (!fits) return { verdict: "FAIL", word: "signature does not fit", text: "the record is not what was signed" };
  const expected = known.get(entry.vessel);
  if (expected === undefined) return { verdict: "INCONCLUSIVE", word: "signed", text: `by a key that this port does not know: ${signature.key.slice(0, 12)}\u2026` };
  if (expected !== signature.key) return { verdict: "FAIL", word: "signed by another", text: `by ${signature.key.slice(0, 12)}\u2026, which is not the ship's` };
  return { verdict: "PASS", word: "signed by the ship", text: `${signature.key.slice(0, 12)}\u2026` };
}

/** Null when this browser cannot tell; false for what is no key or no signature as well. */
async function verified(signature: { key: string; value: string }, text: string): Promise<boolean | null> {
  const key = bytes(signature.key);
  const value = bytes(signature.value);
  if (key?.length !== 32 || value?.length !== 64) return false;
  try {
    const imported = await crypto.subtle.importKey("raw", key, { name: "Ed25519" }, false, ["verify"]);
    return await crypto.subtle.verify({ name: "Ed25519" }, imported, value, new TextEncoder().encode(text));
  } catch (error) {
    return error instanceof DOMException && error.name === "NotSupportedError" ? null : false;
  }
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> | null {
  try {
    const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
    return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
  } catch {
    // What is no base64url is no key and no signature; the caller says so.
    return null;
  }
}
