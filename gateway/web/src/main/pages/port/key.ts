import { byId, el, setText } from "../shared/dom";
import { plain } from "../shared/format";
import type { Dialog } from "../shared/dialog";
import type { PortClient } from "./client";
import { Form, words } from "./forms";
import type { Author, Problem } from "./contract";

/** Who uses this page, by the key that is asked for once and kept until the tab is closed. */
export class Key {
  author: Author | null = null;
  private asking = false;

  /** @param changed called when another key is in use */
  constructor(
    private readonly client: PortClient,
    private readonly dialog: Dialog,
    private readonly changed: () => void,
  ) {
    byId("key").addEventListener("click", () => this.ask(null));
  }

  /** Asks the port who this is. */
  async look(): Promise<void> {
    const reply = await this.client.get<Author>("whoami");
    if (reply.ok) this.author = reply.value;
    else if (reply.problem.status === 401) {
      this.author = null;
      if (!this.asking) this.ask(reply.problem);
    }
    setText(byId("key"), this.author ? `${this.author.name}: ${plain(this.author.role)}` : "Key");
  }

  private ask(problem: Problem | null): void {
    this.asking = true;
    this.dialog.open("Key of this port", (body) => {
      const form = new Form([{ name: "key", label: "Key", kind: "password", hint: "kept in this tab until it is closed" }], "Use it", async (values) => {
        this.client.useKey(values.get("key") ?? "");
        const reply = await this.client.get<Author>("whoami");
        if (!reply.ok) return reply.problem;
        this.author = reply.value;
        this.dialog.close();
        this.changed();
        return null;
      });
      if (problem && this.client.hasKey()) form.refused(problem);
      body.append(el("p", { class: "quiet" }, "Harbour office, terminal, ship and reader have a key each; it decides what is shown and what may be written. An empty one forgets the key."), form.root);
      if (problem && !this.client.hasKey()) body.append(el("div", { class: "quiet" }, ...words(problem)));
      form.input("key").focus();
    });
  }
}
