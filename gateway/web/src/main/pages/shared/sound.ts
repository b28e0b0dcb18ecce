/**
 * Sounds made by the browser, without files. A browser keeps silent until the page was touched
 * once, unless it was started with --autoplay-policy=no-user-gesture-required.
 */

export type Sound = "alarm" | "warning";

/** Pulses of one cycle: an alarm is told from a warning with closed eyes. */
const PATTERNS: Record<Sound, readonly { hertz: number; from: number; seconds: number }[]> = {
  alarm: [0, 0.25, 0.5, 0.9, 1.15].map((from) => ({ hertz: 950, from, seconds: 0.16 })),
  warning: [0, 0.3].map((from) => ({ hertz: 560, from, seconds: 0.2 })),
};
const LOUDNESS = 0.25;
const EDGE_SECONDS = 0.012;

let context: AudioContext | null = null;

/** Whether a sound would be heard now. */
export function isAudible(): boolean {
  return context?.state === "running";
}

/** Makes ready to sound: on a kiosk a page may at once, elsewhere after it was touched. */
export function prepare(): void {
  context ??= new AudioContext();
}

/** Asks the browser to let the page sound; it does after a touch, or on a kiosk. */
export async function wake(): Promise<void> {
  context ??= new AudioContext();
  if (context.state !== "running") await Promise.race([context.resume(), after(300)]);
}

/** Plays one cycle; false when the browser does not let it. */
export async function play(sound: Sound): Promise<boolean> {
  await wake();
  if (!context || context.state !== "running") return false;
  const start = context.currentTime + 0.05;
  for (const { hertz, from, seconds } of PATTERNS[sound]) pulse(context, hertz, start + from, seconds);
  return true;
}

function pulse(audio: AudioContext, hertz: number, from: number, seconds: number): void {
  const tone = audio.createOscillator();
  const gain = audio.createGain();
  tone.type = "square";
  tone.frequency.value = hertz;
  gain.gain.setValueAtTime(0, from);
  gain.gain.linearRampToValueAtTime(LOUDNESS, from + EDGE_SECONDS);
  gain.gain.setValueAtTime(LOUDNESS, from + seconds - EDGE_SECONDS);
  gain.gain.linearRampToValueAtTime(0, from + seconds);
  tone.connect(gain).connect(audio.destination);
  tone.start(from);
  tone.stop(from + seconds);
}

function after(millis: number): Promise<void> {
  return new Promise((done) => setTimeout(done, millis));
}
