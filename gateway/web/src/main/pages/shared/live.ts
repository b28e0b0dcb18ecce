/**
 * The live stream of a page. A browser gives up on a stream that was once refused, and does not
 * notice one that has gone quiet; so this connects anew by itself.
 */

/** Without an event for so long the connection is taken to be dead. */
const QUIET_MILLIS = 8000;
const FIRST_RETRY_MILLIS = 500;
const LAST_RETRY_MILLIS = 5000;
const LOOK_MILLIS = 500;

export interface Live {
  close(): void;
}

export function listen<T>(path: string, event: string, take: (message: T) => void): Live {
  let source: EventSource | null = null;
  let heard = performance.now();
  let retry = FIRST_RETRY_MILLIS;
  let reopenAt = 0;

  function open(): void {
    heard = performance.now();
    source = new EventSource(path);
    source.addEventListener(event, (message) => {
      heard = performance.now();
      retry = FIRST_RETRY_MILLIS;
      const parsed = parse<T>(message.data);
      if (parsed !== null) take(parsed);
    });
    source.onerror = drop;
  }

  function drop(): void {
    source?.close();
    source = null;
    reopenAt = performance.now() + retry * (0.75 + Math.random() / 2);
    retry = Math.min(retry * 2, LAST_RETRY_MILLIS);
  }

  function look(): void {
    const now = performance.now();
    if (source && now - heard > QUIET_MILLIS) drop();
    else if (!source && now >= reopenAt) open();
  }

  open();
  const timer = setInterval(look, LOOK_MILLIS);
  return {
    close() {
      clearInterval(timer);
      source?.close();
    },
  };
}

function parse<T>(data: unknown): T | null {
  try {
    return JSON.parse(String(data)) as T;
  } catch {
    // A broken message is no message: the veil tells when it stays that way.
    return null;
  }
}
