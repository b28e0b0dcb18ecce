import type { History, VesselDetail } from "../shared/contract";

/** Asks the shore for what does not need a key. */

/** The answer, or null when there is none; the stream tells of a shore that is gone. */
export async function read<T>(path: string): Promise<T | null> {
  try {
    const reply = await fetch(path);
    return reply.ok ? ((await reply.json()) as T) : null;
  } catch {
    return null;
  }
}

/**
 * The history of one quantity; null when the vessel has never sent it, or nobody answers.
 *
 * @param points most of the answer; the shore keeps least and greatest of what it thins
 * @param source whose readings; without it those of the source with the most
 */
export async function readHistory(vessel: VesselDetail, path: string, from: number, to: number, points: number, source?: string | null): Promise<History | null> {
  if (!(vessel.channels ?? []).some((one) => one.path === path)) return null;
  const query = new URLSearchParams({ path, from: String(Math.round(from)), to: String(Math.round(to)), points: String(points) });
  if (source) query.set("source", source);
  return read<History>(`${vesselPath(vessel.id)}/history?${query}`);
}

export function vesselPath(vessel: string): string {
  return `/api/v1/vessels/${encodeURIComponent(vessel)}`;
}
