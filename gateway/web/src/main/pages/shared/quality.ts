import type { Channel, Quality } from "./contract";
import { duration } from "./format";

/** A value says its age from here on; below, the digits would only be restless. */
const YOUNG_SECONDS = 3;

const WORDS: Record<Quality, string> = {
  GOOD: "good",
  DEGRADED: "degraded",
  MANUAL: "manual",
  STALE: "stale",
  INVALID: "invalid",
  ABSENT: "no data",
};

export function word(quality: Quality): string {
  return WORDS[quality] ?? "unknown";
}

/** Whether there is a figure to show; a stale one is shown struck. */
export function hasFigure(channel: Channel | undefined): channel is Channel & { value: number } {
  return (
    channel !== undefined &&
    channel.value !== null &&
    Number.isFinite(channel.value) &&
    channel.quality !== "INVALID" &&
    channel.quality !== "ABSENT"
  );
}

/** Whether the figure may be reckoned with. */
export function isUsable(channel: Channel | undefined): channel is Channel & { value: number } {
  return hasFigure(channel) && channel.quality !== "STALE";
}

/** What stands beside a value: nothing while it is good and young. */
export function note(channel: Channel | undefined): { chip: string; age: string } {
  if (!channel || channel.quality === "ABSENT") return { chip: word("ABSENT"), age: "" };
  const age = channel.ageSeconds;
  const old = age !== null && age >= YOUNG_SECONDS;
  return {
    chip: channel.quality === "GOOD" ? "" : word(channel.quality),
    age: old && channel.quality !== "MANUAL" ? duration(age) : "",
  };
}

/** What a ship is about first, the gateway's own figures last. */
const GROUPS = ["hull.", "loading.", "passengers.", "navigation.", "environment.", "tanks."];
const LAST_GROUPS = ["gateway.", "notifications."];

/** The order in which channels are listed. */
export function inGroups(channels: readonly Channel[]): Channel[] {
  return channels
    .map((channel, place) => ({ channel, place, group: groupOf(channel.path) }))
    .sort((a, b) => a.group - b.group || a.place - b.place)
    .map(({ channel }) => channel);
}

function groupOf(path: string): number {
  const first = GROUPS.findIndex((prefix) => path.startsWith(prefix));
  if (first >= 0) return first;
  const last = LAST_GROUPS.findIndex((prefix) => path.startsWith(prefix));
  return last < 0 ? GROUPS.length : GROUPS.length + 1 + last;
}

/** The channel of each path that the state uses. */
export function preferred(channels: readonly Channel[]): Map<string, Channel> {
  const chosen = new Map<string, Channel>();
  for (const channel of channels) {
    const other = chosen.get(channel.path);
    if (!other || (channel.preferred && !other.preferred)) chosen.set(channel.path, channel);
  }
  return chosen;
}
