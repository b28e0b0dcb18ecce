import { el, reconcile, setText, type Row } from "./dom";

/** A table whose rows stay and whose cells change in place, once a message. */

export interface Column<T> {
  head: string;
  text(item: T): string;
  /** Whether a long text may take several lines. */
  wraps?: boolean;
  /** What else the cell needs, such as a picture or the colour of a chip. */
  dress?(cell: HTMLElement, item: T): void;
  /** The element in the cell that has the text; the cell itself without it. */
  inner?(): HTMLElement;
}

export class LiveTable<T> {
  readonly root: HTMLTableElement;
  private readonly body = el("tbody", {});
  private readonly rows = new Map<string, Row<T>>();

  constructor(
    name: string,
    private readonly columns: readonly Column<T>[],
    private readonly key: (item: T) => string,
    private readonly dressRow: (row: HTMLElement, item: T) => void = () => {},
  ) {
    const heads = columns.map((column) => el("th", { scope: "col" }, column.head));
    this.root = el("table", { class: "table live", "aria-label": name }, el("thead", {}, el("tr", {}, ...heads)), this.body);
  }

  update(items: readonly T[]): void {
    reconcile(this.body, items, this.key, () => this.row(), this.rows);
  }

  private row(): Row<T> {
    const root = el("tr", {});
    const cells = this.columns.map((column) => {
      const inner = column.inner?.();
      const cell = el("td", column.wraps ? { class: "wraps" } : {}, inner ?? null);
      root.append(cell);
      return { column, cell, text: inner ?? cell };
    });
    return {
      root,
      update: (item) => {
        for (const { column, cell, text } of cells) {
          setText(text, column.text(item));
          column.dress?.(cell, item);
        }
        this.dressRow(root, item);
      },
    };
  }
}
