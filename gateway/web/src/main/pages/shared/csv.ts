import { el } from "./dom";

/** Tables for spreadsheets. */

type Cells = readonly (string | number | null | undefined)[];

/** A file of CSV (RFC 4180); a text that a spreadsheet would take for a formula is quoted against it. */
export function csv(head: Cells, rows: readonly Cells[]): string {
  return [head, ...rows].map((cells) => `${line(cells)}\r\n`).join("");
}

function line(cells: Cells): string {
  return cells
    .map((cell) => {
      if (cell === null || cell === undefined) return "";
      if (typeof cell === "number") return String(cell);
      const tame = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
      return /[",;\n\r]/.test(tame) ? `"${tame.replaceAll('"', '""')}"` : tame;
    })
    .join(",");
}

/** Gives a text to the browser as a file. */
export function save(name: string, text: string, type: string): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  el("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
