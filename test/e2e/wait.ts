/** Waiting for something to come about, and never for a time. */

/** What a page should do at once may take this long on a busy machine, in milliseconds. */
export const WAIT = 12_000;
/** A server, or a page that is opened, may take this long. */
export const START_WITHIN = 20_000;

/** Wait until `probe` gives something for which `good` holds; polls, and fails with what it last saw. */
export async function until<T>(
  what: string,
  probe: () => Promise<T>,
  good: (value: T) => boolean,
  ms = WAIT,
): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const value = await probe();
    if (good(value)) return value;
    if (Date.now() > end)
      throw new Error(`Still waiting for ${what} after ${ms} ms; last seen: ${JSON.stringify(value)?.slice(-400)}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
