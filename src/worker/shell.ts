/** The page and the files that it refers to, as they are kept. What is kept is always a whole version: never a page without its files. */

const CACHE = "earshot-shell";
const PAGE = "/";
/** How long the server may take before the kept page is shown in place of a newer one, in milliseconds. */
const WITHIN = 5_000;
/** A reference from the page to a file of the build, also to one that the page itself loads later. */
const REFERENCE = /\s(?:src|href)="(\/assets\/[^"]+)"/g;
/** Every page of ours names its version. */
const OURS = '<meta name="version" content="';

/** Fetch the page and keep it, unless it is the one that is kept. Rejects if the server, or the browser's storage, fails. */
export async function refresh(): Promise<void> {
  await keep(await fetchPage());
}

/** The page as it is kept; undefined if none is, or the browser's storage fails. */
export function keptPage(): Promise<Response | undefined> {
  return kept(PAGE);
}

/** The page from the server. Rejects if that is not reached in time. A redirect is the browser's to follow: it takes none from a worker. */
export async function fetchPage(): Promise<Response> {
  const abort = new AbortController();
  const timer = setTimeout(() => abort.abort(), WITHIN);
  try {
    return await fetch(PAGE, { cache: "no-cache", redirect: "manual", signal: abort.signal });
  } finally {
    clearTimeout(timer);
  }
}

/** One keeps after the other, since each clears up what it does not need. */
let keeping: Promise<void> = Promise.resolve();

/**
 * Keep this page, which the server has just sent: first its files, then itself; then drop what neither it nor the one before refers to, which
 * may just have been shown, and is about to ask for its files.
 */
export function keep(page: Response): Promise<void> {
  keeping = keeping.catch(() => undefined).then(() => keepWhole(page));
  return keeping;
}

async function keepWhole(page: Response): Promise<void> {
  if (!page.ok) return;
  const cache = await open();
  const text = await page.clone().text();
  // Another program has this port now, and its page is not to be hidden behind ours.
  if (!text.includes(OURS)) return void (await cache.delete(PAGE));
  // The same again: it has its files.
  const before = await (await cache.match(PAGE))?.text();
  if (text === before) return;
  const files = filesOf(text);
  await Promise.all(files.map((path) => keepFile(path, cache)));
  await cache.put(PAGE, page);
  const wanted = new Set([PAGE, ...files, ...filesOf(before ?? "")]);
  for (const request of await cache.keys()) if (!wanted.has(new URL(request.url).pathname)) await cache.delete(request);
}

function filesOf(html: string): string[] {
  return [...html.matchAll(REFERENCE)].map(([, path = ""]) => path);
}

async function keepFile(path: string, cache: Cache): Promise<void> {
  if (await cache.match(path)) return;
  const response = await fetch(path);
  if (!response.ok) throw new Error("the server lacks a file of its own page");
  await cache.put(path, response);
}

/** A file whose name changes with its contents: as it is kept, else from the server. Rejects if neither has it. */
export async function file(path: string): Promise<Response> {
  const found = await kept(path);
  if (found) return found;
  const response = await fetch(path);
  // The page needs it now, whether there is room for it or not.
  if (response.ok) await put(path, response.clone()).catch(() => undefined);
  return response;
}

async function put(path: string, response: Response): Promise<void> {
  await (await open()).put(path, response);
}

async function kept(path: string): Promise<Response | undefined> {
  try {
    return await (await open()).match(path);
  } catch {
    return undefined; // Forbidden, or broken: as if nothing were kept.
  }
}

function open(): Promise<Cache> {
  return caches.open(CACHE);
}
