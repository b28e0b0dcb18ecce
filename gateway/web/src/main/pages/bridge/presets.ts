/** What stands together on the history page. */

export interface ChartKind {
  title: string;
  /** One unit, up to three lines. */
  lines: readonly { path: string; name: string }[];
}

export interface Preset {
  title: string;
  charts: readonly ChartKind[];
}

const one = (title: string, path: string): ChartKind => ({ title, lines: [{ path, name: "" }] });

const station = (title: string, place: string): ChartKind => ({
  title,
  lines: ["port", "starboard"].map((side) => ({ path: `hull.draught.${place}.${side}`, name: side })),
});

export const PRESETS: readonly [Preset, ...Preset[]] = [
  {
    title: "Loading",
    charts: [
      one("Mean draught", "hull.draught.mean"),
      {
        title: "Cargo",
        lines: [
          { path: "loading.cargo.weighed", name: "weighed" },
          { path: "loading.cargo.measured", name: "measured" },
        ],
      },
      one("Passengers", "passengers.onBoard"),
    ],
  },
  { title: "Draughts", charts: [station("Forward", "forward"), station("Midship", "midship"), station("Aft", "aft")] },
  { title: "Trim and list", charts: [one("Trim, + by the stern", "hull.trim"), one("List, + to starboard", "hull.list")] },
  {
    title: "Voyage",
    charts: [
      one("Speed over ground", "navigation.speedOverGround"),
      one("Heading", "navigation.headingTrue"),
      one("Under the keel", "environment.depth.belowKeel"),
    ],
  },
];
