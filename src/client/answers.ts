/** Whether the server answers a request, which says that it is there even if its WebSocket is not to be had. */

/** Its text is this word, which no hotel's sign-in page would say. Never cached, and never the service worker's. */
const FILE = "/ready.txt";
const WORD = "ready";
/** How long it may take, in milliseconds. */
const WITHIN = 3_000;

/** Never rejects: a server that cannot be reached, or is another one, has not answered. */
export async function serverAnswers(): Promise<boolean> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), WITHIN);
  try {
    const response = await fetch(FILE, { cache: "no-store", signal: abort.signal });
    return response.ok && (await response.text()).trim() === WORD;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
