import { byId, el, setText, show } from "../shared/dom";
import { plain } from "../shared/format";
import { newId, type PortClient } from "./client";
import { Form, type Values } from "./forms";
import { WHATS, type Author, type Entry, type Problem, type What, type Withholding } from "./contract";
import type { Dialog } from "../shared/dialog";
import type { Opened } from "./model";

/** What the ship keeps from the port: said in words, and decided by her key. The shore leaves it out, not this page. */

const KEPT = "withheld";
const GIVEN = "given";

/** Of the call; empty while she withholds nothing. */
export function withholdingOf(opened: Opened): Entry<Withholding> | null {
  return opened.withholdings.at(-1) ?? null;
}

export function listed(whats: Iterable<What>): string {
  return [...whats].map(plain).join(", ");
}

/** For paper and page: what is left out for this key, or what others do not see; empty when it is nothing. */
export function withheldText(opened: Opened): string {
  if (opened.hidden.size > 0) return `The ship withholds ${listed(opened.hidden)}: left out here, on paper and in files`;
  const kept = withholdingOf(opened)?.record.withheld ?? [];
  return kept.length === 0 ? "" : `The ship withholds from the port: ${listed(kept)}`;
}

export function showWithheld(opened: Opened): void {
  const text = withheldText(opened);
  setText(byId("call-withheld"), text);
  show(byId("call-withheld"), text !== "");
}

/** A choice for each; what stood before is superseded. */
export function openWithholding(client: PortClient, dialog: Dialog, opened: Opened, changed: () => void): void {
  const id = newId();
  const before = withholdingOf(opened);
  dialog.open(`What ${opened.call.name} withholds`, (body) => {
    const form = new Form(
      [
        ...WHATS.map((what) => ({ name: what, label: plain(what), choices: [GIVEN, KEPT], required: true, value: before?.record.withheld.includes(what) ? KEPT : GIVEN })),
        { name: "remark", label: "Reason" },
      ],
      "Keep the decision",
      (values) => send(client, dialog, opened, { id, before, values }, changed),
    );
    body.append(el("p", { class: "quiet" }, "Port authority, terminals and readers do not get what is withheld, and are told that it is."), form.root);
  });
}

interface Decision {
  id: string;
  before: Entry<Withholding> | null;
  values: Values;
}

async function send(client: PortClient, dialog: Dialog, opened: Opened, { id, before, values }: Decision, changed: () => void): Promise<Problem | null> {
  const remark = values.get("remark");
  const record = { withheld: WHATS.filter((what) => values.get(what) === KEPT), ...(before ? { supersedes: before.id } : {}), ...(remark ? { remark } : {}) };
  const reply = await client.put(`port-calls/${opened.call.id}/withholdings`, id, record);
  if (!reply.ok) return reply.problem;
  dialog.close();
  changed();
  return null;
}

export function mayWithhold(author: Author | null): boolean {
  return author?.role === "SHIP" || author?.role === "LOCAL";
}
