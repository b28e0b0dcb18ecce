/**
 * Making and changing elements. Text goes in as text nodes and attributes only, so whatever a
 * sensor or a ship calls itself stays inert.
 */

type Child = Node | string | null;

const SVG = "http://www.w3.org/2000/svg";

export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  return fill(document.createElement(tag), attributes, children);
}

export function svg<K extends keyof SVGElementTagNameMap>(
  tag: K,
  attributes: Record<string, string | number> = {},
  ...children: Child[]
): SVGElementTagNameMap[K] {
  return fill(document.createElementNS(SVG, tag), attributes, children);
}

function fill<E extends Element>(
  element: E,
  attributes: Record<string, string | number>,
  children: Child[],
): E {
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, String(value));
  }
  for (const child of children) {
    if (child !== null) element.append(child);
  }
  return element;
}

/** Touches the document only when the text is another, and then the text alone. */
export function setText(element: Element, text: string): void {
  const only = element.firstChild;
  if (only instanceof Text && !only.nextSibling && text !== "") {
    if (only.data !== text) only.data = text;
  } else if (element.textContent !== text) {
    element.textContent = text;
  }
}

/** Touches the document only when the attribute is another; null takes it away. */
export function setAttribute(element: Element, name: string, value: string | number | null): void {
  if (value === null) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== String(value)) {
    element.setAttribute(name, String(value));
  }
}

export function show(element: HTMLElement | SVGElement, shown: boolean): void {
  setAttribute(element, "hidden", shown ? null : "");
}

/** The element of this page with this id; the page is ours, so it is there. */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (!element) throw new Error(`the page has no #${id}`);
  return element;
}

/**
 * Keeps one child of `parent` per key, in the order of the items: makes what is new, updates what
 * is there, removes what is gone. Focus and animations of the others live on.
 */
export function reconcile<T>(
  parent: Element,
  items: readonly T[],
  key: (item: T) => string,
  make: (item: T) => Row<T>,
  rows: Map<string, Row<T>>,
): void {
  const wanted = new Set(items.map(key));
  for (const [name, row] of rows) {
    if (!wanted.has(name)) {
      row.root.remove();
      rows.delete(name);
    }
  }
  items.forEach((item, place) => {
    const name = key(item);
    let row = rows.get(name);
    if (!row) {
      row = make(item);
      rows.set(name, row);
    }
    row.update(item);
    if (parent.children[place] !== row.root) {
      parent.insertBefore(row.root, parent.children[place] ?? null);
    }
  });
}

export interface Row<T> {
  root: Element;
  update(item: T): void;
}
