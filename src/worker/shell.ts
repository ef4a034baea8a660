/** The page and the files that it refers to, as they are kept. What is kept is always a whole version: never a page without its files. */

const CACHE = "earshot-shell";
const PAGE = "/";
/** How long the server may take before the kept page is shown in place of a newer one, in milliseconds. */
const WITHIN = 5_000;
/** A reference from the page to a file of the build. */
const REFERENCE = /\s(?:src|href)="(\/assets\/[^"]+)"/g;

/** Fetch the page and keep it, unless it is the one that is kept. Rejects if the server, or the browser's storage, fails. */
export async function refresh(): Promise<void> {
  await keep(await fetchPage());
}

/** The page as it is kept; undefined if none is. */
export async function keptPage(): Promise<Response | undefined> {
  return (await open()).match(PAGE);
}

/** The page from the server. Rejects if that is not reached in time. */
export async function fetchPage(): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), WITHIN);
  try {
    return await fetch(PAGE, { cache: "no-cache", signal: abort.signal });
  } finally {
    clearTimeout(timer);
  }
}

/** One keeps after the other, since each clears up what it does not need. */
let keeping: Promise<void> = Promise.resolve();

/** Keep this page, which the server has just sent: first its files, then itself; then drop what it does not refer to. */
export function keep(page: Response): Promise<void> {
  const kept = keeping.catch(() => undefined).then(() => keepWhole(page));
  keeping = kept;
  return kept;
}

async function keepWhole(page: Response): Promise<void> {
  if (!page.ok) return;
  const cache = await open();
  const text = await page.clone().text();
  // The same again: files that came later than the page, such as a part that is loaded when it is needed, stay.
  if (text === (await (await cache.match(PAGE))?.text())) return;
  const files = [...text.matchAll(REFERENCE)].map(([, path = ""]) => path);
  const responses = await Promise.all(files.map((path) => file(path, cache)));
  if (responses.some(({ ok }) => !ok)) throw new Error("the server lacks a file of its own page");
  await cache.put(PAGE, page);
  const wanted = new Set([PAGE, ...files]);
  for (const request of await cache.keys()) if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
}

/** A file whose name changes with its contents: as it is kept, else from the server. Rejects if neither has it. */
export async function file(path: string, cache?: Cache): Promise<Response> {
  cache ??= await open();
  const kept = await cache.match(path);
  if (kept) return kept;
  const response = await fetch(path);
  if (response.ok) await cache.put(path, response.clone());
  return response;
}

function open(): Promise<Cache> {
  return caches.open(CACHE);
}
