import type { DataOrigin } from "./contract";

/** What must stand wherever data is shown that no sensor of the ship has measured now. */
export function originText(origin: DataOrigin | null): string {
  if (origin === null || origin === "LIVE") return "";
  return origin === "REPLAYED" ? "REPLAY" : "SIMULATION";
}
