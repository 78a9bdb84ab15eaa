// How much later it is for the service than on this device: everybody sees the same time left, however wrong their own clock is.
let aheadInMs = 0;

/** Told with every answer that is new, so that it cannot drift away. */
export function setServerClock(now: string): void {
  aheadInMs = Date.parse(now) - Date.now();
}

export const serverNow = () => Date.now() + aheadInMs;
