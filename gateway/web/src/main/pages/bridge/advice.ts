import type { Channel, Line } from "../shared/contract";

/** What an engineer can do about a line or a sensor, in the order of what is most often wrong. */

const REASONS: Record<string, string> = {
  checksum: "wiring, earth or baud rate: bytes are damaged on the way",
  noise: "baud rate or polarity: what arrives is not this protocol",
  syntax: "the device speaks another dialect than the line is set for",
  truncated: "a loose connector, or the device is switched off in the middle",
  overlong: "two talkers on one line, or the baud rate is wrong",
  range: "the sensor itself: it says what it cannot measure",
  unexpected: "the device answers what was not asked: address or unit number",
};

/** Errors below this part of all frames are what a long cable has anyway. */
const WORTH_SAYING = 0.001;
const FEW = 3;

export function lineAdvice(line: Line): string {
  if (line.state === "CONNECTING") return "being opened; is the device plugged in?";
  if (line.state === "RED") {
    return line.lastHeardSeconds === null
      ? "check power, plug and the device's name in vessel.yaml"
      : "check power and plug; it is opened again by itself";
  }
  if (line.malformed > FEW && line.malformed > line.frames * WORTH_SAYING) {
    return REASONS[worst(line)] ?? "look at what it says: plimsoll decode";
  }
  if (line.dropped > 0) return "more than the gateway takes: lower the sensor's rate";
  return "";
}

export function sensorAdvice(channel: Channel): string {
  switch (channel.quality) {
    case "ABSENT":
      return "never heard: not fitted, or its line is silent";
    case "STALE":
      return "no new value: look at its line";
    case "INVALID":
      return "the sensor says that it cannot measure, or its value is impossible";
    case "DEGRADED":
      return "filtered, uncalibrated or with fewer sensors: compare with a reading by eye";
    default:
      return "";
  }
}

/** Each reason with its count, the most frequent first. */
export function errors(line: Line): [string, number][] {
  return Object.entries(line.malformedByReason ?? {})
    .filter(([, times]) => times > 0)
    .sort(([, a], [, b]) => b - a);
}

function worst(line: Line): string {
  return errors(line)[0]?.[0].toLowerCase() ?? "";
}
