// A filled-in form of the size that the gateway sends: about sixty lines.

export function surveySheet(notes) {
  const line = (number, title, value, unit, isResult = false) => ({ number: String(number), title, symbol: `s${number}`, unit, formula: "from the lines above", value, isResult });
  const readings = Object.entries(notes.draughtsMetres).map(([mark, metres]) => line("", `draught ${mark}`, metres === null ? "" : metres.toFixed(3), "m"));
  const block = (title, first, count) => ({ title, lines: Array.from({ length: count }, (_, i) => line(first + i, `${title} line ${i + 1}`, (100 + i).toFixed(3), "t")) });
  return {
    standing: "GOOD",
    title: "Draught survey",
    heading: [
      { label: "ship", text: "MV Rajin Star" },
      { label: "place", text: notes.place },
      { label: "surveyed by", text: notes.by },
      { label: "hydrostatics", text: "table for even keel" },
    ],
    blocks: [
      { title: "Readings", lines: readings },
      block("Draughts", 1, 15),
      block("Displacement", 16, 12),
      block("Deductibles", 28, 3),
      { title: "Result", lines: [line(31, "cargo", "876.412", "t", true)] },
      block("Uncertainty", 40, 8),
    ],
    remarks: ["a remark of the form"],
  };
}
