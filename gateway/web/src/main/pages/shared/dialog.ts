import { byId, setText } from "./dom";

/**
 * The one dialog of a page. `fill` is called at once and with each message while it is open, so
 * that what it shows stays live.
 */
export class Dialog {
  private readonly dialog = byId("dialog") as HTMLDialogElement;
  private readonly title = byId("dialog-title");
  private readonly body = byId("dialog-body");
  private refill: (() => void) | null = null;

  constructor() {
    byId("dialog-close").addEventListener("click", () => this.close());
    this.dialog.addEventListener("click", (event) => {
      if (event.target === this.dialog) this.close();
    });
    this.dialog.addEventListener("close", () => {
      this.refill = null;
      this.body.replaceChildren();
    });
  }

  open(title: string, fill: (body: HTMLElement) => void): void {
    setText(this.title, title);
    this.body.replaceChildren();
    fill(this.body);
    this.refill = () => fill(this.body);
    if (!this.dialog.open) this.dialog.showModal();
  }

  refresh(): void {
    this.refill?.();
  }

  close(): void {
    if (this.dialog.open) this.dialog.close();
  }
}
