import { byId, el, setAttribute, setText, show } from "../shared/dom";

/**
 * The pages of the panel. Each is an element `#view-<id>`; the address keeps which one is open
 * (`/#history`), so that a reload stays there and a kiosk can start anywhere.
 */

export interface View {
  id: string;
  title: string;
}

export class Views {
  private readonly menu = byId("menu");
  private readonly list = byId("pages");
  private readonly links = new Map<string, HTMLAnchorElement>();
  private open: View;

  /** @param opened called with each page that comes up, and once at the start */
  constructor(
    private readonly views: readonly [View, ...View[]],
    private readonly opened: (id: string) => void,
  ) {
    this.open = views[0];
    for (const view of views) {
      const link = el("a", { class: "button page-link", href: `#${view.id}` }, view.title);
      link.addEventListener("click", () => this.unfold(false));
      this.links.set(view.id, link);
      this.list.append(link);
    }
    this.menu.addEventListener("click", () => this.unfold(this.list.hidden));
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !this.list.hidden) this.unfold(false);
    });
    document.addEventListener("pointerdown", (event) => {
      const at = event.target as Node;
      if (!this.list.contains(at) && !this.menu.contains(at)) this.unfold(false);
    });
    addEventListener("hashchange", () => this.follow());
  }

  /** Shows what the address names. */
  follow(): void {
    const id = location.hash.slice(1);
    this.open = this.views.find((view) => view.id === id) ?? this.views[0];
    for (const view of this.views) {
      show(byId(`view-${view.id}`), view === this.open);
      const link = this.links.get(view.id);
      if (link) setAttribute(link, "aria-current", view === this.open ? "page" : null);
    }
    setText(byId("view-name"), this.open.title);
    this.opened(this.open.id);
  }

  current(): string {
    return this.open.id;
  }

  go(id: string): void {
    location.hash = id;
  }

  private unfold(unfolded: boolean): void {
    if (this.list.hidden !== unfolded) return;
    this.list.hidden = !unfolded;
    setAttribute(this.menu, "aria-expanded", String(unfolded));
    if (unfolded) this.links.get(this.open.id)?.focus();
    else if (this.list.contains(document.activeElement)) this.menu.focus();
  }
}
